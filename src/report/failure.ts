/** Why a red outcome is red, for programs: one class and one sentence. */
import type { FailureClass } from '../core/diagnosis/failure-group.js'
import { classOfReason } from '../core/diagnosis/failure-group.js'
import type { Outcome } from '../core/outcome/outcome.js'
import { isGreen } from '../core/outcome/outcome.js'
import { unhealthyText } from '../core/surroundings/target-health.js'
import { rolloutOf } from './outcome-parts.js'
import { refusalsOf } from './refusals.js'
import { word } from './wording.js'

export interface Failure {
  readonly failureClass: FailureClass
  readonly reason: string
}

/** Nothing of a green one. */
export function whyRed(outcome: Outcome): Failure | undefined {
  if (isGreen(outcome)) return undefined
  const { what, why } = word(outcome)
  return { failureClass: redClass(outcome), reason: why ?? reasonOf(outcome) ?? what }
}

function redClass(outcome: Outcome): FailureClass {
  const denied =
    outcome.kind === 'refused' && outcome.problems.some(({ subject }) => subject === 'permissions')
  if (denied) return 'permissions'
  const rollout = rolloutOf(outcome)
  if (!rollout) return 'other'
  if (rollout.alarms.length > 0) return 'alarm'
  if (rollout.failedHook) return 'lifecycle-hook'
  const [worst] = rollout.failures
  if (!worst && rollout.unplaced) return 'placement'
  if (worst) return worst.failureClass
  const { why = '' } = word(outcome)
  const unhealthy = unhealthyText(rollout.targets ?? [])
  return unhealthy && why.startsWith(unhealthy) ? 'health-check' : classOfReason(why)
}

function reasonOf(outcome: Outcome): string | undefined {
  if (outcome.kind !== 'refused') return undefined
  return refusalsOf(outcome)
    .map(({ subject, text }) => `${subject}: ${text}`)
    .join('; ')
}
