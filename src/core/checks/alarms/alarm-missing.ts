import { named } from '../../text/enumerate.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { deploymentAlarms, missingAlarms } from './deployment-alarms.js'

export const alarmMissing = defineCheck({ id: 'alarm-missing', run })

function run(context: CheckContext): Findings {
  const { names, details } = deploymentAlarms(context)
  if (details.kind !== 'found') return undefined
  const missing = missingAlarms(names, details.value)
  if (missing.length === 0) return []
  const [verb, it] = missing.length === 1 ? ['does', 'the alarm'] : ['do', 'the alarms']
  return [
    {
      result: 'warning',
      text: `${named({ one: 'alarm', many: 'alarms' }, missing)} ${verb} not exist in this account and region`,
      next: `Correct the input alarms, or create ${it}.`,
    },
  ]
}
