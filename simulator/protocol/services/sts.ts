/** Requests with a web identity are not signed. */
import type { World } from '../../ecs/world.js'
import { assumeRole } from '../../sts/assume-role.js'
import { assumeRoleWithWebIdentity } from '../../sts/assume-role-with-web-identity.js'
import { getCallerIdentity } from '../../sts/get-caller-identity.js'
import { schemas } from '../../sts/schemas.js'
import { query } from '../dialects/query.js'
import { accessKeyOf, type Service } from '../service.js'
import { type Operations, operationsOf } from './world-operations.js'

const operations: Operations<World> = {
  GetCallerIdentity: getCallerIdentity,
  AssumeRole: assumeRole,
  AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
}

export function stsService(world: World, validateResponses: boolean): Service {
  const { find, ...names } = operationsOf(world, operations)
  return query({
    name: 'sts',
    signingName: 'sts',
    version: '2011-06-15',
    xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    schemas,
    ...names,
    find: (operation, request) => {
      const perform = find(operation)
      return perform && (input => perform({ ...input, accessKeyId: accessKeyOf(request) }))
    },
    resource: (_, input) => (input as { readonly RoleArn?: string } | undefined)?.RoleArn ?? '*',
    validateResponses,
  })
}
