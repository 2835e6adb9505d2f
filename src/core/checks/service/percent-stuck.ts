/** Whether the percentages of the service let a deployment move at all. */

import type { Percents, Service } from '../../ecs/service.js'
import type { ServiceOptions } from '../../settings/service-settings.js'
import { rolloutCount } from '../../settings/service-settings.js'
import { isDeadlocked, requestedPercents, taskLimitsAt } from '../../settings/task-limits.js'
import type { Check } from '../check.js'
import { passed } from '../check.js'

/**
 * A rolling deployment that may neither stop a task nor start one waits for ever: ECS only tells an event. Without a
 * task that runs there is nothing to replace, and strategies that shift traffic do not go by these percentages.
 */
export function checkStuckPercents(service: Service, options: ServiceOptions): Check {
  const percents = requestedPercents(service, options)
  const count = rolloutCount(service, options)
  const rolling = service.strategy === 'ROLLING'
  const why = refusedByEcs(service, options, percents)
  if (why && rolling) return { id: 'percent-stuck', result: 'refused', ...why }
  const replaces = rolling && count > 0 && service.runningCount > 0
  const room = taskLimitsAt(percents, count)
  if (!replaces || !isDeadlocked(room, count)) return passed('percent-stuck')
  const { minimumHealthy, maximum } = percents
  return {
    id: 'percent-stuck',
    // The count of a DAEMON service is that of its instances, which may be another before the deployment begins. And
    // where tasks are missing, ECS may go on with those.
    result: service.scheduling === 'DAEMON' || service.runningCount < count ? 'warning' : 'refused',
    text: `no healthy task can be replaced: of ${count} desired, at least ceil(${minimumHealthy}% × ${count}) = ${room.min} have to stay healthy, and at most floor(${maximum}% × ${count}) = ${room.max} may be there, so that the deployment would wait for ever`,
    next: remedy(service, count),
  }
}

/** Values that ECS itself does not take. */
function refusedByEcs(
  service: Service,
  options: ServiceOptions,
  { minimumHealthy, maximum }: Percents,
): Pick<Check, 'text' | 'next'> | undefined {
  if (service.scheduling === 'DAEMON')
    return (options.maximumPercent ?? 0) > 100
      ? {
          text: `maximum-percent ${maximum} is more than the 100 that a DAEMON service may have`,
          next: 'Leave out maximum-percent.',
        }
      : undefined
  const asked = options.minimumHealthyPercent !== undefined || options.maximumPercent !== undefined
  if (!asked || minimumHealthy !== 100 || maximum !== 100) return undefined
  return {
    text: 'no healthy task can be replaced: minimum-healthy-percent and maximum-percent would both be 100, which ECS refuses',
    next: 'Give maximum-percent more than 100, or minimum-healthy-percent less.',
  }
}

function remedy({ scheduling }: Service, count: number): string {
  const lower = `minimum-healthy-percent at most ${Math.floor((100 * (count - 1)) / count)}, so that one may stop first`
  if (scheduling === 'DAEMON') return `Give ${lower}.`
  return `Give maximum-percent at least ${Math.ceil((100 * (count + 1)) / count)}, so that one more may start, or ${lower}.`
}
