import type { Threshold } from '../../ecs/service.js'
import { isExpress } from '../../ecs/service.js'
import { showThreshold, tripsAt } from '../../settings/breaker.js'
import { maxConcurrentNewTasks } from '../../settings/task-limits.js'
import { formatDuration } from '../../text/duration.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { healthWait } from './health-wait.js'

export const breakerSlow = defineCheck({ id: 'breaker-slow', run })

/** Below this, failures are reported fast enough. */
const manyRounds = 3

/** Tasks that start together fail together. How long a start takes is unknown. */
function run(context: CheckContext): Findings {
  if (!context.observed) return undefined
  const { service, settings } = context.observed
  const { breaker, rolloutCount } = settings.after
  // Nothing makes the breaker of an Express service faster.
  if (!breaker.enable || rolloutCount === 0 || isExpress(service)) return undefined
  const concurrent = maxConcurrentNewTasks(settings.after, service.runningCount)
  const rounds = Math.ceil(lowerBound(breaker.threshold, rolloutCount) / concurrent)
  if (rounds < manyRounds) return []

  const wait = healthWait(context)
  const time = wait
    ? `: about ${formatDuration(rounds * wait.seconds)} of failed ${wait.of} health checks (${rounds} × ${wait.arithmetic}), plus the time to start and stop tasks`
    : ''
  const pace = concurrent === 1 ? 'one after another' : `${concurrent} at a time`
  const more = service.scheduling === 'REPLICA' ? ` bump-desired-count starts more of them at once,` : ''
  const sooner =
    context.rollout.breaker.mode === 'stop' ? '' : ' fail-fast-after can stop it after fewer failures,'
  return [
    {
      result: 'notice',
      text: `it takes ${failures(breaker.threshold, rolloutCount)}, ${pace}, to trip the circuit breaker${time}`,
      next: `To find out sooner:${more}${sooner} and circuit-breaker-threshold can set a lower number of tasks.`,
      isRecommendation: true,
    },
  ]
}

function failures(threshold: Threshold, desiredCount: number): string {
  if (threshold.type === 'UNBOUNDED_PERCENT') return showThreshold(threshold, desiredCount)
  return `${tripsAt(threshold, desiredCount)} failed tasks`
}

/** How ECS rounds an unbounded share is not documented. */
function lowerBound(threshold: Threshold, desiredCount: number): number {
  if (threshold.type !== 'UNBOUNDED_PERCENT') return tripsAt(threshold, desiredCount)
  return Math.max(1, Math.floor((threshold.value * desiredCount) / 100))
}
