/** Reasons as ECS words them: docs.aws.amazon.com, resource-initialization-error. */
import { expect, test } from '@jest/globals'
import {
  definition,
  type EvidenceOverrides,
  explained,
  secret,
} from '../../../../support/failure-evidence.js'
import { revisionArn } from '../../../../support/service-builders.js'

const prepare = 'ResourceInitializationError: unable to pull secrets or registry auth: '

test.each<{
  name: string
  reason: string
  more?: EvidenceOverrides
  detail: string | undefined
  next: string | undefined
}>([
  {
    name: 'a secret that may not be read',
    reason: `${prepare}execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User is not authorized to perform: secretsmanager:GetSecretValue`,
    detail:
      'the execution role ecsTaskExecutionRole may not read the secret web/database-url-8Zk2Qp (DATABASE_URL of app)',
    next: `Allow the execution role ecsTaskExecutionRole to call secretsmanager:GetSecretValue on ${secret} (and kms:Decrypt if it is encrypted with a key of your own).`,
  },
  {
    name: 'a secret that does not exist',
    reason: `${prepare}failed to fetch secret ${secret} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret`,
    detail: 'the secret web/database-url-8Zk2Qp (DATABASE_URL of app) does not exist',
    next: `Correct valueFrom in the task definition (${secret}), or create the secret and set valueFrom to its new ARN.`,
  },
  {
    name: 'a secret that does not exist and that the serving revision needs',
    reason: `${prepare}failed to fetch secret ${secret} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret`,
    more: {
      serving: { revision: revisionArn('web:7'), definition: { ...definition, executionRoleArn: 'x' } },
    },
    detail:
      'the secret web/database-url-8Zk2Qp (DATABASE_URL of app) does not exist; web:7 needs it, too, so no new task of that revision could start either',
    next: `Correct valueFrom in the task definition (${secret}), or create the secret and set valueFrom to its new ARN.`,
  },
  {
    name: 'a secret that the serving revision reads with the same role',
    reason: `${prepare}failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User is not authorized to perform: secretsmanager:GetSecretValue`,
    more: { serving: { revision: revisionArn('web:7'), definition } },
    detail:
      'the execution role ecsTaskExecutionRole may not read the secret web/database-url-8Zk2Qp (DATABASE_URL of app); web:7 needs it, too, so no new task of that revision could start either',
    next: `Allow the execution role ecsTaskExecutionRole to call secretsmanager:GetSecretValue on ${secret} (and kms:Decrypt if it is encrypted with a key of your own).`,
  },
  {
    name: 'a secret that the serving revision reads with another role',
    reason: `${prepare}failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User is not authorized to perform: secretsmanager:GetSecretValue`,
    more: {
      serving: { revision: revisionArn('web:7'), definition: { ...definition, executionRoleArn: 'x' } },
    },
    detail:
      'the execution role ecsTaskExecutionRole may not read the secret web/database-url-8Zk2Qp (DATABASE_URL of app)',
    next: `Allow the execution role ecsTaskExecutionRole to call secretsmanager:GetSecretValue on ${secret} (and kms:Decrypt if it is encrypted with a key of your own).`,
  },
  {
    name: 'a log group that does not exist',
    reason:
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1',
    detail: 'the log group does not exist (/ecs/web)',
    next: 'Create /ecs/web, or set awslogs-create-group to true and allow the execution role ecsTaskExecutionRole to call logs:CreateLogGroup.',
  },
  {
    name: 'a log stream that may not be created',
    reason:
      'ResourceInitializationError: failed to validate logger args: failed to create Cloudwatch log stream: AccessDeniedException: User is not authorized to perform: logs:CreateLogStream on resource: x',
    detail: 'the execution role ecsTaskExecutionRole may not call logs:CreateLogStream',
    next: 'Allow the execution role ecsTaskExecutionRole to call logs:CreateLogStream.',
  },
  {
    name: 'a registry token that the role may not get',
    reason: `${prepare}execution resource retrieval failed: unable to retrieve ecr registry auth: AccessDeniedException: User is not authorized to perform: ecr:GetAuthorizationToken on resource: *`,
    detail: 'the execution role ecsTaskExecutionRole may not call ecr:GetAuthorizationToken',
    next: 'Allow the execution role ecsTaskExecutionRole to call ecr:GetAuthorizationToken.',
  },
  {
    name: 'a secret that an organization denies',
    reason: `${prepare}failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/ecsTaskExecutionRole/0123 is not authorized to perform: secretsmanager:GetSecretValue on resource: ${secret} with an explicit deny in a service control policy`,
    detail:
      'the execution role ecsTaskExecutionRole may not read the secret web/database-url-8Zk2Qp (DATABASE_URL of app), with an explicit deny in a service control policy',
    next: `For secretsmanager:GetSecretValue on ${secret}: ask the administrators of the organization to change it (an allow in the account does not help).`,
  },
  {
    name: 'a secret of another account, whose policy does not name the role',
    reason: `${prepare}failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/ecsTaskExecutionRole/0123 is not authorized to perform: secretsmanager:GetSecretValue on resource: ${secret} because no resource-based policy allows the secretsmanager:GetSecretValue action`,
    detail:
      'the execution role ecsTaskExecutionRole may not read the secret web/database-url-8Zk2Qp (DATABASE_URL of app), because no resource-based policy allows it',
    next: `For secretsmanager:GetSecretValue on ${secret}: allow it in the policy of the secret.`,
  },
  {
    name: 'a secret whose key the role may not use',
    reason: `${prepare}failed to fetch secret ${secret} from secrets manager: AccessDeniedException: Access to KMS is not allowed`,
    detail:
      'the execution role ecsTaskExecutionRole may not read the secret web/database-url-8Zk2Qp (DATABASE_URL of app)',
    next: 'Allow the execution role ecsTaskExecutionRole to call kms:Decrypt on the key that encrypts it.',
  },
  {
    name: 'a call that the policy of a VPC endpoint does not allow',
    reason: `${prepare}execution resource retrieval failed: unable to retrieve ecr registry auth: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/ecsTaskExecutionRole/0123 is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no VPC endpoint policy allows the ecr:GetAuthorizationToken action`,
    detail:
      'the execution role ecsTaskExecutionRole may not call ecr:GetAuthorizationToken, because no VPC endpoint policy allows it',
    next: 'For ecr:GetAuthorizationToken: allow it in the policy of the VPC endpoint.',
  },
])('$name', ({ reason, more, detail, next }) => {
  expect(explained('resource-initialization', reason, more)).toStrictEqual({ detail, next })
})
