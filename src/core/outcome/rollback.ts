/** A rollback that has not ended. */
import type { Cause } from '../diagnosis/explain-failures.js'
import { type FailureGroup, groupFailures } from '../diagnosis/failure-group.js'
import { spansOf, type TaskSpan } from '../diagnosis/task-span.js'
import { primaryOf } from '../ecs/service.js'
import { redact } from '../redaction/redact.js'
import { type Serving, tasksIn } from './serving.js'
import type { WatchRecord } from './watch-record.js'

export interface Rollback {
  /** ARN */
  readonly to: string | undefined
  /** of its tasks since it began */
  readonly failures: readonly FailureGroup[]
  /** in the order of `failures` */
  readonly causes: readonly Cause[]
  readonly failed: readonly TaskSpan[]
}

/** The diagnosis adds causes. */
export function rollbackIn(record: WatchRecord): Rollback | undefined {
  const { last, result, rollback, secrets, tracked } = record
  if (!rollback || result.kind === 'rolled-back' || result.kind === 'succeeded') return undefined
  const service = last.service === 'missing' ? undefined : last.service
  const primary = service && primaryOf(service)
  const isTarget = primary !== undefined && primary.id === rollback.target
  const failures = groupFailures(rollback.failed, service?.events ?? [])
  return {
    to: isTarget ? primary.taskDefinition : tracked.previous,
    failures: failures.map(group => ({ ...group, reason: redact(group.reason, secrets) })),
    causes: [],
    failed: spansOf(rollback.failed),
  }
}

/** Its tasks fail, and not all that are wanted are healthy. */
export function isStuck({ failures, to }: Rollback, serving: Serving, wanted: number): boolean {
  const tasks = to === undefined ? undefined : tasksIn(serving, to)
  return failures.length > 0 && (tasks?.healthy ?? tasks?.running ?? 0) < wanted
}
