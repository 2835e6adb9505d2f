/** What refuses a deployment, one list of it: problems of the user's inputs and files, and checks that failed. */

import type { Position } from '../../core/errors/problem.js'
import type { Outcome } from '../../core/outcome/outcome.js'

export interface Refusal {
  /** the input, the key of the file or the check */
  readonly subject: string
  readonly text: string
  /** what to do about it, where the text does not say it already */
  readonly next?: string | undefined
  readonly position?: Position | undefined
}

export function refusalsOf(outcome: Outcome): Refusal[] {
  return [
    ...outcome.problems,
    ...outcome.checks
      .filter(({ result }) => result === 'refused')
      .map(({ id, text, next, position }) => ({
        subject: id,
        text,
        next: next || undefined,
        position,
      })),
  ]
}

/** Each with its advice: where there is only one, its advice is that of the whole and stands there. */
export function advisedRefusalsOf(outcome: Outcome): Refusal[] {
  const all = refusalsOf(outcome)
  return all.length > 1 ? all : all.map(({ next: _, ...refusal }) => refusal)
}
