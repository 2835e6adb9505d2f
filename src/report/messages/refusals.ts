/** What refuses a deployment: problems of inputs and files, and checks. */

import type { Position } from '../../core/errors/problem.js'
import type { Outcome } from '../../core/outcome/outcome.js'

export interface Refusal {
  /** the input, the key of the file or the check */
  readonly subject: string
  readonly text: string
  /** what to do about it, if the text does not say so */
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

/** Each with its next step; that of a single refusal is the next step of the outcome. */
export function advisedRefusalsOf(outcome: Outcome): Refusal[] {
  const all = refusalsOf(outcome)
  return all.length > 1 ? all : all.map(({ next: _, ...refusal }) => refusal)
}
