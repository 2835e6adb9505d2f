/**
 * A count of tasks or a percentage from 1 to 100.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
import type { Threshold } from '../core/ecs/service.js'
import { quote } from '../core/errors/problem.js'
import type { Report } from './input-row.js'

const allowed =
  "a count of tasks (3), a percentage from 1% to 100% (50%), the same without ECS's limits of 3 and 200 (50% unbounded)"

export function parseThreshold(value: string, report: Report): Threshold | undefined {
  const trimmed = value.trim()
  const match = /^(?<number>\d{1,4})(?:(?<percent>%)(?:\s+(?<unbounded>unbounded))?)?$/i.exec(trimmed)
  const { number, percent, unbounded } = match?.groups ?? {}
  const amount = Number(number)
  if (number === undefined || amount < 1 || (percent && amount > 100)) {
    report(`${quote(trimmed)} is not one of: ${allowed}`)
    return undefined
  }
  if (!percent) return { type: 'COUNT', value: amount }
  return { type: unbounded ? 'UNBOUNDED_PERCENT' : 'BOUNDED_PERCENT', value: amount }
}
