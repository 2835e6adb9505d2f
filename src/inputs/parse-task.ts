import { quote } from '../core/errors/problem.js'
import type { Report } from './input-row.js'

const name = /^(?:arn:[^:]+:ecs:[^:]+:\d{12}:task-definition\/)?[\w-]{1,255}(?::[1-9]\d{0,9})?$/

/** `migrate:3`, `migrate` for the latest ACTIVE revision, or an ARN. */
export function parseTaskDefinition(value: string, report: Report): string | undefined {
  const trimmed = value.trim()
  if (name.test(trimmed)) return trimmed
  const isFile = /\.(?:json|ya?ml)$|\//.test(trimmed)
  const advice = isFile
    ? 'register the file in a step before this one (task-definition without service), and give its output task-definition-arn here'
    : 'write family:revision (migrate:3), a family for its latest ACTIVE revision, or an ARN'
  report(`${quote(trimmed)} is not a registered task definition: ${advice}`)
  return undefined
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
export function parseStartedBy(value: string, report: Report): string {
  const trimmed = value.trim()
  if (!/^[\w/-]{0,128}$/.test(trimmed))
    report(`${quote(trimmed)} is not up to 128 letters, digits, hyphens, underscores and slashes`)
  return trimmed
}
