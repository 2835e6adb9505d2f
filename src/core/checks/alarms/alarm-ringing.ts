/** While an alarm is in ALARM when a deployment starts, ECS ignores all alarms for it. */
import { defineCheck, type Findings, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { deploymentAlarms } from './deployment-alarms.js'

export const alarmRinging = defineCheck({ id: 'alarm-ringing', run })

function run(context: CheckContext): Findings {
  const { names, details } = deploymentAlarms(context)
  if (details.kind === 'skipped') return undefined
  if (details.kind === 'unavailable') return [unavailable(details.why)]
  const inAlarm = names.filter(name => details.value.get(name)?.state === 'ALARM')
  if (inAlarm.length === 0) return []
  return [
    {
      result: 'warning',
      text: `in ALARM before the deployment starts: ${inAlarm.join(', ')}: ECS ignores all alarms for this deployment`,
      next: 'Find out why it is in ALARM before you deploy.',
    },
  ]
}
