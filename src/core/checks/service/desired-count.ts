import { scaleExpressCommand } from '../../ecs/cli-commands.js'
import { isExpress } from '../../ecs/service.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const desiredCount = defineCheck({ id: 'desired-count', run })

function run({ observed }: CheckContext): Findings {
  if (!observed) return undefined
  if (observed.settings.after.rolloutCount > 0) return []
  return [
    {
      result: 'warning',
      text: 'the desired count is 0: the deployment will complete without starting a task and verify nothing',
      next: isExpress(observed.service)
        ? `Let it run tasks first: ${scaleExpressCommand(observed.service)}`
        : 'Set bump-desired-count to 1 to start one task for verification and stop it afterwards.',
    },
  ]
}
