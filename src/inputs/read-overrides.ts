import { quote } from '../core/errors/problem.js'
import type { ContainerOverrides, Overrides } from '../core/task-definition/overrides.js'
import type { InputForm } from './input-form.js'
import { type Report, splitList } from './input-row.js'
import type { InputName } from './input-table.js'
import { type Pair, parsePairs } from './lines.js'

/** For the containers of `container-name`. */
export const containerInputs: readonly InputName[] = [
  'environment-variables',
  'secrets',
  'env-files',
  'docker-labels',
  'command',
  'log-configuration-log-driver',
  'log-configuration-options',
]

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
export const logDrivers = [
  'awsfirelens',
  'awslogs',
  'fluentd',
  'gelf',
  'journald',
  'json-file',
  'splunk',
  'syslog',
] as const

export function readOverrides(form: InputForm): Overrides {
  return {
    container: readContainer(form),
    taskRoleArn: form.values['task-role-arn'],
    executionRoleArn: form.values['execution-role-arn'],
  }
}

function readContainer(form: InputForm): ContainerOverrides | undefined {
  const { values, isSet } = form
  reportSharedNames(form)
  const used = containerInputs.filter(isSet)
  if (used.length === 0) return undefined
  const containers = values['container-name']
  if (containers.length === 0) {
    const names = isSet('image') ? ['image', ...used] : used
    const verb = names.length === 1 ? 'is' : 'are'
    const problem = `is empty, but ${names.join(', ')} ${verb} given: name the container that gets it`
    form.report('container-name', problem)
    return undefined
  }
  return {
    containers,
    environment: values['environment-variables'],
    secrets: values.secrets,
    dockerLabels: values['docker-labels'],
    logOptions: values['log-configuration-options'],
    environmentFiles: values['env-files'],
    command: values.command,
    logDriver: values['log-configuration-log-driver'],
  }
}

/** A variable has a value or a secret, not both. */
function reportSharedNames({ values, report }: InputForm): void {
  const variables = new Set(values['environment-variables'].map(({ key }) => key))
  for (const { key } of values.secrets)
    if (variables.has(key)) report('secrets', `${quote(key)} is among environment-variables, too`)
}

export function parseSecrets(value: string, report: Report): Pair[] {
  const secrets = parsePairs(value, report, 'NAME=ARN')
  for (const secret of secrets)
    if (secret.value.trim() === '') report(`${quote(secret.key)} names no secret: give its ARN or parameter`)
  return secrets
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html */
export function parseEnvironmentFiles(value: string, report: Report): string[] {
  const files = splitList(value, '\n')
  for (const file of files.filter(file => !/^arn:[^:]+:s3:::[^/]+\/.+\.env$/.test(file)))
    report(`${quote(file)} is not the ARN of a .env file in S3 (arn:aws:s3:::bucket/path.env)`)
  return files
}

export function parseRole(value: string, report: Report): string | undefined {
  const role = value.trim()
  if (/^arn:[^:]+:iam::\d{12}:role\/.+$/.test(role)) return role
  report(`${quote(role)} is not the ARN of an IAM role (arn:aws:iam::123456789012:role/name)`)
  return undefined
}
