import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const rollbackTarget = defineCheck({ id: 'rollback-target', run })

function run({ observed }: CheckContext): Findings {
  if (!observed) return undefined
  const hasCompleted = observed.service.deployments.some(({ rolloutState }) => rolloutState === 'COMPLETED')
  if (!observed.settings.after.breaker.rollback || hasCompleted) return []
  return [
    {
      result: 'warning',
      text: 'no deployment of this service is COMPLETED: if this one fails, ECS has nothing to roll back to',
      next: 'Watch this deployment; once one has succeeded, ECS can roll back to it.',
    },
  ]
}
