import { revisionName } from '../../ecs/arn.js'
import { primaryOf, servingIn } from '../../ecs/service.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const primaryFailed = defineCheck({ id: 'primary-failed', run })

function run({ observed }: CheckContext): Findings {
  if (!observed) return undefined
  const { service } = observed
  const primary = primaryOf(service)
  if (primary?.rolloutState !== 'FAILED') return []
  const serving = servingIn(service.deployments)
  const running = serving
    ? `${revisionName(serving.taskDefinition)} serves`
    : 'no task of the service is running'
  return [
    {
      result: 'warning',
      text: `the PRIMARY deployment, ${primary.id}, has FAILED: ${running}`,
      next: 'No action is needed: this deployment replaces it.',
    },
  ]
}
