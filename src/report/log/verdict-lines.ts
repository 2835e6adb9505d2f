/** The first and the last lines of the log. */
import { parseArn, resourceName } from '../../core/ecs/arn.js'
import type { Service, Target } from '../../core/ecs/service.js'
import { showPosition } from '../../core/errors/problem.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import { isGreen, needsAttention } from '../../core/outcome/outcome.js'
import { describe } from '../messages/messages.js'
import { advisedRefusalsOf } from '../messages/refusals.js'
import { logField } from './plan-lines.js'

/** `web on prod (eu-west-1) · commit 9be21c4` */
export function headline(
  target: Target | undefined,
  service: Service | undefined,
  commit: string | undefined,
): string {
  const where = target
    ? `${resourceName(target.service)} on ${resourceName(target.cluster)}`
    : 'register a task definition'
  const region = service ? parseArn(service.arn)?.region : undefined
  return [
    `${where}${region ? ` (${region})` : ''}`,
    ...(commit ? [`commit ${commit.slice(0, 7)}`] : []),
  ].join(' · ')
}

/** Must make sense without the lines above. */
export function verdictLines(outcome: Outcome): string[] {
  const { what, why, next } = describe(outcome)
  return [
    `${mark(outcome)} ${outcome.name}: ${what}`,
    ...problemLines(outcome),
    ...(why ? [logField('why', why)] : []),
    ...(next ? [logField('next', next)] : []),
    ...outcome.notices.map(({ level, text }) => `  ${level === 'warning' ? '⚠' : 'ℹ'} ${text}`),
  ]
}

/** An outcome that verified nothing gets no tick. */
function mark(outcome: Outcome): string {
  if (!isGreen(outcome)) return '✗'
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
