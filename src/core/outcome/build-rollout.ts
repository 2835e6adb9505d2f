/** Redacts texts of AWS that the watch has not redacted. */
import { type EventContext, eventFailures, startedTaskIds } from '../diagnosis/event-failures.js'
import { type FailureGroup, groupFailures } from '../diagnosis/failure-group.js'
import { spansOf } from '../diagnosis/task-span.js'
import { placementFailures } from '../ecs/event-text.js'
import type { Service, ServiceEvent, ServiceState } from '../ecs/service.js'
import { isFailed } from '../ecs/task.js'
import { redact } from '../redaction/redact.js'
import { countedFailures, unlistedFailures } from '../watch/counted-failures.js'
import { countsText } from '../watch/progress/task-counts.js'
import type { Snapshot, Tracked } from '../watch/tracked-deployment.js'
import { lastHealthyAt, momentsOfHealth } from './healthy-tasks.js'
import { impactOf } from './impact.js'
import { failedHook, hookFailure, pendingHook } from './last-poll.js'
import { runningOf } from './revision-health.js'
import { rollbackIn } from './rollback.js'
import type { Rollout } from './rollout.js'
import { servingAtEnd } from './serving-at-end.js'
import { withRevisions } from './target-revisions.js'
import type { WatchRecord } from './watch-record.js'

/** The diagnosis adds causes and logs. */
export function buildRollout(record: WatchRecord): Omit<Rollout, 'causes' | 'logs'> {
  const { plan, tracked, last, result, tasks, targets, alarms } = record
  const service = last.service === 'missing' ? undefined : last.service
  const events = newEvents(service, plan.observed.service)
  const hide = (text: string) => redact(text, record.secrets)
  const failures = failuresIn(record, events)
  const allHealthyAt = momentsOfHealth(record)
  const spans = spansOf(tasks.all, { reported: tasks.healthy, snapshots: targets, allHealthyAt })
  const unplaced = placementFailures(events)
  const waiting = pendingHook(last)
  const serving = servingAtEnd(record)
  const failed = failedHook(last) ?? hookFailure(result)
  return {
    plan,
    tracked,
    desiredCount: service?.desiredCount ?? plan.settings.after.rolloutCount,
    failures: failures.map(group => ({ ...group, reason: hide(group.reason) })),
    tasks: spans,
    healthyBy: lastHealthyAt(spans, allHealthyAt),
    failedTasks: Math.max(ownFailures(failures), countedFailures(tracked, last)),
    timeline: record.timeline,
    endedAt: record.endedAt,
    tasksUnreadSince: undefined,
    alarms: (last.serviceDeployment?.triggeredAlarms ?? []).map(hide),
    serviceDeploymentArn: record.serviceDeploymentArn,
    serving,
    lastPoll: result.kind === 'unknown' ? lastPoll(tracked, last) : undefined,
    tasksDenied: tasks.denied
      ? { named: startedTaskIds(events, tracked.deploymentId).slice(0, maxNamedTasks) }
      : undefined,
    alarmDetails: alarms.size > 0 ? alarms : undefined,
    targets: targetEvidence(record),
    wait: record.wait && { ...record.wait, text: hide(record.wait.text) },
    unplaced: unplaced && { ...unplaced, reason: hide(unplaced.reason) },
    impact: impactOf({ ...record, serving, spans }),
    previousGone: isPreviousGone(record) || undefined,
    pendingHook: waiting && { ...waiting, text: hide(waiting.text) },
    unconfirmedReason: record.unconfirmedReason && hide(record.unconfirmedReason),
    verification: undefined,
    verificationRollback: undefined,
    takeBack: undefined,
    broughtBackBy: undefined,
    rollback: rollbackIn(record),
    failedHook: failed && hide(failed),
    stoppedBecause: record.stoppedBecause,
    scaledToZero: undefined,
  }
}

/** The tasks of a deployment mostly fail for the same reason. */
const maxNamedTasks = 3

/** ECS lists stopped tasks for about an hour; events explain the others. */
function failuresIn(record: WatchRecord, events: readonly ServiceEvent[]): FailureGroup[] {
  const { tracked, last, tasks } = record
  const failed = tasks.stopped.filter(isFailed)
  if (unlistedFailures(tracked, last, failed) > 0) return eventFailures(events, eventContext(record))
  return groupFailures(failed, last.service === 'missing' ? [] : last.service.events)
}

function targetEvidence(record: WatchRecord): Rollout['targets'] {
  const { result, targets, tasks } = record
  const isExpected = ['succeeded', 'paused', 'started'].includes(result.kind)
  const isEvidence = !isExpected || tasks.stopped.some(isFailed)
  return isEvidence && targets.length > 0 ? withRevisions(record) : undefined
}

function newEvents(service: Service | undefined, before: ServiceState): readonly ServiceEvent[] {
  const known = new Set(before.events.map(({ id }) => id))
  return service?.events.filter(({ id }) => !known.has(id)) ?? []
}

function eventContext({ plan, tracked, tasks }: WatchRecord): EventContext {
  const { clusterArn, deployments } = plan.observed.service
  return {
    clusterArn,
    deploymentId: tracked.deploymentId,
    otherTasks: tasks.others,
    hadOtherTasks: deployments.some(({ runningCount, pendingCount }) => runningCount + pendingCount > 0),
  }
}

/** Groups of the whole `service` may include other deployments. */
function ownFailures(failures: readonly FailureGroup[]): number {
  return failures.filter(group => group.of === undefined).flatMap(group => group.tasks).length
}

function isPreviousGone({ tracked: { previous }, result, last: { service } }: WatchRecord): boolean {
  return (
    result.kind !== 'unknown' &&
    previous !== undefined &&
    service !== 'missing' &&
    runningOf(service, previous) === 0
  )
}

function lastPoll(tracked: Tracked, { at, service }: Snapshot): Rollout['lastPoll'] {
  if (service === 'missing') return undefined
  const text = countsText(tracked, service)
  return text === '' ? undefined : { at, text }
}
