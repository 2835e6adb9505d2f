/**
 * Whether the alarms that guard the deployment can do so.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */

import type { Service } from '../../ecs/service.js'
import type { ServiceOptions } from '../../settings/service-settings.js'
import type { Check } from '../check.js'
import { passed, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { checkAlarmCover } from './alarm-cover.js'

const page = 'docs/alarms.md'

export function checkAlarms({ observed, rollout, resources, pages }: CheckContext): Check[] {
  if (!observed) return []
  const attempt = pages ? `${pages}/${page}` : `${page} of this action`
  const names = effectiveAlarmNames(observed.service, rollout)
  if (names.length === 0) return [none(attempt)]
  if (resources.alarms.kind === 'skipped') return []
  if (resources.alarms.kind === 'unavailable') return [unavailable('alarm-ringing', resources.alarms.why)]
  const alarms = resources.alarms.value
  const ringing = names.filter(name => alarms.get(name)?.state === 'ALARM')
  const unknown = names.filter(name => !alarms.has(name))
  return [
    ringing.length === 0
      ? passed('alarm-ringing')
      : {
          id: 'alarm-ringing',
          result: 'warning',
          text: `in ALARM before the deployment starts: ${ringing.join(', ')}: ECS ignores all alarms for this deployment`,
          next: 'Find out why it rings before you deploy.',
        },
    ...(unknown.length === 0
      ? [
          passed('alarm-missing'),
          ...checkAlarmCover(observed.service, resources.targetGroups, [...alarms.values()]).map(check =>
            check.result === 'passed' ? check : { ...check, docsUrl: attempt },
          ),
        ]
      : [missing(unknown)]),
  ]
}

function none(attempt: string): Check {
  return {
    id: 'alarm-none',
    result: 'notice',
    text: 'no CloudWatch alarm guards this deployment; two help',
    next: '',
    docsUrl: attempt,
  }
}

/** What it was to watch is not known, so that nothing can be said of what is not watched. */
function missing(names: readonly string[]): Check {
  return {
    id: 'alarm-missing',
    result: 'warning',
    text: `no such alarm in this account and region: ${names.join(', ')}`,
    next: 'Correct the input alarms, or create the alarm.',
  }
}

/** The alarms that watch over this deployment: those that are asked for, else those of the service. */
export function effectiveAlarmNames(service: Service, rollout: ServiceOptions): readonly string[] {
  return rollout.alarms?.names ?? service.alarms
}
