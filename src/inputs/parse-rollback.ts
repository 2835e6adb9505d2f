import { namesRevision } from '../core/ecs/arn.js'
import { quote } from '../core/errors/problem.js'
import type { RollbackTarget } from '../core/options/task-definition-source.js'
import type { Report } from './input-row.js'

export function parseRollback(value: string, report: Report): RollbackTarget | undefined {
  const target = value.trim()
  if (target === 'previous') return { kind: 'previous' }
  if (/^[1-9]\d{0,9}$/.test(target)) return { kind: 'number', number: target }
  if (namesRevision(target)) return { kind: 'named', name: target }
  report(
    `${quote(target)} is neither previous nor a revision: write previous, a number (41), family:revision (web:41) or an ARN`,
  )
  return undefined
}
