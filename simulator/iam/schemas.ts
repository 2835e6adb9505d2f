import type { OperationSchema } from '../protocol/schema/sdk-schemas.js'
import { flag, number, schemaWriter, text, time } from '../protocol/schema/written-schema.js'

const { structure, list } = schemaWriter('com.amazonaws.iam')

const tags = list('tagListType', structure('Tag', { Key: text, Value: text }))
const boundary = structure(
  'AttachedPermissionsBoundary',
  {},
  { PermissionsBoundaryType: text, PermissionsBoundaryArn: text },
)
const role = structure(
  'Role',
  { Path: text, RoleName: text, RoleId: text, Arn: text, CreateDate: time },
  {
    ...{ AssumeRolePolicyDocument: text, Description: text, MaxSessionDuration: number },
    PermissionsBoundary: boundary,
    Tags: tags,
    RoleLastUsed: structure('RoleLastUsed', {}, { LastUsedDate: time, Region: text }),
  },
)

const roleName = { RoleName: text }
const inlinePolicy = { ...roleName, PolicyName: text }
const attachedPolicy = { ...roleName, PolicyArn: text }
const truncation = { IsTruncated: flag, Marker: text }
const page = { Marker: text, MaxItems: number }
const attached = structure('AttachedPolicy', {}, { PolicyName: text, PolicyArn: text })
const nothing = structure('Unit', {})

type Members = Parameters<typeof structure>[1]

/** The name of an operation, what its request needs and can have, and its response. */
function operation(
  name: string,
  required: Members,
  { optional = {}, output = nothing }: { optional?: Members; output?: OperationSchema['output'] } = {},
): [string, OperationSchema] {
  return [name, { input: structure(`${name}Request`, required, optional), output }]
}

export const schemas: ReadonlyMap<string, OperationSchema> = new Map([
  operation('GetRole', roleName, { output: structure('GetRoleResponse', { Role: role }) }),
  operation(
    'CreateRole',
    { ...roleName, AssumeRolePolicyDocument: text },
    {
      optional: {
        Path: text,
        Description: text,
        MaxSessionDuration: number,
        PermissionsBoundary: text,
        Tags: tags,
      },
      output: structure('CreateRoleResponse', { Role: role }),
    },
  ),
  operation('UpdateAssumeRolePolicy', { ...roleName, PolicyDocument: text }),
  operation('DeleteRole', roleName),
  operation('TagRole', { ...roleName, Tags: tags }),
  operation('UntagRole', { ...roleName, TagKeys: list('tagKeyListType', text) }),
  operation('ListInstanceProfilesForRole', roleName, {
    optional: page,
    output: structure(
      'ListInstanceProfilesForRoleResponse',
      { InstanceProfiles: list('instanceProfileListType', structure('InstanceProfile', {})) },
      truncation,
    ),
  }),
  operation('PutRolePolicy', { ...inlinePolicy, PolicyDocument: text }),
  operation('GetRolePolicy', inlinePolicy, {
    output: structure('GetRolePolicyResponse', { ...inlinePolicy, PolicyDocument: text }),
  }),
  operation('DeleteRolePolicy', inlinePolicy),
  operation('ListRolePolicies', roleName, {
    optional: page,
    output: structure(
      'ListRolePoliciesResponse',
      { PolicyNames: list('policyNameListType', text) },
      truncation,
    ),
  }),
  operation('AttachRolePolicy', attachedPolicy),
  operation('DetachRolePolicy', attachedPolicy),
  operation('ListAttachedRolePolicies', roleName, {
    optional: { ...page, PathPrefix: text },
    output: structure(
      'ListAttachedRolePoliciesResponse',
      {},
      { AttachedPolicies: list('attachedPoliciesListType', attached), ...truncation },
    ),
  }),
])
