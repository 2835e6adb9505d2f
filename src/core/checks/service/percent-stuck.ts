import type { Percents, ServiceState } from '../../ecs/service.js'
import type { ServiceOptions } from '../../options/service-options.js'
import { isDeadlocked, taskLimitsAt } from '../../settings/task-limits.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const percentStuck = defineCheck({ id: 'percent-stuck', run })

/** ECS waits indefinitely and only writes an event. Strategies that shift traffic ignore these percentages. */
function run({ observed, rollout }: CheckContext): Findings {
  if (!observed) return undefined
  const { service, settings } = observed
  const { percents, rolloutCount: count, strategy } = settings.after
  if (strategy !== 'ROLLING') return []
  const refusal = refusedByEcs(service, rollout, percents)
  if (refusal) return [{ result: 'refused', ...refusal }]
  const limits = taskLimitsAt(percents, count)
  if (count === 0 || service.runningCount === 0 || !isDeadlocked(limits, count)) return []
  const { minimumHealthy, maximum } = percents
  return [
    {
      // The count of a DAEMON service follows its instances, which may change. Where tasks are missing, ECS may
      // start those.
      result: service.scheduling === 'DAEMON' || service.runningCount < count ? 'warning' : 'refused',
      text: `no healthy task can be replaced: of ${count} desired, at least ceil(${minimumHealthy}% × ${count}) = ${limits.min} have to stay healthy, and at most floor(${maximum}% × ${count}) = ${limits.max} may be there, so that the deployment would wait indefinitely`,
      next: remedy(service, count),
    },
  ]
}

function refusedByEcs(
  service: ServiceState,
  options: ServiceOptions,
  { minimumHealthy, maximum }: Percents,
): Pick<CheckFinding, 'text' | 'next'> | undefined {
  if (service.scheduling === 'DAEMON') {
    if ((options.maximumPercent ?? 0) <= 100) return undefined
    return {
      text: `maximum-percent ${maximum} is more than the 100 that a DAEMON service may have`,
      next: 'Leave out maximum-percent.',
    }
  }
  const isSet = options.minimumHealthyPercent !== undefined || options.maximumPercent !== undefined
  if (!isSet || minimumHealthy !== 100 || maximum !== 100) return undefined
  return {
    text: 'no healthy task can be replaced: minimum-healthy-percent and maximum-percent would both be 100, which ECS refuses',
    next: 'Set maximum-percent to more than 100, or minimum-healthy-percent to less.',
  }
}

function remedy({ scheduling }: ServiceState, count: number): string {
  const lower = `minimum-healthy-percent to at most ${Math.floor((100 * (count - 1)) / count)}, so that one may stop first`
  if (scheduling === 'DAEMON') return `Set ${lower}.`
  return `Set maximum-percent to at least ${Math.ceil((100 * (count + 1)) / count)}, so that one more may start, or ${lower}.`
}
