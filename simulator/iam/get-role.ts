/** Every role exists, and lets tasks of ECS assume it (IAM/latest/APIReference/API_GetRole.html). */
import { createHash } from 'node:crypto'
import { AwsError } from '../aws-error.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'

const trust = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
}

/** The oldest of a simulated account. */
const createdAt = Date.UTC(2026, 0, 1)

export function getRole({ account }: World, { RoleName }: { readonly RoleName: string }): object {
  if (!/^[\w+=,.@-]{1,64}$/.test(RoleName)) {
    throw new AwsError(
      'ValidationError',
      'The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
    )
  }
  const digest = createHash('sha256').update(RoleName).digest()
  const letters = [...digest.subarray(0, 16)].map(byte => String.fromCharCode(65 + (byte % 26))).join('')
  return {
    Role: {
      Path: '/',
      RoleName,
      RoleId: `AROA${letters}`,
      Arn: `arn:aws:iam::${account}:role/${RoleName}`,
      CreateDate: epoch(createdAt),
      // "This policy is returned as a URL-encoded JSON string" (RFC 3986).
      AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)),
      MaxSessionDuration: 3600,
    },
  }
}
