/** For clients that look whether the roles of a task definition exist. */
import type { World } from '../../ecs/world.js'
import { getRole } from '../../iam/get-role.js'
import { schemas } from '../../iam/schemas.js'
import { query } from '../dialects/query.js'
import type { Service } from '../service.js'
import { type Operations, operationsOf } from './world-operations.js'

const operations: Operations<World> = { GetRole: getRole }

export function iamService(world: World, validateResponses: boolean): Service {
  return query({
    name: 'iam',
    signingName: 'iam',
    version: '2010-05-08',
    xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    schemas,
    ...operationsOf(world, operations),
    resource: (_, input) => {
      const { RoleName = '*' } = (input ?? {}) as { readonly RoleName?: string }
      return `arn:aws:iam::${world.account}:role/${RoleName}`
    },
    validateResponses,
  })
}
