/** The beginning and the end of the log: what is deployed where, and the verdict with its reason and next step. */
import { lastPart, placeOf } from '../core/arn.js'
import type { Outcome } from '../core/outcome/outcome.js'
import { isDoubtful, isGreen, nameOf } from '../core/outcome/outcome.js'
import type { Problem } from '../core/problem.js'
import { showPosition } from '../core/problem.js'
import type { Service, Target } from '../core/service/service.js'
import { labelled } from './plan-lines.js'
import { word } from './wording.js'

/** `web on prod (eu-west-1) · commit 9be21c4` */
export function headline(
  target: Target | undefined,
  service: Service | undefined,
  commit: string | undefined,
): string {
  const where = target
    ? `${lastPart(target.service)} on ${lastPart(target.cluster)}`
    : 'register a task definition'
  const region = service ? placeOf(service.arn)?.region : undefined
  return [
    `${where}${region ? ` (${region})` : ''}`,
    ...(commit ? [`commit ${commit.slice(0, 7)}`] : []),
  ].join(' · ')
}

/** The last block: nothing in it needs the lines above. */
export function verdictLines(outcome: Outcome): string[] {
  const { what, why, next } = word(outcome)
  return [
    `${mark(outcome)} ${nameOf(outcome)}: ${what}`,
    ...problemLines(outcome),
    ...(why ? [labelled('why', why)] : []),
    ...(next ? [labelled('next', next)] : []),
    ...outcome.notices.map(({ level, text }) => `  ${level === 'warning' ? '⚠' : 'ℹ'} ${text}`),
  ]
}

/** Green alone is not enough for a tick: some green endings have verified nothing. */
function mark(outcome: Outcome): string {
  if (!isGreen(outcome)) return '✗'
  return isDoubtful(outcome) ? '⚠' : '✓'
}

function problemLines(outcome: Outcome): string[] {
  if (outcome.kind !== 'refused') return []
  const refusing = outcome.checks.filter(check => check.result === 'refused')
  const rows = [
    ...outcome.problems.map(problem => ({ subject: problem.subject, text: problemText(problem) })),
    ...refusing.map(({ id, text, at }) => ({ subject: id, text: at ? `${showPosition(at)} ${text}` : text })),
  ]
  const width = Math.max(...rows.map(({ subject }) => subject.length)) + 2
  return rows.map(({ subject, text }) => `  ${subject.padEnd(width)}${text}`)
}

/** The text of a problem, with the place in the user's file where there is one. */
export function problemText({ text, at }: Problem): string {
  return at ? `${showPosition(at)} ${text}` : text
}
