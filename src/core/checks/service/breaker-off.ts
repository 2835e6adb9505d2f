import { isExpress } from '../../ecs/service.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const breakerOff = defineCheck({ id: 'breaker-off', run })

function run({ observed, rollout: { breaker } }: CheckContext): Findings {
  if (!observed) return undefined
  if (observed.settings.after.breaker.enable) return []
  const isConfigured = breaker.threshold !== undefined || breaker.resetOnHealthyTask !== undefined
  const ignored = isConfigured ? ', so its settings have no effect' : ''
  return [
    {
      result: 'warning',
      text: `the circuit breaker is off and stays off${ignored}: a revision that cannot start is retried indefinitely`,
      next: isExpress(observed.service)
        ? 'ECS creates an Express service with it on, and no update can turn it on again. Keep fail-fast-after and set on-timeout: rollback, so that this action requests the rollback, or create the service anew.'
        : 'Remove circuit-breaker: keep, so that the breaker is turned on with rollback.',
    },
  ]
}
