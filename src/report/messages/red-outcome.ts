import { classOfReason, type FailureClass } from '../../core/diagnosis/classes.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import { decisiveRollout, decisiveService, isGreen } from '../../core/outcome/outcome.js'
import { firstFailure, isSplit, onlyService } from '../../core/outcome/several-services.js'
import { describe } from './messages.js'
import { primaryCause } from './reason.js'
import { refusalsOf } from './refusals.js'

export interface Failure {
  readonly failureClass: FailureClass
  readonly reason: string
}

export function whyRed(outcome: Outcome): Failure | undefined {
  if (isGreen(outcome)) return undefined
  const worst = isSplit(outcome) ? (firstFailure(outcome) ?? decisiveService(outcome)) : undefined
  if (worst) return whyRed(onlyService(outcome, worst))
  const { what, why } = describe(outcome)
  if (decisiveRollout(outcome)?.takeBack)
    return { failureClass: 'other', reason: why ? `${what} ${why}` : what }
  return { failureClass: redClass(outcome), reason: why ?? reasonOf(outcome) ?? what }
}

function redClass(outcome: Outcome): FailureClass {
  if (outcome.problems.some(({ subject }) => subject === 'permissions')) return 'permissions'
  const rollout = decisiveRollout(outcome)
  const { why, failureClass } = describe(outcome)
  if (!rollout) return failureClass ?? 'other'
  return primaryCause(rollout)?.failureClass ?? failureClass ?? classOfReason(why)
}

function reasonOf(outcome: Outcome): string | undefined {
  const refusals = refusalsOf(outcome)
  if (refusals.length === 0) return undefined
  return refusals.map(({ subject, text }) => `${subject}: ${text}`).join('; ')
}
