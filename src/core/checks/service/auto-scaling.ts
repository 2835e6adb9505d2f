/** Application Auto Scaling may change a raised desired count. */
import { bumpOf } from '../../settings/bump.js'
import { defineCheck, type Findings, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const autoScaling = defineCheck({ id: 'auto-scaling', run })

function run({ observed, resources: { scaling } }: CheckContext): Findings {
  const bump = observed && bumpOf(observed.settings)
  if (!bump || scaling.kind === 'skipped') return undefined
  if (scaling.kind === 'unavailable') return [unavailable(scaling.why)]
  const bounds = scaling.value
  if (!bounds) return undefined
  if (bump.to > bounds.max)
    return [
      {
        result: 'refused',
        text: `bump-desired-count "${bump.to}" is more than the ${bounds.max} tasks that Application Auto Scaling allows this service`,
        next: `Set bump-desired-count to at most ${bounds.max}.`,
      },
    ]
  return [
    {
      result: 'notice',
      text: `Application Auto Scaling keeps this service between ${bounds.min} and ${bounds.max} tasks: it may raise the count further during the rollout, and this action leaves what it sets`,
      next: '',
    },
  ]
}
