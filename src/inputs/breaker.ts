/** `circuit-breaker` and its settings. */

import type { Threshold } from '../core/ecs/service.js'
import { quote } from '../core/errors/problem.js'
import type { BreakerOptions } from '../core/options/service-options.js'
import { type InputReader, oneOf, optionalFlag } from './values.js'

export function readBreaker(reader: InputReader): BreakerOptions {
  const mode = oneOf(reader, 'circuit-breaker', ['rollback', 'stop', 'keep'] as const, 'rollback')
  const threshold = readThreshold(reader)
  const resetOnHealthyTask = optionalFlag(reader, 'circuit-breaker-reset-on-healthy-task')
  return {
    mode,
    threshold,
    resetOnHealthyTask,
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html: percentages are 1–100. */
function readThreshold({ get, report }: InputReader): Threshold | undefined {
  const value = get('circuit-breaker-threshold')
  if (value === '') return undefined
  const match = /^(?<number>\d{1,4})(?:(?<percent>%)(?:\s+(?<unbounded>unbounded))?)?$/i.exec(value)
  const { number, percent, unbounded } = match?.groups ?? {}
  const amount = Number(number)
  if (number === undefined || amount < 1 || (percent && amount > 100)) {
    const allowed =
      "a count of tasks (3), a percentage from 1% to 100% (50%), the same without ECS's limits of 3 and 200 (50% unbounded)"
    report('circuit-breaker-threshold', `${quote(value)} is none of: ${allowed}`)
    return undefined
  }
  if (!percent) return { type: 'COUNT', value: amount }
  return { type: unbounded ? 'UNBOUNDED_PERCENT' : 'BOUNDED_PERCENT', value: amount }
}
