/** Whether a reader of the summary has to hear of the circuit breaker at once: otherwise it stands with the plan. */
import type { Rollout } from '../../core/outcome/rollout.js'
import { showBreaker } from '../../core/settings/breaker.js'
import type { WatchResult } from '../../core/watch/watch-result.js'

/** It was switched, it counted failures, or ECS says that it decided. */
export function mentionsBreaker(
  { plan, timeline }: Pick<Rollout, 'plan' | 'timeline'>,
  result: WatchResult | undefined,
): boolean {
  const before = plan.settings.before.breaker
  const after = plan.settings.after.breaker
  const isSaid = result !== undefined && 'reason' in result && /circuit breaker/i.test(result.reason ?? '')
  const counted = timeline.some(({ event }) => event?.kind === 'breaker' || event?.kind === 'tripped')
  return showBreaker(before) !== showBreaker(after) || isSaid || counted
}
