/** While an alarm is in ALARM when a deployment starts, ECS ignores all alarms for it. */
import { named } from '../../text/enumerate.js'
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
  const [is, it] = inAlarm.length === 1 ? ['is', 'it is'] : ['are', 'they are']
  return [
    {
      result: 'warning',
      text: `${named({ one: 'alarm', many: 'alarms' }, inAlarm)} ${is} in ALARM before the deployment starts: ECS ignores all alarms for this deployment`,
      next: `Find out why ${it} in ALARM before you deploy.`,
    },
  ]
}
