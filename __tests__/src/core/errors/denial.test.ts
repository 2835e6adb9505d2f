/** IAM's words: docs.aws.amazon.com, IAM/latest/UserGuide/troubleshoot_access-denied. */
import { describe, expect, test } from '@jest/globals'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import { toProblem } from '../../../../src/core/errors/api-error-problem.js'
import { denialText, missingPermission, unavailableReason } from '../../../../src/core/errors/denial.js'

const user = 'User: arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions is not authorized to perform:'
const service = 'arn:aws:ecs:us-east-1:123456789012:service/C/S'
const update = `${user} ecs:UpdateService on resource: ${service}`
const scp = 'arn:aws:organizations::123456789012:policy/o-y3vn941x7j/service_control_policy/p-kfhxcsd9'
const sessionPolicies = 'inline-session-policy or managed-session-policies of configure-aws-credentials'

const denied = (message: string, operation = 'ecs:DescribeServices') =>
  new ApiError({ kind: 'denied', operation, code: 'AccessDeniedException', message })

describe('the missing permission', () => {
  test.each([
    {
      name: 'the action and the resource of the message',
      message: `${update} because no identity-based policy allows the ecs:UpdateService action`,
      lacks: `ecs:UpdateService on ${service}`,
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
    {
      name: 'the operation, where the message is encoded',
      message: `You are not authorized to perform this operation. Encoded authorization failure message: ${'0l-KPWQJ8q5z3Y'.repeat(40)}`,
      lacks: 'ecs:DescribeServices',
    },
  ])('is $name', ({ message, lacks }) => {
    expect(missingPermission(denied(message))).toBe(lacks)
    expect(unavailableReason(denied(message))).toBe(`allow ${lacks}`)
  })
})

const clauses: readonly {
  readonly says: string
  readonly clause: string
  readonly remedy: string
}[] = [
  {
    says: `with an explicit deny in a service control policy: ${scp}`,
    clause: `, with an explicit deny in a service control policy (${scp})`,
    remedy: 'ask the administrators of the organization to change it (an allow in the account does not help)',
  },
  {
    says: 'with an explicit deny in a service control policy',
    clause: ', with an explicit deny in a service control policy',
    remedy: 'ask the administrators of the organization to change it (an allow in the account does not help)',
  },
  {
    says: 'because no service control policy allows the ecs:UpdateService action',
    clause: ', because no service control policy allows it',
    remedy: 'ask the administrators of the organization to allow it',
  },
  {
    says: 'with an explicit deny in a resource control policy',
    clause: ', with an explicit deny in a resource control policy',
    remedy: 'ask the administrators of the organization to change it (an allow in the account does not help)',
  },
  {
    says: 'because no session policy allows the ecs:UpdateService action',
    clause: ', because no session policy allows it',
    remedy: `add it to ${sessionPolicies}`,
  },
  {
    says: 'with an explicit deny in a session policy',
    clause: ', with an explicit deny in a session policy',
    remedy: `remove this deny from ${sessionPolicies} (an allow does not help)`,
  },
  {
    says: 'because no permissions boundary allows the ecs:UpdateService action',
    clause: ', because no permissions boundary allows it',
    remedy: 'allow it in the permissions boundary of the role, too',
  },
  {
    says: 'with an explicit deny in a permissions boundary: arn:aws:iam::123456789012:policy/Boundary',
    clause: ', with an explicit deny in a permissions boundary (arn:aws:iam::123456789012:policy/Boundary)',
    remedy: 'remove this deny from the permissions boundary of the role (an allow does not help)',
  },
  {
    says: 'because no identity-based policy allows the ecs:UpdateService action',
    clause: '',
    remedy: 'allow it',
  },
  {
    says: 'with an explicit deny in an identity-based policy: arn:aws:iam::123456789012:policy/Freeze.',
    clause: ', with an explicit deny in an identity-based policy (arn:aws:iam::123456789012:policy/Freeze)',
    remedy: 'remove this deny from the policies of the role (an allow does not help)',
  },
  {
    says: 'because no VPC endpoint policy allows the ecs:UpdateService action',
    clause: ', because no VPC endpoint policy allows it',
    remedy: 'allow it in the policy of the VPC endpoint',
  },
  {
    says: 'with an explicit deny in a VPC endpoint policy',
    clause: ', with an explicit deny in a VPC endpoint policy',
    remedy: 'remove this deny from the policy of the VPC endpoint',
  },
  {
    says: 'because no resource-based policy allows the ecs:UpdateService action',
    clause: ', because no resource-based policy allows it',
    remedy: 'allow it in the policy of the resource',
  },
  {
    says: 'with an explicit deny in a resource-based policy',
    clause: ', with an explicit deny in a resource-based policy',
    remedy: 'remove this deny from the policy of the resource (an allow does not help)',
  },
  {
    says: 'with an explicit deny',
    clause: ', with an explicit deny',
    remedy: 'remove this deny (an allow does not help)',
  },
  {
    says: 'because no wondrous policy allows the ecs:UpdateService action',
    clause: ', because no wondrous policy allows it',
    remedy: 'allow it',
  },
  { says: '', clause: '', remedy: 'allow it' },
]

describe('the clause and its remedy', () => {
  test.each(clauses)('"$says"', ({ says, clause, remedy }) => {
    const error = denied(`${update} ${says}`.trim())
    const { subject, text } = toProblem(error, {})
    expect(subject).toBe('permissions')
    expect(text).toBe(`the role deploy may not call ecs:UpdateService on ${service}${clause}: ${remedy}`)
    expect(unavailableReason(error)).toBe(
      clause === ''
        ? `allow ecs:UpdateService on ${service}`
        : `ecs:UpdateService on ${service} is denied${clause}: ${remedy}`,
    )
  })
})

describe('the remedy of an action', () => {
  test.each([
    {
      says: `iam:PassRole on resource: arn:aws:iam::1:role/exec because no identity-based policy allows the iam:PassRole action`,
      remedy: /: allow it \(if it has the condition iam:PassedToService, with ecs-tasks\.amazonaws\.com\)$/,
    },
    {
      says: 'ecs:TagResource on resource: * because no identity-based policy allows the ecs:TagResource action',
      remedy: /: allow it \(if it has a condition on aws:TagKeys or aws:RequestTag, with all keys\)$/,
    },
    {
      says: 'kms:Decrypt on resource: arn:aws:kms:eu-west-1:1:key/1 because no resource-based policy allows the kms:Decrypt action',
      remedy: /: allow it in the policy of the key$/,
    },
    {
      says: 'ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:2:repository/web because no resource-based policy allows the ecr:BatchGetImage action',
      remedy: /: allow it in the policy of the repository$/,
    },
  ])('$says', ({ says, remedy }) => {
    expect(toProblem(denied(`${user} ${says}`), {}).text).toMatch(remedy)
  })
})

test.each([
  ['User: arn:aws:sts::1:assumed-role/deploy/i-0abc is not', 'the role deploy may not'],
  ['User: arn:aws-us-gov:sts::1:assumed-role/deploy/x is not', 'the role deploy may not'],
  ['User: arn:aws:iam::1:user/ci/robot is not', 'the user robot may not'],
  ['User: arn:aws:sts::1:federated-user/robot is not', 'the user robot may not'],
  ['User: anonymous is not', 'the role may not'],
])('%s: %s', (begin, text) => {
  const message = `${begin} authorized to perform: ecs:ListTasks`
  expect(denialText(denied(message))).toBe(`${text} call ecs:ListTasks`)
})

test('the policies to change are those of the user, if a user is denied', () => {
  const robot = `User: arn:aws:iam::1:user/robot is not authorized to perform: ecs:UpdateService on resource: ${service}`
  expect(unavailableReason(denied(`${robot} with an explicit deny in an identity-based policy`))).toContain(
    'remove this deny from the policies of the user (',
  )
  expect(
    unavailableReason(denied(`${robot} because no permissions boundary allows the ecs:UpdateService action`)),
  ).toContain('allow it in the permissions boundary of the user, too')
})
