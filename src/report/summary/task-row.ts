import type { TaskSpan } from '../../core/diagnosis/task-span.js'
import { shortTask } from '../../core/ecs/arn.js'
import { formatElapsed } from '../../core/text/duration.js'
import type { Mark, Row } from './gantt.js'

/** The bar of a task that is up ends with the last read. */
interface Times {
  /** of the deployment */
  readonly startedAt: number
  readonly lastRead: number
}

export function taskRow(span: TaskSpan, times: Times): Row {
  return { name: `task ${shortTask(span.arn)}`, marks: [...bars(span, times), ...end(span)] }
}

function bars(span: TaskSpan, times: Times): Mark[] {
  const { createdAt, startedAt, endedAt = times.lastRead, failed } = span
  if (startedAt === undefined) {
    return [{ label: 'starts', style: failed ? 'crit' : 'active', from: createdAt, to: endedAt }]
  }
  const starting: Mark = { label: 'starts', style: 'active', from: createdAt, to: startedAt }
  if (span.healthyAt === undefined) {
    return [starting, { label: 'runs', style: failed ? 'crit' : 'done', from: startedAt, to: endedAt }]
  }
  // Target health is read after the result is known.
  const healthyAt = Math.min(span.healthyAt, endedAt)
  const running: Mark = { label: 'runs', style: 'done', from: startedAt, to: healthyAt }
  const isLastPoll = span.endedAt === undefined && endedAt - healthyAt < lastPoll
  const to = isLastPoll ? undefined : endedAt
  // At the latest.
  const label = `healthy by ${formatElapsed(healthyAt - times.startedAt)}`
  const healthy = { label, shortLabel: 'healthy', from: healthyAt, to } as const
  return [starting, running, { ...healthy, style: failed ? 'crit' : 'plain' }]
}

function end({ endedAt, failed, neverRan }: TaskSpan): Mark[] {
  if (endedAt === undefined) return []
  if (!failed) return [{ label: 'stopped', style: 'plain', from: endedAt, to: undefined }]
  return [{ label: neverRan ? 'did not start' : 'failed', style: 'crit', from: endedAt, to: undefined }]
}

/** At most, in milliseconds. Often it is the first poll to find a task healthy. */
const lastPoll = 5_000
