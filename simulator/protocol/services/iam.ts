/** For clients that create the roles of a task definition, or look whether they exist. */
import type { World } from '../../ecs/world.js'
import {
  attachRolePolicy,
  deleteRolePolicy,
  detachRolePolicy,
  getRolePolicy,
  listAttachedRolePolicies,
  listRolePolicies,
  putRolePolicy,
} from '../../iam/role-policies.js'
import {
  createRole,
  deleteRole,
  getRole,
  listInstanceProfilesForRole,
  tagRole,
  untagRole,
  updateAssumeRolePolicy,
} from '../../iam/roles.js'
import { schemas } from '../../iam/schemas.js'
import { query } from '../dialects/query.js'
import type { Service } from '../service.js'
import { type Operations, operationsOf } from './world-operations.js'

const operations: Operations<World> = {
  GetRole: getRole,
  CreateRole: createRole,
  UpdateAssumeRolePolicy: updateAssumeRolePolicy,
  DeleteRole: deleteRole,
  TagRole: tagRole,
  UntagRole: untagRole,
  ListInstanceProfilesForRole: listInstanceProfilesForRole,
  PutRolePolicy: putRolePolicy,
  GetRolePolicy: getRolePolicy,
  DeleteRolePolicy: deleteRolePolicy,
  ListRolePolicies: listRolePolicies,
  AttachRolePolicy: attachRolePolicy,
  DetachRolePolicy: detachRolePolicy,
  ListAttachedRolePolicies: listAttachedRolePolicies,
}

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
