import { expect, test } from '@jest/globals'
import type { ApiErrorKind } from '../../../../src/core/errors/api-error.js'
import { ApiError, isTransient, missingPermission } from '../../../../src/core/errors/api-error.js'

const all: Record<ApiErrorKind, boolean> = {
  denied: false,
  expired: false,
  unconfigured: false,
  throttled: true,
  unavailable: true,
  missing: false,
  rejected: false,
}

test.each(Object.entries(all).map(([kind, passes]) => ({ kind: kind as ApiErrorKind, passes })))(
  '$kind passes by itself: $passes',
  ({ kind, passes }) => {
    expect(
      isTransient(new ApiError({ kind, operation: 'ecs:DescribeServices', code: 'X', message: 'x' })),
    ).toBe(passes)
  },
)

const user = 'User: arn:aws:sts::123456789012:assumed-role/R/GitHubActions is not authorized to perform:'

test.each([
  {
    name: 'the action and the resource of the message',
    message: `${user} ecs:UpdateService on resource: arn:aws:ecs:us-east-1:123456789012:service/C/S because no identity-based policy allows the ecs:UpdateService action`,
    lacks: 'ecs:UpdateService on arn:aws:ecs:us-east-1:123456789012:service/C/S',
  },
  {
    name: 'iam:PassRole, where ECS wants to pass a role on',
    message: `${user} iam:PassRole on resource: arn:aws:iam::123456789012:role/exec because no identity-based policy allows the iam:PassRole action`,
    lacks: 'iam:PassRole on arn:aws:iam::123456789012:role/exec',
  },
  { name: 'the action alone', message: `${user} ecs:ListTasks`, lacks: 'ecs:ListTasks' },
  {
    name: 'the operation, where the message says nothing',
    message: 'Access denied',
    lacks: 'ecs:DescribeServices',
  },
])('the missing permission is $name', ({ message, lacks }) => {
  const fault = new ApiError({
    kind: 'denied',
    operation: 'ecs:DescribeServices',
    code: 'AccessDeniedException',
    message,
  })
  expect(missingPermission(fault)).toBe(lacks)
})
