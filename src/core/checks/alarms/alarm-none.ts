import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { alarmsPage, deploymentAlarms } from './deployment-alarms.js'

export const alarmNone = defineCheck({ id: 'alarm-none', run })

function run(context: CheckContext): Findings {
  if (!context.observed || deploymentAlarms(context).names.length > 0) return undefined
  return [
    {
      result: 'notice',
      text: 'no CloudWatch alarm is configured for this deployment',
      next: '',
      docsUrl: alarmsPage(context),
      isRecommendation: true,
    },
  ]
}
