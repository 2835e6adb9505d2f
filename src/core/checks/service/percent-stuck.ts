import type { Percents } from '../../ecs/plain-settings.js'
import type { ServiceState } from '../../ecs/service.js'
import type { ServiceOptions } from '../../options/service-options.js'
import { isDeadlocked, percentRemedy, taskLimitsAt } from '../../settings/task-limits.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const percentStuck = defineCheck({ id: 'percent-stuck', run })

/** ECS waits indefinitely and only writes an event. Strategies that shift traffic ignore these percentages. */
function run({ observed, rollout }: CheckContext): Findings {
  if (!observed) return undefined
  const { service, settings } = observed
  const { minimumHealthyPercent, maximumPercent, rolloutCount: count, strategy } = settings.after
  if (strategy !== 'ROLLING') return []
  const refusal = refusedByEcs(service, rollout, settings.after)
  if (refusal) return [{ result: 'refused', ...refusal }]
  const limits = taskLimitsAt(settings.after, count)
  if (count === 0 || service.runningCount === 0 || !isDeadlocked(limits, count)) return []
  return [
    {
      // The count of a DAEMON service follows its instances, which may change. Where tasks are missing, ECS may
      // start those.
      result: service.scheduling === 'DAEMON' || service.runningCount < count ? 'warning' : 'refused',
      text: `no healthy task can be replaced: of ${count} desired, at least ceil(${minimumHealthyPercent}% × ${count}) = ${limits.min} must stay healthy, and at most floor(${maximumPercent}% × ${count}) = ${limits.max} may run, so the deployment would wait indefinitely`,
      next: percentRemedy(service, count),
    },
  ]
}

function refusedByEcs(
  service: ServiceState,
  options: ServiceOptions,
  { minimumHealthyPercent, maximumPercent }: Percents,
): Pick<CheckFinding, 'text' | 'next'> | undefined {
  if (service.scheduling === 'DAEMON') {
    if ((options.maximumPercent ?? 0) <= 100) return undefined
    return {
      text: `maximum-percent ${maximumPercent} is more than 100, the most that a DAEMON service may have`,
      next: 'Remove maximum-percent.',
    }
  }
  const isSet = options.minimumHealthyPercent !== undefined || options.maximumPercent !== undefined
  if (!isSet || minimumHealthyPercent !== 100 || maximumPercent !== 100) return undefined
  return {
    text: 'no healthy task can be replaced: minimum-healthy-percent and maximum-percent would both be 100, which ECS refuses',
    next: 'Set maximum-percent to more than 100, or minimum-healthy-percent to less.',
  }
}
