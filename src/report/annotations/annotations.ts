/** One annotation for the outcome, and one on each line that has a problem. */

import type { Cause } from '../../core/diagnosis/explain-failures.js'
import { type Annotation, redactAnnotation } from '../../core/errors/annotation.js'
import type { Notice } from '../../core/errors/notice.js'
import type { Position } from '../../core/errors/problem.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import { blockingTask, decisiveRollout, isGreen, needsAttention } from '../../core/outcome/outcome.js'
import { outcomes } from '../../core/outcome/outcomes.js'
import { truncateList } from '../../core/text/truncate-list.js'
import { impactMark, impactSentence, outageText } from '../messages/impact.js'
import { describe } from '../messages/messages.js'
import { primaryCause } from '../messages/reason.js'
import { advisedRefusalsOf, type Refusal, refusalsOf } from '../messages/refusals.js'

export function annotations(outcome: Outcome): Annotation[] {
  return [
    ...verdict(outcome),
    ...places(outcome),
    ...cause(outcome),
    ...checks(outcome),
    ...warnings(outcome.notices),
  ].map(redactAnnotation)
}

export function noticeAnnotations(notices: readonly Notice[]): Annotation[] {
  return warnings(notices).map(redactAnnotation)
}

function verdict(outcome: Outcome): Annotation[] {
  const { what, why, rollback, serves, next } = describe(outcome)
  const name = outcome.name
  const quiet = needsAttention(outcome)
  if (isGreen(outcome) && !quiet) return []
  const unplaced = advisedRefusalsOf(outcome).filter(({ position }) => !position)
  const refusals = refusalsOf(outcome)
  const onLine = alreadyOnLine(outcome, why)
  const isNextOnLine =
    (refusals.length > 0 && unplaced.length === 0) || (next !== undefined && next === onLine?.next)
  const outage = outageText(outcome)
  const impact = impactSentence(outcome)
  const mark = impactMark(outcome)
  const message = [
    `${outage ? `${outage}; ` : ''}${what}`,
    ...(impact ? [`Impact: ${impact}`] : []),
    ...unplaced.map(({ subject, text, next }) => `${subject}: ${text}${next ? `. ${next}` : ''}`),
    ...placed(refusals),
    ...(why ? [`Why: ${onLine ? `see ${showLine(onLine.position)}` : why}`] : []),
    ...(rollback ? [`Why the rollback fails: ${rollback.why}`] : []),
    ...(serves ? [`Serves: ${serves}`] : []),
    ...(next && !isNextOnLine ? [`Next: ${next}`] : []),
  ].join('\n')
  return [
    { level: quiet ? 'warning' : 'error', title: `${mark ? `${mark} ` : ''}ECS deployment ${name}`, message },
  ]
}

function placed(refusals: readonly Refusal[]): string[] {
  const lines = refusals.flatMap(({ subject, position }) =>
    position ? [`${subject}: see ${showLine(position)}`] : [],
  )
  return [...truncateList(lines, mostPlaces, count => `and ${count} more on lines of your files`)]
}

const mostPlaces = 5

/** The cause of the outcome, if it has an annotation on a line of a file. */
function alreadyOnLine(outcome: Outcome, why: string | undefined) {
  const found = causeOf(outcome)
  return found?.position && why?.includes(found.description)
    ? { position: found.position, next: found.next }
    : undefined
}

function showLine({ file, line }: Position): string {
  return `${file}:${line}`
}

function places(outcome: Outcome): Annotation[] {
  return refusalsOf(outcome).flatMap(({ subject, text, next, position }) =>
    position ? [{ level: 'error' as const, title: subject, message: advised(text, next), position }] : [],
  )
}

function cause(outcome: Outcome): Annotation[] {
  const found = causeOf(outcome)
  if (!found?.position) return []
  const { group, description, detail, next, position } = found
  const message = `tasks ${description}${detail ? `; ${detail}` : ''}`
  return [{ level: 'error', title: group.failureClass, message: advised(message, next), position }]
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

/** `cause` already has an annotation on its line. */
function checks(outcome: Outcome): Annotation[] {
  const line = causeOf(outcome)?.position
  const { warnedBy } = outcomes[outcome.name]
  return outcome.checks.flatMap(({ id, result, text, next, position }) =>
    result === 'warning' && id !== warnedBy && !(line && position && isSameLine(line, position))
      ? [{ level: 'warning' as const, title: id, message: advised(text, next), position }]
      : [],
  )
}

function isSameLine(one: Position, other: Position): boolean {
  return one.file === other.file && one.line === other.line
}

function warnings(notices: readonly Notice[]): Annotation[] {
  return notices
    .filter(({ level }) => level === 'warning')
    .map(({ text }) => ({ level: 'warning', title: 'ECS deployment', message: text }))
}
