import { expect, test } from '@jest/globals'
import { maskSecrets } from '../../../../src/core/redaction/mask-secrets.js'

test.each([
  {
    line: 'cannot connect to postgres://app:Sm7secret@db/app',
    masked: 'cannot connect to postgres://app:***@db/app',
  },
  { line: 'DB_PASSWORD=hunter22 is wrong', masked: 'DB_PASSWORD=*** is wrong' },
  { line: '{"api_key": "abc", "user": "bob"}', masked: '{"api_key": "***", "user": "bob"}' },
  { line: 'Authorization: Bearer abc.def', masked: 'Authorization: Bearer ***' },
  { line: `key ${'AKIA'}IOSFODNN7EXAMPLE refused`, masked: 'key *** refused' },
  { line: `stripe ${'sk_live_'}4eC39HqLyjWDarjtT1 failed`, masked: 'stripe *** failed' },
  {
    line: `jwt ${'eyJhbGciOi'}.${'eyJzdWIiOiIx'}.abcdefghijkl expired`,
    masked: 'jwt *** expired',
  },
  { line: 'Error: DATABASE_URL is not set', masked: 'Error: DATABASE_URL is not set' },
  { line: 'Running on http://0.0.0.0:5201', masked: 'Running on http://0.0.0.0:5201' },
  { line: 'the token *** is not valid', masked: 'the token *** is not valid' },
  { line: 'DB_PASS=hunter2pw', masked: 'DB_PASS=***' },
  { line: 'PGPASSWORD hunter2pw', masked: 'PGPASSWORD ***' },
  { line: 'DATABASE_TOKEN is missing', masked: 'DATABASE_TOKEN is missing' },
  { line: 'token expired', masked: 'token expired' },
  {
    line: `read ${'-----BEGIN RSA PRIVATE KEY-----'}\nMIIEow\n-----END RSA PRIVATE KEY----- from a file`,
    masked: 'read *** from a file',
  },
  {
    line: 'exec: "{\\"token\\": \\"abc\\"}": not found',
    masked: 'exec: "{\\"token\\": \\"***\\"}": not found',
  },
  { line: 'deploy:Sm7secret@registry.test:5000/web:1', masked: 'deploy:***@registry.test:5000/web:1' },
  { line: '"image":"deploy:Sm7secret@host/web"', masked: '"image":"deploy:***@host/web"' },
  { line: 'registry.test/web:1@sha256:0e1d', masked: 'registry.test/web:1@sha256:0e1d' },
  { line: 'git@github.com:octo/web', masked: 'git@github.com:octo/web' },
  { line: 'mysql://app:Sm7@secret@db/app', masked: 'mysql://app:***@db/app' },
  { line: '***://app:Sm7secret@db/app', masked: '***://app:***@db/app' },
  { line: 'password: the-name-of-my-dog', masked: 'password: ***' },
  { line: 'token=the', masked: 'token=***' },
  { line: '/prod/db-password: hunter2', masked: '/prod/db-password: ***' },
  { line: 'https://api/v1?token=abc', masked: 'https://api/v1?token=***' },
])('$line', ({ line, masked }) => {
  expect(maskSecrets(line)).toBe(masked)
})

const secretArn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-token-AbCdEf'
const task = '3e7a1395bd8f4c0f9a1d2b3c4d5e6f70'

/**
 * What AWS says of itself.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
test.each([
  `(service web) has started 2 tasks: (task ${task}) (task ${task}).`,
  '(service web) (deployment ecs-svc/6216346761948112104) deployment failed: tasks failed to start.',
  `(service web) (task ${task}) (port 5001) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/6d0ecf831eec9f09) due to (reason Health checks failed with these codes: [404]).`,
  '(service web) was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.',
  "(service web) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::123456789012:role/secret-reader' that was provided for this task.)",
  '(service web) failed to register targets in (target-group web) with (error The security token included in the request is invalid.)',
  'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/api-token/8e6d68f88cd88d12)',
  'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/5678755162203410295.',
  `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref 123456789012.dkr.ecr.eu-west-1.amazonaws.com/auth-token:9be21c4@sha256:${'ab'.repeat(32)}: not found`,
  "CannotPullContainerError: pull access denied for web, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
  'CannotPullContainerError: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  'CannotPullContainerError: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://auth.docker.io/token?scope=repository%3Aweb%3Apull: 401 Unauthorized',
  'CannotPullECRContainerError: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/exec/1a is not authorized to perform: ecr:GetAuthorizationToken on resource: *',
  'CannotStartContainerError: Error response from daemon: failed to create task for container: exec: "/app/get-token": stat /app/get-token: no such file or directory',
  `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secretArn} from secrets manager: AccessDeniedException: not authorized to perform: secretsmanager:GetSecretValue on resource: ${secretArn} because no identity-based policy allows it`,
  `ResourceInitializationError: unable to retrieve secret: ${secretArn}:password::: ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
  'ResourceInitializationError: unable to get ECR authorization token: service call has been retried 3 time(s): RequestError: send request failed caused by: Post "https://api.ecr.eu-west-1.amazonaws.com/": dial tcp 10.0.1.5:443: i/o timeout',
  'ResourceInitializationError: invalid ssm parameters: /prod/db-password',
  'ResourceInitializationError: /prod/db-password: ParameterNotFound',
  'api error ExpiredToken: The security token included in the request is expired',
  'unable to load credentials: operation error ECS: DescribeServices',
  'Threshold Crossed: 2 datapoints [12.0 (15/01/26 09:02:00), 3.0 (15/01/26 09:01:00)] were greater than the threshold (5.0).',
  'OutOfMemoryError: Container killed due to memory usage',
  'lifecycle hook arn:aws:lambda:eu-west-1:123456789012:function:check-secret:live failed',
  'auth-token:8 completed, 2 of 2 running',
  'nginxapp-production-backend is not there',
])('stays as it is: %s', text => {
  expect(maskSecrets(text)).toBe(text)
})
