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
          { label: 'starting', look: 'active', from: createdAt, to: startedAt },
          ...up(span, startedAt, endedAt),
        ]
  return { name: `task ${shortTask(arn)}`, marks }
}

/** A task without a moment at which it had started. */
function early({ failed, endedAt, neverRan }: TaskSpan): Pick<Mark, 'label' | 'short' | 'look'> {
  if (failed) return { label: neverRan ? 'did not start' : 'failed', short: 'failed', look: 'crit' }
  if (endedAt === undefined) return { label: 'starting', look: 'active' }
  return { label: 'starting, then stopped', short: 'stopped', look: 'active' }
}

function up(span: TaskSpan, startedAt: number, endedAt: number): Mark[] {
  if (span.healthyAt === undefined) return [{ ...fate(span, 'running'), from: startedAt, to: endedAt }]
  // The load balancer is asked when all is decided.
  const healthyAt = Math.min(span.healthyAt, endedAt)
  const running: Mark = { label: 'running', look: 'done', from: startedAt, to: healthyAt }
  if (span.endedAt === undefined && endedAt - healthyAt < lastLook)
    return [running, { label: 'healthy', look: 'plain', from: healthyAt }]
  return [running, { ...fate(span, 'healthy'), from: healthyAt, to: endedAt }]
}

function fate(
  { failed, endedAt }: TaskSpan,
  state: 'running' | 'healthy',
): Pick<Mark, 'label' | 'short' | 'look'> {
  if (failed) return { label: `${state}, then failed`, short: 'failed', look: 'crit' }
  const look = state === 'healthy' ? 'plain' : 'done'
  if (endedAt === undefined) return { label: state, look }
  return { label: `${state}, then stopped`, short: 'stopped', look }
}

/** What asks for its health first is often the last look, which takes so many milliseconds at most. */
const lastLook = 5_000
