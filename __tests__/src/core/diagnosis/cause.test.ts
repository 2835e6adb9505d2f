/** Reasons as ECS words them: docs.aws.amazon.com, stopped-task-error-codes, task_cannot_pull_image, resource-initialization-error. */
import { expect, test } from '@jest/globals'
import type { FailureEvidence } from '../../../../src/core/diagnosis/explanation.js'
import type { FailureClass, FailureGroup } from '../../../../src/core/diagnosis/failure-group.js'
import { definition, explained, image, secret } from '../../../support/findings.js'
import { revisionArn } from '../../../support/service-builders.js'

const pull = 'CannotPullContainerError: '
const prepare = 'ResourceInitializationError: unable to pull secrets or registry auth: '

test.each<{
  name: string
  failureClass: FailureClass
  reason: string
  more?: Partial<FailureEvidence & FailureGroup>
  insight: string | undefined
  next: string
}>([
  {
    name: 'a tag that is not there',
    failureClass: 'image-pull',
    reason: `${pull}pull image manifest has been retried 5 time(s): failed to resolve ref ${image}: ${image}: not found`,
    insight: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web has no tag 9be21c4',
    next: `Push web:9be21c4, or deploy a tag that is there.`,
  },
  {
    name: 'an image for another platform',
    failureClass: 'image-pull',
    reason: `${pull}image Manifest does not contain descriptor matching platform 'linux/amd64'`,
    insight: 'web:9be21c4 is not built for X86_64, which the task runs on',
    next: 'Build it for linux/amd64, or set runtimePlatform.cpuArchitecture to what it is built for.',
  },
  {
    name: 'an image for another platform than ARM64',
    failureClass: 'image-pull',
    reason: `${pull}image Manifest does not contain descriptor matching platform 'linux/arm64'`,
    more: { definition: { ...definition, runtimePlatform: { cpuArchitecture: 'ARM64' } } },
    insight: 'web:9be21c4 is not built for ARM64, which the task runs on',
    next: 'Build it for linux/arm64, or set runtimePlatform.cpuArchitecture to what it is built for.',
  },
  {
    name: 'a role that may not pull',
    failureClass: 'image-pull',
    reason: `${pull}The task can't pull the image. Check that the role has the permissions to pull images from the registry`,
    insight: 'the registry refuses the pull',
    next: 'Let the execution role ecsTaskExecutionRole pull it: ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer; in another account its repository policy, too.',
  },
  {
    name: 'no way to the registry',
    failureClass: 'image-pull',
    reason: `${pull}ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: dial tcp 10.0.0.1:443: i/o timeout`,
    insight: 'the registry could not be reached from the subnets of the task',
    next: 'Give the subnets a way out: a NAT gateway, a public IP address, or VPC endpoints for ECR (api and dkr) and S3.',
  },
  {
    name: 'the limit of Docker Hub',
    failureClass: 'image-pull',
    reason: `${pull}toomanyrequests: You have reached your pull rate limit`,
    insight: 'the registry limits how often it may be asked',
    next: 'Pull from a registry without that limit, such as an ECR pull through cache, or give repositoryCredentials.',
  },
  {
    name: 'a secret that may not be read',
    failureClass: 'resource-initialization',
    reason: `${prepare}execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User is not authorized to perform: secretsmanager:GetSecretValue`,
    insight:
      'the execution role ecsTaskExecutionRole may not read the secret web/database-url-8Zk2Qp (DATABASE_URL of app)',
    next: `Allow secretsmanager:GetSecretValue on ${secret} (and kms:Decrypt where a key of your own is used) to the execution role ecsTaskExecutionRole.`,
  },
  {
    name: 'a secret that is not there',
    failureClass: 'resource-initialization',
    reason: `${prepare}failed to fetch secret ${secret} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret`,
    insight: 'the secret web/database-url-8Zk2Qp (DATABASE_URL of app) does not exist',
    next: `Correct valueFrom in the task definition (${secret}), or create the secret and give its new ARN there.`,
  },
  {
    name: 'a secret that is not there any more, which what serves needs, too',
    failureClass: 'resource-initialization',
    reason: `${prepare}failed to fetch secret ${secret} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret`,
    more: { live: { revision: revisionArn('web:7'), definition: { ...definition, executionRoleArn: 'x' } } },
    insight:
      'the secret web/database-url-8Zk2Qp (DATABASE_URL of app) does not exist; web:7 names it, too: no new task of it could start either',
    next: `Correct valueFrom in the task definition (${secret}), or create the secret and give its new ARN there.`,
  },
  {
    name: 'a secret that what serves reads with the same role',
    failureClass: 'resource-initialization',
    reason: `${prepare}failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User is not authorized to perform: secretsmanager:GetSecretValue`,
    more: { live: { revision: revisionArn('web:7'), definition } },
    insight:
      'the execution role ecsTaskExecutionRole may not read the secret web/database-url-8Zk2Qp (DATABASE_URL of app); web:7 names it, too: no new task of it could start either',
    next: `Allow secretsmanager:GetSecretValue on ${secret} (and kms:Decrypt where a key of your own is used) to the execution role ecsTaskExecutionRole.`,
  },
  {
    name: 'a secret that what serves reads with another role',
    failureClass: 'resource-initialization',
    reason: `${prepare}failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User is not authorized to perform: secretsmanager:GetSecretValue`,
    more: { live: { revision: revisionArn('web:7'), definition: { ...definition, executionRoleArn: 'x' } } },
    insight:
      'the execution role ecsTaskExecutionRole may not read the secret web/database-url-8Zk2Qp (DATABASE_URL of app)',
    next: `Allow secretsmanager:GetSecretValue on ${secret} (and kms:Decrypt where a key of your own is used) to the execution role ecsTaskExecutionRole.`,
  },
  {
    name: 'a log group that is not there',
    failureClass: 'resource-initialization',
    reason:
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1',
    insight: 'the log group does not exist (/ecs/web)',
    next: 'Create /ecs/web, or set awslogs-create-group to true and allow logs:CreateLogGroup to the execution role ecsTaskExecutionRole.',
  },
  {
    name: 'a log stream that may not be created',
    failureClass: 'resource-initialization',
    reason:
      'ResourceInitializationError: failed to validate logger args: failed to create Cloudwatch log stream: AccessDeniedException: User is not authorized to perform: logs:CreateLogStream on resource: x',
    insight: 'the execution role ecsTaskExecutionRole may not call logs:CreateLogStream',
    next: 'Allow logs:CreateLogStream to the execution role ecsTaskExecutionRole.',
  },
  {
    name: 'a registry whose token may not be had',
    failureClass: 'resource-initialization',
    reason: `${prepare}execution resource retrieval failed: unable to retrieve ecr registry auth: AccessDeniedException: User is not authorized to perform: ecr:GetAuthorizationToken on resource: *`,
    insight: 'the execution role ecsTaskExecutionRole may not call ecr:GetAuthorizationToken',
    next: 'Allow ecr:GetAuthorizationToken to the execution role ecsTaskExecutionRole.',
  },
  {
    name: 'an image that may be missing or private',
    failureClass: 'image-pull',
    reason: `${pull}pull access denied for octo/web, repository does not exist or may require 'docker login'`,
    insight: 'the registry refuses the pull',
    next: 'Let the execution role ecsTaskExecutionRole pull it: ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer; in another account its repository policy, too.',
  },
  {
    name: 'memory of a container',
    failureClass: 'out-of-memory',
    reason: 'OutOfMemoryError: Container killed due to memory usage',
    more: { exitCode: 137, definition: { containerDefinitions: [{ name: 'app', memory: 256 }] } },
    insight: 'app is limited to 256 MiB',
    next: 'Raise memory of app above 256 MiB, or find what fills it.',
  },
  {
    name: 'memory of the task',
    failureClass: 'out-of-memory',
    reason: 'OutOfMemoryError: Container killed due to memory usage',
    more: { exitCode: 137 },
    insight: 'the task is limited to 1024 MiB',
    next: 'Raise memory of the task above 1024 MiB, or find what fills it in app.',
  },
  {
    name: 'another architecture, told by the log alone',
    failureClass: 'container-exit',
    reason: 'Essential container in task exited',
    more: { exitCode: 1, lines: ['exec /app/server: exec format error'] },
    insight: `web:9be21c4 is built for another architecture than X86_64, which the task runs on (exec format error)`,
    next: 'Build the image for linux/amd64, or set runtimePlatform.cpuArchitecture to what it is built for.',
  },
  {
    name: 'the complaint in a log, though more was written after it',
    failureClass: 'container-exit',
    reason: 'Essential container in task exited',
    more: { exitCode: 1, lines: ['starting', 'Error: DATABASE_URL is not set', 'shutting down'] },
    insight: 'its log ends with "Error: DATABASE_URL is not set"',
    // Which it has: the value may be empty, or the app means another place.
    next: 'Mend what the log of app complains of there.',
  },
  {
    name: 'a variable that the task definition does not give',
    failureClass: 'container-exit',
    reason: 'Essential container in task exited',
    more: { exitCode: 1, lines: ["KeyError: 'FEATURE_X'"] },
    insight: `its log ends with "KeyError: 'FEATURE_X'"`,
    next: 'The task definition gives app no FEATURE_X: add it to environment or secrets, or make app start without it.',
  },
  {
    name: 'a variable that a file may give',
    failureClass: 'container-exit',
    reason: 'Essential container in task exited',
    more: {
      exitCode: 1,
      lines: ['fatal: TOKEN is missing'],
      definition: {
        containerDefinitions: [{ name: 'app', environmentFiles: [{ value: 's3', type: 's3' }] }],
      },
    },
    insight: 'its log ends with "fatal: TOKEN is missing"',
    next: 'Mend what the log of app complains of there.',
  },
  {
    name: 'last words that complain of nothing',
    failureClass: 'container-exit',
    reason: 'Essential container in task exited',
    more: { exitCode: 1, lines: ['loading plugins'] },
    insight: 'its log ends with "loading plugins"',
    next: 'Read the log of app for why it ended: nothing in its last lines looks like an error.',
  },
  ...[
    'config: unknown key FEATURE_BANNER',
    'listen tcp: invalid port 99999',
    'unexpected end of JSON input',
    'ModuleNotFound: not found: express',
    'waiting for the database timed out',
  ].map(line => ({
    name: `a complaint that calls itself no error: ${line}`,
    failureClass: 'container-exit' as const,
    reason: 'Essential container in task exited',
    more: { exitCode: 1, lines: [line, 'shutting down'] },
    insight: `its log ends with "${line}"`,
    next: 'Mend what the log of app complains of there.',
  })),
  {
    name: 'a program that ends well',
    failureClass: 'container-exit',
    reason: 'Essential container in task exited',
    more: { exitCode: 0, lines: ['migrated 3 tables'] },
    insight:
      'that is no error, but a task of a service has to keep running; its log ends with "migrated 3 tables"',
    next: 'Give app a command that keeps running, or set essential to false.',
  },
  {
    name: 'a command that the image does not have',
    failureClass: 'container-exit',
    reason: 'Essential container in task exited',
    more: { exitCode: 127 },
    insight: undefined,
    next: 'Correct command or entryPoint of app: the image has no such program.',
  },
  {
    name: 'a command that cannot be executed',
    failureClass: 'container-exit',
    reason: 'Essential container in task exited',
    more: { exitCode: 126 },
    insight: undefined,
    next: 'Correct command or entryPoint of app: what it names is in the image, but cannot be executed (its permission, or it is no executable).',
  },
  {
    name: 'nothing but an exit code',
    failureClass: 'container-exit',
    reason: 'Essential container in task exited',
    more: { exitCode: 1 },
    insight: undefined,
    next: 'the usual',
  },
  {
    name: 'nobody knows',
    failureClass: 'other',
    reason: 'ECS gives no reason',
    insight: undefined,
    next: 'the usual',
  },
])('$name', ({ failureClass, reason, more, insight, next }) => {
  expect(explained(failureClass, reason, more)).toStrictEqual({ insight, next })
})
