/** The row of the picture that shows what became of one task. */

import type { TaskSpan } from '../../core/diagnosis/task-span.js'
import { shortTask } from '../../core/ecs/arn.js'
import type { Mark, Row } from './gantt.js'

/** `until` is when the picture ends, which is as far as anything is known of a task that is up. */
export function taskRow(span: TaskSpan, until: number): Row {
  const { arn, createdAt, startedAt, endedAt = until } = span
  const marks: Mark[] =
    startedAt === undefined
      ? [{ ...early(span), from: createdAt, to: endedAt }]
      : [
          { label: 'starting', style: 'active', from: createdAt, to: startedAt },
          ...up(span, startedAt, endedAt),
        ]
  return { name: `task ${shortTask(arn)}`, marks }
}

/** A task without a moment at which it had started. */
function early({ failed, endedAt, neverRan }: TaskSpan): Pick<Mark, 'label' | 'short' | 'style'> {
  if (failed) return { label: neverRan ? 'did not start' : 'failed', short: 'failed', style: 'crit' }
  if (endedAt === undefined) return { label: 'starting', style: 'active' }
  return { label: 'starting, then stopped', short: 'stopped', style: 'active' }
}

function up(span: TaskSpan, startedAt: number, endedAt: number): Mark[] {
  if (span.healthyAt === undefined)
    return [{ ...stateWhenSuperseded(span, 'running'), from: startedAt, to: endedAt }]
  // The load balancer is asked when all is decided.
  const healthyAt = Math.min(span.healthyAt, endedAt)
  const running: Mark = { label: 'running', style: 'done', from: startedAt, to: healthyAt }
  if (span.endedAt === undefined && endedAt - healthyAt < lastLook)
    return [running, { label: 'healthy', style: 'plain', from: healthyAt }]
  return [running, { ...stateWhenSuperseded(span, 'healthy'), from: healthyAt, to: endedAt }]
}

function stateWhenSuperseded(
  { failed, endedAt }: TaskSpan,
  state: 'running' | 'healthy',
): Pick<Mark, 'label' | 'short' | 'style'> {
  if (failed) return { label: `${state}, then failed`, short: 'failed', style: 'crit' }
  const style = state === 'healthy' ? 'plain' : 'done'
  if (endedAt === undefined) return { label: state, style }
  return { label: `${state}, then stopped`, short: 'stopped', style }
}

/** What asks for its health first is often the last style, which takes so many milliseconds at most. */
const lastLook = 5_000
