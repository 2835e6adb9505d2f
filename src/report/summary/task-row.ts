import type { TaskSpan } from '../../core/diagnosis/task-span.js'
import { shortTask } from '../../core/ecs/arn.js'
import type { Mark, Row } from './gantt.js'

/** The bar of a task that is up ends at `until`. */
export function taskRow(span: TaskSpan, until: number): Row {
  return { name: `task ${shortTask(span.arn)}`, marks: [...bars(span, until), ...end(span)] }
}

function bars(span: TaskSpan, until: number): Mark[] {
  const { createdAt, startedAt, endedAt = until, failed } = span
  if (startedAt === undefined) {
    return [{ label: 'starting', style: failed ? 'crit' : 'active', from: createdAt, to: endedAt }]
  }
  const starting: Mark = { label: 'starting', style: 'active', from: createdAt, to: startedAt }
  if (span.healthyAt === undefined) {
    return [starting, { label: 'running', style: failed ? 'crit' : 'done', from: startedAt, to: endedAt }]
  }
  // Target health is read after the result is known.
  const healthyAt = Math.min(span.healthyAt, endedAt)
  const running: Mark = { label: 'running', style: 'done', from: startedAt, to: healthyAt }
  const isLastPoll = span.endedAt === undefined && endedAt - healthyAt < lastPoll
  const to = isLastPoll ? undefined : endedAt
  // When it became healthy is not known.
  const label = isLastPoll ? 'seen healthy' : 'healthy'
  return [starting, running, { label, style: failed ? 'crit' : 'plain', from: healthyAt, to }]
}

function end({ endedAt, failed, neverRan }: TaskSpan): Mark[] {
  if (endedAt === undefined) return []
  if (!failed) return [{ label: 'stopped', style: 'plain', from: endedAt, to: undefined }]
  return [{ label: neverRan ? 'did not start' : 'failed', style: 'crit', from: endedAt, to: undefined }]
}

/** At most, in milliseconds. Often it is the first poll to find a task healthy. */
const lastPoll = 5_000
