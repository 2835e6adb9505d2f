/** What GitHub shows beside the run: one error for a red outcome, one more on each line of a file that is wrong. */

import type { Cause } from '../../core/diagnosis/explain-failures.js'
import type { Annotation } from '../../core/errors/annotation.js'
import type { Position } from '../../core/errors/problem.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import { decisiveRollout, isGreen, needsAttention } from '../../core/outcome/outcome.js'
import { outcomes } from '../../core/outcome/outcomes.js'
import { truncateList } from '../../core/text/truncate-list.js'
import { describe } from '../messages/messages.js'
import { primaryCause } from '../messages/reason.js'
import { advisedRefusalsOf, type Refusal, refusalsOf } from '../messages/refusals.js'

export function annotations(outcome: Outcome): Annotation[] {
  return [
    ...verdict(outcome),
    ...places(outcome),
    ...cause(outcome),
    ...checks(outcome),
    ...warnings(outcome),
  ]
}

function verdict(outcome: Outcome): Annotation[] {
  const { what, why, next } = describe(outcome)
  const name = outcome.name
  const quiet = needsAttention(outcome)
  if (isGreen(outcome) && !quiet) return []
  const unplaced = advisedRefusalsOf(outcome).filter(({ position }) => !position)
  const refusals = refusalsOf(outcome)
  const shown = alreadyOnLine(outcome, why)
  const isShown =
    (refusals.length > 0 && unplaced.length === 0) || (next !== undefined && next === shown?.next)
  const message = [
    what,
    ...unplaced.map(({ subject, text, next }) => `${subject}: ${text}${next ? `. ${next}` : ''}`),
    ...placed(refusals),
    ...(why ? [`Why: ${shown ? `see ${showLine(shown.position)}` : why}`] : []),
    ...(next && !isShown ? [`Next: ${next}`] : []),
  ].join('\n')
  return [{ level: quiet ? 'warning' : 'error', title: `ECS deployment ${name}`, message }]
}

/** What has an annotation on its own line is not told again. */
function placed(refusals: readonly Refusal[]): string[] {
  const lines = refusals.flatMap(({ subject, position }) =>
    position ? [`${subject}: see ${showLine(position)}`] : [],
  )
  return [...truncateList(lines, mostPlaces, count => `and ${count} more on lines of your files`)]
}

const mostPlaces = 5

/** Why tasks failed, where that is the reason given and stands on the line of the file that it is about. */
function alreadyOnLine(outcome: Outcome, why: string | undefined) {
  const found = causeOf(outcome)
  return found?.position && why?.includes(found.description)
    ? { position: found.position, next: found.next }
    : undefined
}

/** `td.json:3`: the runner shows the line, and so do editors. */
function showLine({ file, line }: Position): string {
  return `${file}:${line}`
}

function places(outcome: Outcome): Annotation[] {
  return refusalsOf(outcome).flatMap(({ subject, text, next, position }) =>
    position ? [{ level: 'error' as const, title: subject, message: advised(text, next), position }] : [],
  )
}

/** What the tasks failed of, on the line of the file that it is about. */
function cause(outcome: Outcome): Annotation[] {
  const found = causeOf(outcome)
  if (!found?.position) return []
  const { group, description, detail, next, position } = found
  const message = `tasks ${description}${detail ? `; ${detail}` : ''}`
  return [{ level: 'error', title: group.failureClass, message: advised(message, next), position }]
}

function causeOf(outcome: Outcome): Cause | undefined {
  const rollout = isGreen(outcome) ? undefined : decisiveRollout(outcome)
  const primary = rollout && primaryCause(rollout)
  return primary?.kind === 'tasks' ? primary.cause : undefined
}

function advised(text: string, next: string | undefined): string {
  return next ? `${text}\nNext: ${next}` : text
}

/**
 * Checks that warn, on the line of the file that they are about where it is known. Where tasks failed of that very line,
 * it says so already.
 */
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

function warnings(outcome: Outcome): Annotation[] {
  return outcome.notices
    .filter(({ level }) => level === 'warning')
    .map(({ text }) => ({ level: 'warning', title: 'ECS deployment', message: text }))
}
