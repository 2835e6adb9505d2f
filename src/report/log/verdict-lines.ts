/** The last lines of the log. */
import { showPosition } from '../../core/errors/problem.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import { isGreen, needsAttention } from '../../core/outcome/outcome.js'
import {
  isSplit,
  onlyService,
  overviewOf,
  serviceNameOf,
  worstFirst,
} from '../../core/outcome/several-services.js'
import { logLine } from '../../core/text/log-line.js'
import { evenOut } from '../messages/even-out.js'
import { impactMark, impactSentence, outageText } from '../messages/impact.js'
import { describe } from '../messages/messages.js'
import { advisedRefusalsOf } from '../messages/refusals.js'
import { splitCommand } from '../messages/split-command.js'
import { logField } from './plan-lines.js'

export interface VerdictText {
  /** an annotation, which the runner prints in the log */
  readonly annotation: string | undefined
  /** printed by us */
  readonly lines: readonly string[]
}

/** Each line is in the log once. A success that needs no attention has no annotation. */
export function verdictText(outcome: Outcome): VerdictText {
  const lines = verdictLines(outcome).map(logLine)
  if (isGreen(outcome) && !needsAttention(outcome)) return { annotation: undefined, lines }
  let length = 0
  const fits = lines.filter(line => {
    length += line.length + 1
    return length <= longestMessage
  })
  const count = Math.max(1, fits.length)
  return { annotation: lines.slice(0, count).join('\n'), lines: lines.slice(count) }
}

/** https://github.com/actions/runner, src/Runner.Worker/ExecutionContext.cs: 4,096 characters */
const longestMessage = 4_000

/** Must make sense without the lines above. */
function verdictLines(outcome: Outcome): string[] {
  return isSplit(outcome) ? linesOfSeveral(outcome) : linesOf(outcome)
}

/** The worst first. */
function linesOfSeveral(outcome: Outcome): string[] {
  const services = worstFirst(outcome.services)
  const width = Math.max(...services.map(service => serviceNameOf(service).length))
  const rows = services.flatMap(service =>
    linesOf(onlyService(outcome, service)).map(
      (line, nth) => `  ${(nth === 0 ? serviceNameOf(service) : '').padEnd(width)}  ${line}`,
    ),
  )
  const even = evenOut(outcome)
  const next = even ? [logField('next', even.words), ...even.commands.map(one => logField('', one))] : []
  return [`${mark(outcome)} ${outcome.name}: ${overviewOf(outcome)}.`, ...rows, ...next]
}

function linesOf(outcome: Outcome): string[] {
  const { what, why, rollback, serves, next } = describe(outcome)
  const outage = outageText(outcome)
  const impact = impactSentence(outcome)
  return [
    `${mark(outcome)} ${outcome.name}: ${outage ? `${outage}; ` : ''}${what}`,
    ...problemLines(outcome),
    ...(impact ? [logField('impact', impact)] : []),
    ...(why ? [logField('why', why)] : []),
    ...(rollback ? [logField('rollback', rollback.why)] : []),
    ...(serves ? [logField('serves', serves)] : []),
    ...(next ? nextLines(next) : []),
  ]
}

function nextLines(next: string): string[] {
  const { words, command } = splitCommand(next)
  return [logField('next', words), ...(command === undefined ? [] : [logField('', command)])]
}

/** An outcome that verified nothing gets no tick. */
function mark(outcome: Outcome): string {
  if (!isGreen(outcome)) return impactMark(outcome) ?? '✗'
  return needsAttention(outcome) ? '⚠' : '✓'
}

function problemLines(outcome: Outcome): string[] {
  const refusals = advisedRefusalsOf(outcome)
  const width = Math.max(...refusals.map(({ subject }) => subject.length)) + 2
  return refusals.flatMap(({ subject, text, next, position }) => [
    `  ${subject.padEnd(width)}${position ? `${showPosition(position)} ` : ''}${text}`,
    ...(next ? [`  ${' '.repeat(width)}→ ${next}`] : []),
  ])
}
