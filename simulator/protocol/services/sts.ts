/** For clients that call GetCallerIdentity first. */
import type { World } from '../../ecs/world.js'
import { getCallerIdentity } from '../../sts/get-caller-identity.js'
import { schemas } from '../../sts/schemas.js'
import { query } from '../dialects/query.js'
import type { Service } from '../service.js'
import { type Operations, operationsOf } from './world-operations.js'

const operations: Operations<World> = { GetCallerIdentity: getCallerIdentity }

export function stsService(world: World, validateResponses: boolean): Service {
  return query({
    name: 'sts',
    signingName: 'sts',
    version: '2011-06-15',
    xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    schemas,
    ...operationsOf(world, operations),
    resource: () => '*',
    validateResponses,
  })
}
