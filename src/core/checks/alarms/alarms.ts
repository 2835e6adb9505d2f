/**
 * Whether the alarms that guard the deployment can do so.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */

import type { Service } from '../../ecs/service.js'
import type { RolloutWish } from '../../settings/service-settings.js'
import type { Check } from '../check.js'
import { passed, unseen } from '../check.js'
import type { Subject } from '../check-context.js'
import { checkWatch } from './alarm-cover.js'

const page = 'docs/alarms.md'

export function checkAlarms({ observed, rollout, surroundings, pages }: Subject): Check[] {
  if (!observed) return []
  const see = pages ? `${pages}/${page}` : `${page} of this action`
  const names = guarding(observed.service, rollout)
  if (names.length === 0) return [none(see)]
  if (surroundings.alarms.kind === 'not-asked') return []
  if (surroundings.alarms.kind === 'unseen') return [unseen('alarm-ringing', surroundings.alarms.why)]
  const alarms = surroundings.alarms.value
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
          ...checkWatch(observed.service, surroundings.targetGroups, [...alarms.values()]).map(check =>
            check.result === 'passed' ? check : { ...check, see },
          ),
        ]
      : [missing(unknown)]),
  ]
}

function none(see: string): Check {
  return {
    id: 'alarm-none',
    result: 'notice',
    text: 'no CloudWatch alarm guards this deployment; two help',
    next: '',
    see,
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
export function guarding(service: Service, rollout: RolloutWish): readonly string[] {
  return rollout.alarms?.names ?? service.alarms
}
