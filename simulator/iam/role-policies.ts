/** Policies of roles, inline and attached: kept and listed (API_PutRolePolicy, API_AttachRolePolicy and their neighbors). */
import type { World } from '../ecs/world.js'
import { checkDocument, findRole, noEntity, type RoleName } from './roles.js'

type Inline = RoleName & { readonly PolicyName: string }
type Attached = RoleName & { readonly PolicyArn: string }

export function putRolePolicy(
  world: World,
  { RoleName, PolicyName, PolicyDocument }: Inline & { readonly PolicyDocument: string },
): object {
  checkDocument(PolicyDocument)
  const role = findRole(world, RoleName)
  world.roles.set({ ...role, policies: { ...role.policies, [PolicyName]: PolicyDocument } })
  return {}
}

export function getRolePolicy(world: World, { RoleName, PolicyName }: Inline): object {
  const document = findRole(world, RoleName).policies[PolicyName]
  if (document === undefined) throw missingPolicy(PolicyName)
  return { RoleName, PolicyName, PolicyDocument: encodeURIComponent(document) }
}

export function deleteRolePolicy(world: World, { RoleName, PolicyName }: Inline): object {
  const role = findRole(world, RoleName)
  const { [PolicyName]: removed, ...policies } = role.policies
  if (removed === undefined) throw missingPolicy(PolicyName)
  world.roles.set({ ...role, policies })
  return {}
}

/** The wording is ours. */
function missingPolicy(name: string) {
  return noEntity(`The role policy with name ${name} cannot be found.`)
}

export function listRolePolicies(world: World, { RoleName }: RoleName): object {
  return { PolicyNames: Object.keys(findRole(world, RoleName).policies), IsTruncated: false }
}

/** Every policy exists. */
export function attachRolePolicy(world: World, { RoleName, PolicyArn }: Attached): object {
  const role = findRole(world, RoleName)
  world.roles.set({ ...role, attached: [...new Set([...role.attached, PolicyArn])] })
  return {}
}

export function detachRolePolicy(world: World, { RoleName, PolicyArn }: Attached): object {
  const role = findRole(world, RoleName)
  if (!role.attached.includes(PolicyArn)) throw noEntity(`Policy ${PolicyArn} was not found.`)
  world.roles.set({ ...role, attached: role.attached.filter(arn => arn !== PolicyArn) })
  return {}
}

export function listAttachedRolePolicies(world: World, { RoleName }: RoleName): object {
  const { attached } = findRole(world, RoleName)
  const policies = attached.map(arn => ({ PolicyName: arn.split('/').at(-1) ?? '', PolicyArn: arn }))
  return { AttachedPolicies: policies, IsTruncated: false }
}
