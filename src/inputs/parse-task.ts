import { quote } from '../core/errors/problem.js'
import type { TaskDefinitionChoice } from '../core/options/task-options.js'
import type { Report } from './input-row.js'

const name = /^(?:arn:[^:]+:ecs:[^:]+:\d{12}:task-definition\/)?[\w-]{1,255}(?::[1-9]\d{0,9})?$/

/**
 * The form decides, not what is in the workspace: families and revisions have neither a dot nor, besides ARNs, a slash
 * (docs/adr/0052).
 */
export function parseTaskDefinition(value: string, report: Report): TaskDefinitionChoice | undefined {
  const trimmed = value.trim()
  if (name.test(trimmed)) return { kind: 'registered', name: trimmed }
  const isFile = !trimmed.startsWith('arn:') && (/[./]/.test(trimmed) || isContent(trimmed))
  if (isFile) return { kind: 'file', path: trimmed }
  report(
    `${quote(trimmed)} is neither a file nor a registered task definition: write the path of a file (deploy/migrate.json, or ./migrate for one without an extension), family:revision (migrate:3), a family for its latest ACTIVE revision, or an ARN`,
  )
  return undefined
}

/** Of a file, put here by mistake; its values are not shown. */
function isContent(value: string): boolean {
  return /^\s*[{[]|[\r\n]/.test(value)
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
export function parseStartedBy(value: string, report: Report): string {
  const trimmed = value.trim()
  if (!/^[\w/-]{0,128}$/.test(trimmed))
    report(`${quote(trimmed)} is not up to 128 letters, digits, hyphens, underscores and slashes`)
  return trimmed
}
