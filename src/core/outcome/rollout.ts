/**
 * What a rollout left behind, made of everything that was seen while it was watched. Texts of AWS are cleaned here and
 * nowhere later; those that were cleaned as they came (of alarms, targets and happenings) are taken as they are.
 */
import { type EventContext, eventFailures, startedTaskIds } from '../diagnosis/event-failures.js'
import { type FailureGroup, groupFailures } from '../diagnosis/failure-group.js'
import { spansOf } from '../diagnosis/task-span.js'
import { placementFailures } from '../ecs/event-text.js'
import type { Service, ServiceEvent } from '../ecs/service.js'
import { isFailed } from '../ecs/task.js'
import { secretsOfPlan } from '../plan/plan.js'
import { redact } from '../redaction/redact.js'
import { countedFailures, unlistedFailures } from '../watch/counted-failures.js'
import { countsText } from '../watch/progress/task-counts.js'
import type { Snapshot, Tracked } from '../watch/tracked-deployment.js'
import { failedHook, pendingHook, servingNow } from './last-poll.js'
import type { Rollout } from './outcome.js'
import { runningOf, servingTasks } from './serving-tasks.js'
import { withRevisions } from './target-revisions.js'
import type { WatchRecord } from './watch-record.js'

/** Causes and logs come from the diagnosis. */
export function rolloutOf(record: WatchRecord): Omit<Rollout, 'causes' | 'logs'> {
  const { plan, tracked, last, result, tasks, targets, alarms } = record
  const service = last.service === 'missing' ? undefined : last.service
  const before = plan.observed.service
  const secrets = secretsOfPlan(plan)
  const hide = (text: string) => redact(text, secrets)
  const hideIn = (text: string | undefined) => (text === undefined ? undefined : hide(text))

  const failed = tasks.stopped.filter(isFailed)
  const forgotten = unlistedFailures(tracked, last, failed)
  const event = eventsOfKind(service, before)
  const failures =
    forgotten > 0 ? eventFailures(event, eventContext(record)) : groupFailures(failed, service?.events ?? [])
  const serving = servingNow(tracked, service, result)
  const unplaced = placementFailures(event)
  const waiting = pendingHook(last)
  const isEvidence = result.kind !== 'succeeded' || failed.length > 0
  return {
    plan,
    registered: record.registered,
    tracked,
    desiredCount: service?.desiredCount ?? before.desiredCount,
    failures: failures.map(group => ({ ...group, reason: hide(group.reason) })),
    tasks: spansOf(tasks.all, tasks.healthy, targets),
    failedTasks: Math.max(oursIn(failures), countedFailures(tracked, last)),
    timeline: record.timeline,
    endedAt: record.endedAt,
    alarms: (last.serviceDeployment?.triggeredAlarms ?? []).map(hide),
    serviceDeploymentArn: record.serviceDeploymentArn,
    serving,
    lastPoll: result.kind === 'unknown' ? lastPoll(tracked, last) : undefined,
    tasksDenied: tasks.denied
      ? { named: startedTaskIds(event, tracked.deploymentId).slice(0, mostNamed) }
      : undefined,
    alarmDetails: alarms.size > 0 ? alarms : undefined,
    targets: isEvidence && targets.length > 0 ? withRevisions(record) : undefined,
    unplaced: unplaced && { ...unplaced, reason: hide(unplaced.reason) },
    servingTasks: servingTasks(service, serving, targets, last.at),
    previousGone: isGoneBefore(record) ? (true as const) : undefined,
    pendingHook: waiting && { ...waiting, text: hide(waiting.text) },
    unverifiedReason: hideIn(record.unverifiedReason),
    rollingBack: record.rollingBack ? (true as const) : undefined,
    failedHook: hideIn(failedHook(last)),
    stoppedBecause: record.stoppedBecause,
    scaledToZero: undefined,
  }
}

/** Tasks of one deployment mostly fail alike. */
const mostNamed = 3

/** Events since the deployment began. */
function eventsOfKind(service: Service | undefined, before: Service): readonly ServiceEvent[] {
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

/** Of tasks that cannot be looked at, events need not tell everything, and can tell of others. */
function oursIn(failures: readonly FailureGroup[]): number {
  return failures.filter(group => group.of === undefined).flatMap(group => group.tasks).length
}

/** Where sight is lost, nobody knows what runs now. */
function isGoneBefore({ tracked: { previous }, result, last: { service } }: WatchRecord): boolean {
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
