/** What several reports take of an outcome, where it has it. */
import type { Outcome, Registered, Rollout } from '../../core/outcome/outcome.js'
import { planOf } from '../../core/outcome/outcome.js'

export function rolloutOf(outcome: Outcome): Rollout | undefined {
  return outcome.kind === 'started' || outcome.kind === 'ended' ? outcome.rollout : undefined
}

export function registeredOf(outcome: Outcome): Registered | undefined {
  if (outcome.kind === 'planned' || outcome.kind === 'nothing-seen' || outcome.kind === 'no-change')
    return undefined
  return outcome.kind === 'started' || outcome.kind === 'ended'
    ? outcome.rollout.registered
    : outcome.registered
}

/** The revision that ours replaced, or would: somebody may have deployed another one after the plan was made. */
export function previousOf(outcome: Outcome): string | undefined {
  const plan = planOf(outcome)
  return rolloutOf(outcome)?.tracked.previous ?? (plan?.kind === 'deploy' ? plan.previous : undefined)
}
