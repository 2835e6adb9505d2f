import { quote } from '../core/errors/problem.js'
import { isRandom, showName } from '../core/text/name.js'
import type { Report } from './input-row.js'
import { linesOf, type Pair, parseVariables } from './lines.js'

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

export function parseSecrets(value: string, report: Report): Pair[] {
  const secrets = parseVariables(value, report, 'NAME=ARN')
  for (const secret of secrets)
    if (secret.value.trim() === '')
      report(
        `${quote(showName(secret.key))} has no value: set it to the ARN of a secret or the name of a parameter`,
      )
  return secrets
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html */
export function parseEnvironmentFiles(value: string, report: Report): string[] {
  const lines = linesOf(value, report).map(({ number, text }) => ({ number, file: text.trim() }))
  for (const { number, file } of lines) {
    if (/^arn:[^:]+:s3:::[^/]+\/.+\.env$/.test(file)) continue
    const shown = isRandom(file) ? `line ${number}` : quote(file)
    report(`${shown} is not the ARN of a .env file in S3 (arn:aws:s3:::bucket/path.env)`)
  }
  return lines.map(({ file }) => file)
}

export function parseRole(value: string, report: Report): string | undefined {
  const role = value.trim()
  if (/^arn:[^:]+:iam::\d{12}:role\/.+$/.test(role)) return role
  report(`${quote(role)} is not the ARN of an IAM role (arn:aws:iam::123456789012:role/name)`)
  return undefined
}
