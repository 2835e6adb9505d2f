/** How long a failing deployment would go on until the circuit breaker has seen enough of it. */

import { breakerAfter, showThreshold, type Threshold, tripsAt } from '../../settings/breaker.js'
import { rolloutCount } from '../../settings/service-settings.js'
import { maxConcurrentNewTasks } from '../../settings/task-limits.js'
import { formatDuration } from '../../text/duration.js'
import type { Check } from '../check.js'
import { passed } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { healthWait } from './health-wait.js'

/** Failures that come in fewer rounds than this are seen about as soon as failures can be. */
const manyRounds = 3

/**
 * Tasks that are started together fail together; the next ones are started after them. What a start takes is not known
 * before, so only the health checks are counted.
 */
export function checkSlowBreaker({ definition, observed, rollout, resources }: CheckContext): Check[] {
  if (!observed) return []
  const { service } = observed
  const breaker = breakerAfter(service.breaker, rollout.breaker)
  const count = rolloutCount(service, rollout)
  if (!breaker.enable || count === 0) return []
  const together = maxConcurrentNewTasks(service, rollout, count)
  const rounds = Math.ceil(surelyTripsAt(breaker.threshold, count) / together)
  if (rounds < manyRounds) return [passed('breaker-slow')]

  const wait = healthWait(definition, service, resources.targetGroups)
  const time = wait
    ? `: about ${formatDuration(rounds * wait.seconds)} of failed ${wait.of} health checks (${rounds} × ${wait.arithmetic}), beside the starts and stops`
    : ''
  const pace = together === 1 ? 'one after another' : `${together} at a time`
  const more = service.scheduling === 'REPLICA' ? ` bump-desired-count starts more of them at once,` : ''
  const sooner = rollout.breaker.mode === 'stop' ? '' : ' fail-fast-after can stop it after fewer failures,'
  return [
    {
      id: 'breaker-slow',
      result: 'notice',
      text: `it takes ${failures(breaker.threshold, count)}, ${pace}, to trip the circuit breaker${time}`,
      next: `To know sooner:${more}${sooner} and circuit-breaker-threshold takes a count of tasks.`,
    },
  ]
}

function failures(threshold: Threshold, desiredCount: number): string {
  if (threshold.type === 'UNBOUNDED_PERCENT') return showThreshold(threshold, desiredCount)
  return `${tripsAt(threshold, desiredCount)} failed tasks`
}

/** How ECS rounds an unbounded share is not documented: the fewer tasks of the two. */
function surelyTripsAt(threshold: Threshold, desiredCount: number): number {
  if (threshold.type !== 'UNBOUNDED_PERCENT') return tripsAt(threshold, desiredCount)
  return Math.max(1, Math.floor((threshold.value * desiredCount) / 100))
}
