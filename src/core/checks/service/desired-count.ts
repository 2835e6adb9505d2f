import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const desiredCount = defineCheck({ id: 'desired-count', run })

function run({ observed }: CheckContext): Findings {
  if (!observed) return undefined
  if (observed.settings.after.rolloutCount > 0) return []
  return [
    {
      result: 'warning',
      text: 'the service wants 0 tasks: the deployment will complete without starting one and proves nothing',
      next: 'Set bump-desired-count: 1, so that one task is started to verify it and stopped again.',
    },
  ]
}
