/** Whether a raised desired count can stay while Application Auto Scaling moves it, too. */
import { bumpOf } from '../../settings/service-settings.js'
import type { Check } from '../check.js'
import { unseen } from '../check.js'
import type { Subject } from '../check-context.js'

export function checkAutoScaling({ observed, rollout, surroundings: { scaling } }: Subject): Check[] {
  const bump = observed && bumpOf(observed.service, rollout)
  if (!bump || scaling.kind === 'not-asked') return []
  if (scaling.kind === 'unseen') return [unseen('auto-scaling', scaling.why)]
  const bounds = scaling.value
  if (!bounds) return []
  if (bump.to > bounds.most)
    return [
      {
        id: 'auto-scaling',
        result: 'refused',
        text: `bump-desired-count "${bump.to}" is more than the ${bounds.most} tasks that Application Auto Scaling allows this service`,
        next: `Give bump-desired-count at most ${bounds.most}.`,
      },
    ]
  return [
    {
      id: 'auto-scaling',
      result: 'notice',
      text: `Application Auto Scaling keeps this service between ${bounds.least} and ${bounds.most} tasks: it may raise the count further while the rollout lasts, and what it sets is left alone`,
      next: '',
    },
  ]
}
