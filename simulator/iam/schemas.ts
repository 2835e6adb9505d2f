import type { OperationSchema } from '../protocol/schema/sdk-schemas.js'
import { number, schemaWriter, text, time } from '../protocol/schema/written-schema.js'

const { structure, list } = schemaWriter('com.amazonaws.iam')

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
    Tags: list('tagListType', structure('Tag', { Key: text, Value: text })),
    RoleLastUsed: structure('RoleLastUsed', {}, { LastUsedDate: time, Region: text }),
  },
)

export const schemas: ReadonlyMap<string, OperationSchema> = new Map([
  [
    'GetRole',
    {
      input: structure('GetRoleRequest', { RoleName: text }),
      output: structure('GetRoleResponse', { Role: role }),
    },
  ],
])
