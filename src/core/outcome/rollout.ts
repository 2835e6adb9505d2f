/**
 * What a rollout left behind, made of everything that was seen while it was watched. Texts of AWS are cleaned here and
 * nowhere later; those that were cleaned as they came (of alarms, targets and happenings) are taken as they are.
 */
import { eventFailures, namedBy } from '../diagnosis/event-failures.js'
import { type FailureGroup, groupFailures } from '../diagnosis/failure-group.js'
import { spansOf } from '../diagnosis/task-span.js'
import { unplacedBy } from '../ecs/event-text.js'
import type { Service, ServiceEvent } from '../ecs/service.js'
import { isFailed } from '../ecs/task.js'
import { given } from '../given.js'
import { secretsOfPlan } from '../plan/plan.js'
import { clean } from '../task-definition/redact.js'
import { countedFailures, forgottenFailures } from '../watch/counted-failures.js'
import { failedHook, servingNow, waitingFor } from '../watch/last-poll.js'
import { countsText } from '../watch/status-lines.js'
import type { Sight, Tracked } from '../watch/tracked-deployment.js'
import type { Rollout } from './outcome.js'
import { runningOf, servingTasks } from './serving-tasks.js'
import { withRevisions } from './target-revisions.js'
import type { Sightings } from './watch-record.js'

/** Causes and logs come from the diagnosis. */
export function rolloutOf(seen: Sightings): Omit<Rollout, 'causes' | 'logs'> {
  const { plan, tracked, last, ending, tasks, targets, alarms } = seen
  const service = last.service === 'missing' ? undefined : last.service
  const before = plan.observed.service
  const secrets = secretsOfPlan(plan)
  const hide = (text: string) => clean(text, secrets)
  const hideIn = (text: string | undefined) => (text === undefined ? undefined : hide(text))

  const failed = tasks.stopped.filter(isFailed)
  const forgotten = forgottenFailures(tracked, last, failed)
  const news = newsOf(service, before)
  const failures =
    forgotten > 0 ? eventFailures(news, bystandersOf(seen)) : groupFailures(failed, service?.events ?? [])
  const serving = servingNow(tracked, service, ending)
  const unplaced = unplacedBy(news)
  const waiting = waitingFor(last)
  const isEvidence = ending.kind !== 'succeeded' || failed.length > 0
  return {
    plan,
    registered: seen.registered,
    tracked,
    desiredCount: service?.desiredCount ?? before.desiredCount,
    failures: failures.map(group => ({ ...group, reason: hide(group.reason) })),
    tasks: spansOf(tasks.all, tasks.healthy, targets),
    failedTasks: Math.max(oursIn(failures), countedFailures(tracked, last)),
    happenings: seen.happenings,
    endedAt: seen.endedAt,
    alarms: (last.serviceDeployment?.triggeredAlarms ?? []).map(hide),
    ...given('serviceDeploymentArn', seen.serviceDeploymentArn),
    ...given('serving', serving),
    ...given('lastSeen', ending.kind === 'unknown' ? lastSeen(tracked, last) : undefined),
    ...given(
      'tasksDenied',
      tasks.denied ? { named: namedBy(news, tracked.deploymentId).slice(0, mostNamed) } : undefined,
    ),
    ...given('alarmsSeen', alarms.size > 0 ? alarms : undefined),
    ...given('targets', isEvidence && targets.length > 0 ? withRevisions(seen) : undefined),
    ...given('unplaced', unplaced && { ...unplaced, reason: hide(unplaced.reason) }),
    ...given('servingTasks', servingTasks(service, serving, targets, last.at)),
    ...given('previousGone', isGoneBefore(seen) ? (true as const) : undefined),
    ...given('waitingFor', waiting && { ...waiting, text: hide(waiting.text) }),
    ...given('heldBack', hideIn(seen.heldBack)),
    ...given('rollingBack', seen.rollingBack ? (true as const) : undefined),
    ...given('failedHook', hideIn(failedHook(last))),
    ...given('stoppedBecause', seen.stoppedBecause),
  }
}

/** Tasks of one deployment mostly fail alike. */
const mostNamed = 3

/** Events since the deployment began. */
function newsOf(service: Service | undefined, before: Service): readonly ServiceEvent[] {
  const known = new Set(before.events.map(({ id }) => id))
  return service?.events.filter(({ id }) => !known.has(id)) ?? []
}

function bystandersOf({ plan, tracked, tasks }: Sightings) {
  const { clusterArn, deployments } = plan.observed.service
  const alone = deployments.every(({ runningCount, pendingCount }) => runningCount + pendingCount === 0)
  return { clusterArn, ours: tracked.deploymentId, others: tasks.others, alone }
}

/** Of tasks that cannot be looked at, events need not tell everything, and can tell of others. */
function oursIn(failures: readonly FailureGroup[]): number {
  return failures.filter(group => group.of === undefined).flatMap(group => group.tasks).length
}

/** Where sight is lost, nobody knows what runs now. */
function isGoneBefore({ tracked: { previous }, ending, last: { service } }: Sightings): boolean {
  return (
    ending.kind !== 'unknown' &&
    previous !== undefined &&
    service !== 'missing' &&
    runningOf(service, previous) === 0
  )
}

function lastSeen(tracked: Tracked, { at, service }: Sight): Rollout['lastSeen'] {
  if (service === 'missing') return undefined
  const text = countsText({ tracked, service, verdict: { kind: 'watching', stage: 'rolling-out' } })
  return text === '' ? undefined : { at, text }
}
