/** Problems and checks that refuse a deployment. */

import type { Position } from '../../core/errors/problem.js'
import type { Outcome } from '../../core/outcome/outcome.js'

export interface Refusal {
  /** the input, key or check */
  readonly subject: string
  readonly text: string
  readonly next?: string | undefined
  readonly position?: Position | undefined
}

export function refusalsOf(outcome: Outcome): Refusal[] {
  return [
    ...outcome.problems.map(({ service, text, ...problem }) => ({
      ...problem,
      text: service === undefined ? text : `${service}: ${text}`,
    })),
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

/** The outcome has the next step of a single refusal. */
export function advisedRefusalsOf(outcome: Outcome): Refusal[] {
  const all = refusalsOf(outcome)
  return all.length > 1 ? all : all.map(({ next: _, ...refusal }) => refusal)
}
