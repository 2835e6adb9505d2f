/** Why a red outcome is red, for programs: one class and one sentence. */
import { classOfReason, type FailureClass } from '../../core/diagnosis/classes.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import { isGreen } from '../../core/outcome/outcome.js'
import { describe } from './messages.js'
import { rolloutOf } from './outcome-parts.js'
import { primaryCause } from './reason.js'
import { refusalsOf } from './refusals.js'

export interface Failure {
  readonly failureClass: FailureClass
  readonly reason: string
}

/** Nothing of a green one. */
export function whyRed(outcome: Outcome): Failure | undefined {
  if (isGreen(outcome)) return undefined
  const { what, why } = describe(outcome)
  return { failureClass: redClass(outcome), reason: why ?? reasonOf(outcome) ?? what }
}

function redClass(outcome: Outcome): FailureClass {
  const denied =
    outcome.kind === 'refused' && outcome.problems.some(({ subject }) => subject === 'permissions')
  if (denied) return 'permissions'
  const rollout = rolloutOf(outcome)
  if (!rollout) return 'other'
  const { why, failureClass } = describe(outcome)
  return primaryCause(rollout)?.failureClass ?? failureClass ?? classOfReason(why)
}

function reasonOf(outcome: Outcome): string | undefined {
  if (outcome.kind !== 'refused') return undefined
  return refusalsOf(outcome)
    .map(({ subject, text }) => `${subject}: ${text}`)
    .join('; ')
}
