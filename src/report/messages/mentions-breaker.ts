import type { Rollout } from '../../core/outcome/rollout.js'
import { showBreaker } from '../../core/settings/breaker.js'
import type { WatchResult } from '../../core/watch/watch-result.js'

/** If it was switched, counted failures, or is the reason that ECS gives. */
export function mentionsBreaker(
  { plan, timeline }: Pick<Rollout, 'plan' | 'timeline'>,
  result: WatchResult | undefined,
): boolean {
  const before = plan.settings.before.breaker
  const after = plan.settings.after.breaker
  const isReason = result !== undefined && 'reason' in result && /circuit breaker/i.test(result.reason ?? '')
  const counted = timeline.some(({ event }) => event?.kind === 'breaker' || event?.kind === 'tripped')
  return showBreaker(before) !== showBreaker(after) || isReason || counted
}
