/** One annotation for the outcome, and one on each line that has a problem. */

import type { Cause } from '../../core/diagnosis/explain-failures.js'
import { type Annotation, redactAnnotation } from '../../core/errors/annotation.js'
import type { Position } from '../../core/errors/problem.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import { blockingTask, decisiveRollout, isGreen, needsAttention } from '../../core/outcome/outcome.js'
import { outcomes } from '../../core/outcome/outcomes.js'
import { isRepeated } from '../../core/outcome/rollback-notices.js'
import { verdictText } from '../log/verdict-lines.js'
import { primaryCause } from '../messages/reason.js'
import { refusalsOf } from '../messages/refusals.js'

/** The runner prints the message of each in the log. */
export function annotations(outcome: Outcome): Annotation[] {
  return [...verdict(outcome), ...places(outcome), ...cause(outcome), ...checks(outcome)].map(
    redactAnnotation,
  )
}

/** A success that needs no attention has none. */
function verdict(outcome: Outcome): Annotation[] {
  const { annotation: message } = verdictText(outcome)
  if (message === undefined) return []
  const level = needsAttention(outcome) ? 'warning' : 'error'
  return [{ level, title: `ECS deployment ${outcome.name}`, message }]
}

function places(outcome: Outcome): Annotation[] {
  return refusalsOf(outcome).flatMap(({ subject, text, next, position }) =>
    position ? [{ level: 'error' as const, title: subject, message: advised(text, next), position }] : [],
  )
}

function cause(outcome: Outcome): Annotation[] {
  const found = causeOf(outcome)
  if (!found?.position) return []
  const { group, description, position } = found
  return [{ level: 'error', title: group.failureClass, message: `tasks ${description}`, position }]
}

function causeOf(outcome: Outcome): Cause | undefined {
  const task = blockingTask(outcome)
  if (task?.kind === 'failed') return task.causes[0]
  const rollout = isGreen(outcome) ? undefined : decisiveRollout(outcome)
  const primary = rollout && primaryCause(rollout)
  return primary?.kind === 'tasks' ? primary.cause : undefined
}

function advised(text: string, next: string | undefined): string {
  return next ? `${text}\nNext: ${next}` : text
}

/** `cause` already has an annotation on its line, and so has a notice. */
function checks(outcome: Outcome): Annotation[] {
  const line = causeOf(outcome)?.position
  const { warnedBy } = outcomes[outcome.name]
  return outcome.checks.flatMap(check => {
    const { id, result, text, next, position } = check
    if (result !== 'warning' || id === warnedBy || isRepeated(check, outcome.notices)) return []
    if (line && position && isSameLine(line, position)) return []
    return [{ level: 'warning' as const, title: id, message: advised(text, next), position }]
  })
}

function isSameLine(one: Position, other: Position): boolean {
  return one.file === other.file && one.line === other.line
}
