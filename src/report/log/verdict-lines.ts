/** The first and the last lines of the log. */
import { parseArn, resourceName } from '../../core/ecs/arn.js'
import type { Service, Target } from '../../core/ecs/service.js'
import type { Notice } from '../../core/errors/notice.js'
import { showPosition } from '../../core/errors/problem.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import { isGreen, needsAttention } from '../../core/outcome/outcome.js'
import { enumerate } from '../../core/text/enumerate.js'
import { impactMark, impactSentence, outageText } from '../messages/impact.js'
import { describe } from '../messages/messages.js'
import { advisedRefusalsOf } from '../messages/refusals.js'
import { splitCommand } from '../messages/split-command.js'
import { logField } from './plan-lines.js'

/** `web on prod (eu-west-1) · commit 9be21c4` */
export function headline(
  targets: readonly Target[],
  service: Service | undefined,
  commit: string | undefined,
): string {
  const [first] = targets
  const where = first
    ? `${enumerate(targets.map(({ service }) => resourceName(service)))} on ${resourceName(first.cluster)}`
    : 'register a task definition'
  const region = service ? parseArn(service.arn)?.region : undefined
  return [
    `${where}${region ? ` (${region})` : ''}`,
    ...(commit ? [`commit ${commit.slice(0, 7)}`] : []),
  ].join(' · ')
}

/** Before everything else: what the user would not expect of the run. */
export function openingLines(notices: readonly Notice[]): string[] {
  return noticeLines(notices.filter(({ isFirst }) => isFirst))
}

/** Must make sense without the lines above. */
export function verdictLines(outcome: Outcome): string[] {
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
    ...noticeLines(outcome.notices.filter(({ isFirst }) => !isFirst)),
  ]
}

function nextLines(next: string): string[] {
  const { words, command } = splitCommand(next)
  return [logField('next', words), ...(command === undefined ? [] : [logField('', command)])]
}

export function noticeLines(notices: readonly Notice[]): string[] {
  return notices.map(({ level, text }) => `  ${level === 'warning' ? '⚠' : 'ℹ'} ${text}`)
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
