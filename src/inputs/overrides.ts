/** What the inputs change in the task definition beside images. */

import { quote } from '../core/errors/problem.js'
import type { ContainerOverrides, Overrides } from '../core/task-definition/overrides.js'
import { readCommand } from './command.js'
import { type Pair, readPairs } from './lines.js'
import { type InputReader, list, optionalOneOf } from './values.js'

/** Every input that changes the containers of `container-name`. */
export const containerInputs: readonly string[] = [
  'environment-variables',
  'secrets',
  'env-files',
  'docker-labels',
  'command',
  'log-configuration-log-driver',
  'log-configuration-options',
]

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
const logDrivers = [
  'awsfirelens',
  'awslogs',
  'fluentd',
  'gelf',
  'journald',
  'json-file',
  'splunk',
  'syslog',
] as const

export function readOverrides(reader: InputReader): Overrides {
  const taskRoleArn = readRole(reader, 'task-role-arn')
  const executionRoleArn = readRole(reader, 'execution-role-arn')
  const container = readContainer(reader)
  return {
    container,
    taskRoleArn: taskRoleArn || undefined,
    executionRoleArn: executionRoleArn || undefined,
  }
}

function readContainer(reader: InputReader): ContainerOverrides | undefined {
  const { get, report } = reader
  const environment = readPairs(reader, 'environment-variables')
  const secrets = readSecrets(reader, environment)
  const command = readCommand(reader)
  const logDriver = optionalOneOf(reader, 'log-configuration-log-driver', logDrivers)
  const settings = {
    environment,
    secrets,
    dockerLabels: readPairs(reader, 'docker-labels'),
    logOptions: readPairs(reader, 'log-configuration-options'),
    environmentFiles: readFiles(reader),
    command,
    logDriver: logDriver || undefined,
  }
  const used = containerInputs.filter(name => get(name) !== '')
  if (used.length === 0) return undefined
  const containers = list(get('container-name'), ',')
  const waiting = get('image') === '' ? used : ['image', ...used]
  if (containers.length > 0) return { containers, ...settings }
  report(
    'container-name',
    `is empty, but ${waiting.join(', ')} ${waiting.length === 1 ? 'is' : 'are'} given: name the container that gets it`,
  )
  return undefined
}

/** One name means one variable of a container: it has a value or a secret. */
function readSecrets(reader: InputReader, environment: readonly Pair[]): Pair[] {
  const secrets = readPairs(reader, 'secrets')
  const variables = new Set(environment.map(({ key }) => key))
  for (const { key, value } of secrets) {
    if (value.trim() === '')
      reader.report('secrets', `${quote(key)} names no secret: give its ARN or parameter`)
    if (variables.has(key)) reader.report('secrets', `${quote(key)} is among environment-variables, too`)
  }
  return secrets
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html */
function readFiles({ get, report }: InputReader): string[] {
  const files = list(get('env-files'), '\n')
  for (const file of files.filter(file => !/^arn:[^:]+:s3:::[^/]+\/.+\.env$/.test(file)))
    report('env-files', `${quote(file)} is not the ARN of a .env file in S3 (arn:aws:s3:::bucket/path.env)`)
  return files
}

function readRole({ get, report }: InputReader, name: string): string | undefined {
  const role = get(name)
  if (role === '' || /^arn:[^:]+:iam::\d{12}:role\/.+$/.test(role)) return role || undefined
  report(name, `${quote(role)} is not the ARN of an IAM role (arn:aws:iam::123456789012:role/name)`)
  return undefined
}
