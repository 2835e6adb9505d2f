/** ECS sets the desired count of a DAEMON service: one task per instance. */
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const scheduling = defineCheck({ id: 'scheduling', alwaysEnforced: true, run })

function run({ observed, rollout }: CheckContext): Findings {
  if (!observed) return undefined
  const count = rollout.desiredCount ?? rollout.bumpDesiredCount
  if (observed.service.scheduling !== 'DAEMON' || count === undefined) return []
  return [
    {
      result: 'refused',
      text: `service ${observed.service.name} is a DAEMON service: ECS sets its desired count`,
      next: 'Remove desired-count and bump-desired-count.',
    },
  ]
}
