import { taskLimitsAt } from '../../settings/task-limits.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const servingGap = defineCheck({ id: 'serving-gap', run })

/**
 * Without room for one more, a new task starts only after an old one has stopped, and all old ones may stop. A DAEMON
 * service never runs more than one task on an instance.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
function run({ observed }: CheckContext): Findings {
  if (!observed) return undefined
  const { service, settings } = observed
  const { rolloutCount: count, strategy } = settings.after
  if (strategy !== 'ROLLING' || service.scheduling === 'DAEMON') return undefined
  if (count === 0 || service.runningCount === 0) return undefined
  const { min, max } = taskLimitsAt(settings.after, count)
  if (min > 0 || max > count) return []
  const gap =
    count === 1
      ? 'ECS stops the old task before it starts the new one, and nothing serves in between'
      : 'ECS may stop all old tasks before it starts new ones, and nothing serves in between'
  return [
    {
      result: 'warning',
      text: `of ${count} desired, no task must stay healthy (minimumHealthyPercent ${settings.after.minimumHealthyPercent}) and at most ${max} may run (maximumPercent ${settings.after.maximumPercent}): ${gap}`,
      next: 'Set minimum-healthy-percent to 100 and maximum-percent to 200, unless the old and the new tasks must never run at the same time.',
    },
  ]
}
