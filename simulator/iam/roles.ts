/** Roles that clients create and read (IAM/latest/APIReference/API_CreateRole.html and its neighbors). */
import { createHash } from 'node:crypto'
import { AwsError } from '../aws-error.js'
import { definedMembers } from '../defined-members.js'
import type { Role } from '../ecs/resources/roles.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'

export type RoleName = { readonly RoleName: string }

interface CreateRoleInput extends RoleName {
  readonly AssumeRolePolicyDocument: string
  readonly Path?: string
  readonly Description?: string
  readonly MaxSessionDuration?: number
  readonly PermissionsBoundary?: string
  readonly Tags?: Role['tags']
}

export function createRole(world: World, input: CreateRoleInput): object {
  const { RoleName: name, Path: path = '/', MaxSessionDuration: maxSessionSeconds = 3600 } = input
  checkName(name)
  checkDocument(input.AssumeRolePolicyDocument)
  // Code and message: hashicorp/terraform#20394.
  if (world.roles.isCreated(name))
    throw new AwsError('EntityAlreadyExists', `Role with name ${name} already exists.`, 409)
  const role = world.roles.set({
    ...{ name, path, maxSessionSeconds, trust: input.AssumeRolePolicyDocument },
    ...{ description: input.Description, permissionsBoundary: input.PermissionsBoundary },
    ...{ createdAt: world.now, tags: input.Tags ?? [], policies: {}, attached: [] },
  })
  return { Role: shapeOf(world, role) }
}

export function getRole(world: World, { RoleName }: RoleName): object {
  return { Role: shapeOf(world, findRole(world, RoleName)) }
}

/** Code and message of a role that does not exist: jarpy/lambkin#3. */
export function findRole(world: World, name: string): Role {
  checkName(name)
  const role = world.roles.find(name)
  if (role !== undefined) return role
  throw noEntity(`The role with name ${name} cannot be found.`)
}

export function noEntity(message: string): AwsError {
  return new AwsError('NoSuchEntity', message, 404)
}

function checkName(name: string): void {
  if (/^[\w+=,.@-]{1,64}$/.test(name)) return
  throw new AwsError(
    'ValidationError',
    'The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
  )
}

/** The wording is ours. */
export function checkDocument(text: string): void {
  try {
    JSON.parse(text)
  } catch {
    throw new AwsError('MalformedPolicyDocument', 'The policy document is not valid JSON.')
  }
}

function shapeOf({ account }: World, role: Role): object {
  const digest = createHash('sha256').update(role.name).digest()
  const letters = [...digest.subarray(0, 16)].map(byte => String.fromCharCode(65 + (byte % 26))).join('')
  const { permissionsBoundary } = role
  return definedMembers({
    Path: role.path,
    RoleName: role.name,
    RoleId: `AROA${letters}`,
    Arn: `arn:aws:iam::${account}:role${role.path}${role.name}`,
    CreateDate: epoch(role.createdAt),
    // "This policy is returned as a URL-encoded JSON string" (RFC 3986).
    AssumeRolePolicyDocument: encodeURIComponent(role.trust),
    Description: role.description,
    MaxSessionDuration: role.maxSessionSeconds,
    PermissionsBoundary: permissionsBoundary && {
      PermissionsBoundaryType: 'Policy',
      PermissionsBoundaryArn: permissionsBoundary,
    },
    Tags: role.tags.length > 0 ? role.tags : undefined,
  })
}

export function updateAssumeRolePolicy(
  world: World,
  { RoleName, PolicyDocument }: RoleName & { readonly PolicyDocument: string },
): object {
  checkDocument(PolicyDocument)
  world.roles.set({ ...findRole(world, RoleName), trust: PolicyDocument })
  return {}
}

/** Codes and messages: hashicorp/boundary#5646, awslabs/aws-orbit-workbench#633. */
export function deleteRole(world: World, { RoleName }: RoleName): object {
  const { attached, policies } = findRole(world, RoleName)
  if (attached.length > 0)
    throw new AwsError('DeleteConflict', 'Cannot delete entity, must detach all policies first.', 409)
  if (Object.keys(policies).length > 0)
    throw new AwsError('DeleteConflict', 'Cannot delete entity, must delete policies first.', 409)
  world.roles.delete(RoleName)
  return {}
}

/** There are none. */
export function listInstanceProfilesForRole(world: World, { RoleName }: RoleName): object {
  findRole(world, RoleName)
  return { InstanceProfiles: [], IsTruncated: false }
}

export function tagRole(
  world: World,
  { RoleName, Tags }: RoleName & { readonly Tags: Role['tags'] },
): object {
  const role = findRole(world, RoleName)
  const keys = new Set(Tags.map(({ Key }) => Key))
  world.roles.set({ ...role, tags: [...role.tags.filter(({ Key }) => !keys.has(Key)), ...Tags] })
  return {}
}

export function untagRole(
  world: World,
  { RoleName, TagKeys }: RoleName & { readonly TagKeys: readonly string[] },
): object {
  const role = findRole(world, RoleName)
  world.roles.set({ ...role, tags: role.tags.filter(({ Key }) => !TagKeys.includes(Key)) })
  return {}
}
