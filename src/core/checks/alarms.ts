/**
 * Whether the alarms that guard the deployment can do so.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
import type { RolloutWish } from '../service/rollout.js'
import type { Service } from '../service/service.js'
import type { Check } from './check.js'
import { passed, unseen } from './check.js'
import type { Subject } from './subject.js'

export function checkAlarms({ observed, rollout, surroundings: { alarmStates } }: Subject): Check[] {
  const names = observed ? guarding(observed.service, rollout) : []
  if (names.length === 0 || alarmStates.kind === 'not-asked') return []
  if (alarmStates.kind === 'unseen') return [unseen('alarm-ringing', alarmStates.why)]
  const states = alarmStates.value
  const ringing = names.filter(name => states.get(name) === 'ALARM')
  const unknown = names.filter(name => !states.has(name))
  return [
    ringing.length === 0
      ? passed('alarm-ringing')
      : {
          id: 'alarm-ringing',
          result: 'warning',
          text: `in ALARM before the deployment starts: ${ringing.join(', ')}: ECS ignores all alarms for this deployment`,
          next: 'Find out why it rings before you deploy.',
        },
    unknown.length === 0
      ? passed('alarm-missing')
      : {
          id: 'alarm-missing',
          result: 'warning',
          text: `no such alarm in this account and region: ${unknown.join(', ')}`,
          next: 'Correct the input alarms, or create the alarm.',
        },
  ]
}

/** The alarms that watch over this deployment: those that are asked for, else those of the service. */
export function guarding(service: Service, rollout: RolloutWish): readonly string[] {
  return rollout.alarms?.names ?? service.alarms
}
