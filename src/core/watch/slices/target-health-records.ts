/**
 * Read while the tasks are still there: at the first failure, at later ones while earlier tasks leave (perhaps no
 * healthy target remains), and all of it at the end. Before that at most three calls, and none after an error.
 */
import type { Service } from '../../ecs/service.js'
import { unavailableReason } from '../../errors/denial.js'
import { type Notice, notice } from '../../errors/notice.js'
import { redact } from '../../redaction/redact.js'
import type { TargetHealthSnapshot } from '../../resources/target-health.js'
import type { WatchContext } from '../watch-context.js'
import type { WatchEffect, WatchEvent } from '../watch-event.js'

const maxCalls = 3

export interface TargetHealthRecords {
  readonly groups: readonly string[]
  readonly snapshots: readonly TargetHealthSnapshot[]
  readonly calls: number
  readonly mostCalls: number
  /** failed tasks when they last caused a read */
  readonly knownFailures: number
  /** still to be read now */
  readonly pending: readonly string[]
  readonly notices: readonly Notice[]
}

export function initialTargetHealth(groups: readonly string[]): TargetHealthRecords {
  return {
    groups: [...new Set(groups)],
    snapshots: [],
    calls: 0,
    mostCalls: maxCalls,
    knownFailures: 0,
    pending: [],
    notices: [],
  }
}

/** `othersLeave`: tasks from before drain or are gone */
export function targetHealthDue(
  records: TargetHealthRecords,
  { failed, othersLeave }: { readonly failed: number; readonly othersLeave: boolean },
): TargetHealthRecords {
  const { calls, groups, knownFailures } = records
  // Calls must remain for the end.
  const leavesEnough = calls + 2 * groups.length <= maxCalls
  const isDue = failed > knownFailures && (knownFailures === 0 || (othersLeave && leavesEnough))
  return isDue ? { ...records, knownFailures: failed, pending: groups } : records
}

export function allTargetHealthDue(records: TargetHealthRecords): TargetHealthRecords {
  const { calls, groups } = records
  return { ...records, pending: groups, mostCalls: Math.max(maxCalls, calls + groups.length) }
}

export function nextTargetHealth(records: TargetHealthRecords): {
  readonly records: TargetHealthRecords
  readonly effect: WatchEffect | undefined
} {
  const { calls, mostCalls, notices, pending } = records
  const [group, ...others] = pending
  if (group === undefined || calls >= mostCalls || notices.length > 0) {
    return { records: { ...records, pending: [] }, effect: undefined }
  }
  return {
    records: { ...records, calls: calls + 1, pending: others },
    effect: { kind: 'read-target-health', group },
  }
}

export function targetHealthRead(
  records: TargetHealthRecords,
  { at, group, targets }: Extract<WatchEvent, { kind: 'target-health-read' }>,
  { secrets }: Pick<WatchContext, 'secrets'>,
): TargetHealthRecords {
  if (targets.kind === 'failed') {
    const text = `The health of the targets is not shown: ${unavailableReason(targets.error)}.`
    return { ...records, notices: [...records.notices, notice(text)] }
  }
  const hide = (text: string | undefined) => (text === undefined ? undefined : redact(text, secrets))
  const shown = targets.value.map(target => ({
    ...target,
    reason: hide(target.reason),
    description: hide(target.description),
  }))
  return { ...records, snapshots: [...records.snapshots, { at, group, targets: shown }] }
}

/** ECS names the draining deployment in its event. */
export function othersAreLeaving(
  { tracked, eventsBefore }: Pick<WatchContext, 'tracked' | 'eventsBefore'>,
  { events }: Service,
): boolean {
  return events.some(({ id, message }) => {
    const drained = /, taskSet ([^)]+)\) has begun draining connections/.exec(message)?.[1]
    return drained !== undefined && drained !== tracked.deploymentId && !eventsBefore.includes(id)
  })
}
