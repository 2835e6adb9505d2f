/** Whether a raised desired count can stay while Application Auto Scaling moves it, too. */
import { bumpOf } from '../../settings/service-settings.js'
import type { Check } from '../check.js'
import { unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'

export function checkAutoScaling({ observed, rollout, resources: { scaling } }: CheckContext): Check[] {
  const bump = observed && bumpOf(observed.service, rollout)
  if (!bump || scaling.kind === 'skipped') return []
  if (scaling.kind === 'unavailable') return [unavailable('auto-scaling', scaling.why)]
  const bounds = scaling.value
  if (!bounds) return []
  if (bump.to > bounds.max)
    return [
      {
        id: 'auto-scaling',
        result: 'refused',
        text: `bump-desired-count "${bump.to}" is more than the ${bounds.max} tasks that Application Auto Scaling allows this service`,
        next: `Give bump-desired-count at most ${bounds.max}.`,
      },
    ]
  return [
    {
      id: 'auto-scaling',
      result: 'notice',
      text: `Application Auto Scaling keeps this service between ${bounds.min} and ${bounds.max} tasks: it may raise the count further while the rollout lasts, and what it sets is left alone`,
      next: '',
    },
  ]
}
