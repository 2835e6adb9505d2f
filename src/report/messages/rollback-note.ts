/** Whether a reader of the summary has to hear of the circuit breaker at once: otherwise it stands with the plan. */
import type { Interruption, Rollout } from '../../core/outcome/outcome.js'
import { showBreaker } from '../../core/settings/breaker.js'
import type { Ending } from '../../core/watch/evaluate.js'

/** It was switched, it counted failures, or ECS says that it decided. */
export function isBreakerTold(
  { plan, happenings }: Pick<Rollout, 'plan' | 'happenings'>,
  ending: Ending | Interruption | undefined,
): boolean {
  const { before, after } = plan.breaker
  const isSaid = ending !== undefined && 'reason' in ending && /circuit breaker/i.test(ending.reason ?? '')
  const counted = happenings.some(({ news }) => news?.kind === 'breaker' || news?.kind === 'tripped')
  return showBreaker(before) !== showBreaker(after) || isSaid || counted
}
