import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { deploymentAlarms, missingAlarms } from './deployment-alarms.js'

export const alarmMissing = defineCheck({ id: 'alarm-missing', run })

function run(context: CheckContext): Findings {
  const { names, details } = deploymentAlarms(context)
  if (details.kind !== 'found') return undefined
  const missing = missingAlarms(names, details.value)
  if (missing.length === 0) return []
  return [
    {
      result: 'warning',
      text: `no such alarm in this account and region: ${missing.join(', ')}`,
      next: 'Correct the input alarms, or create the alarm.',
    },
  ]
}
