/**
 * Watches one deployment until it is decided: look, judge, say what changed, wait. Reads that fail in passing cost one
 * look each and nothing else; what cannot be read any more ends as unknown, never as success and never as failure.
 */

import { eventFailures } from '../core/diagnosis/event-failures.js'
import { groupFailures } from '../core/diagnosis/failure-group.js'
import { Fault } from '../core/fault.js'
import { given } from '../core/given.js'
import type { Notice } from '../core/notice.js'
import { cleaned, notice } from '../core/notice.js'
import type { Interruption, Registered, Rollout } from '../core/outcome/outcome.js'
import { runningOf, servingTasks } from '../core/outcome/serving-tasks.js'
import type { Policy } from '../core/outcome/settle.js'
import { spansOf } from '../core/outcome/task-span.js'
import type { DeployPlan } from '../core/plan/plan.js'
import { secretsOfPlan } from '../core/plan/plan.js'
import { clean } from '../core/redact.js'
import { unplacedBy } from '../core/service/event-text.js'
import type { Service } from '../core/service/service.js'
import type { Task } from '../core/service/task.js'
import { isFailed, isUp } from '../core/service/task.js'
import type { Seen } from '../core/surroundings/seen.js'
import { countedFailures } from '../core/watch/counted-failures.js'
import { countsText } from '../core/watch/facts.js'
import { failedHook, failureCounts, othersLeave, servingNow, waitingFor } from '../core/watch/last-look.js'
import { confirmingPause, hintedPause, nextLook } from '../core/watch/pace.js'
import type { Sight, Tracked } from '../core/watch/tracked.js'
import type { Ending } from '../core/watch/verdict.js'
import { judge, noMemory } from '../core/watch/verdict.js'
import type { Ports } from '../ports.js'
import { alarmLookout } from './alarm-lookout.js'
import { unlessCancelled } from './cancellation.js'
import { confirmer } from './confirmation.js'
import { failFast } from './fail-fast.js'
import { lookOut } from './look.js'
import { countMisses } from './misses.js'
import { narrator } from './narrator.js'
import { see } from './see.js'
import { targetLookout } from './target-health.js'
import { recordTasks } from './task-record.js'

export interface Watched {
  readonly ending: Ending | Interruption
  /** what is not seen by watching comes from the diagnosis */
  readonly rollout: Omit<Rollout, 'causes' | 'logs'>
  /** tasks of the deployment that were seen to stop */
  readonly stopped: readonly Task[]
  readonly notices: readonly Notice[]
}

/** Without a good look for this long at the end of the wait, the outcome is unknown instead of timed out. */
const sightLostAfter = 120_000

export async function watch(
  ports: Pick<Ports, 'ecs' | 'clock' | 'cancelled' | 'loadBalancers' | 'alarms'>,
  plan: DeployPlan,
  registered: Registered,
  started: { readonly tracked: Tracked; readonly service: Service },
  policy: Policy,
  log: (line: string) => void,
): Promise<Watched> {
  const { ecs, clock, cancelled } = ports
  const { target, service: before } = plan.observed
  const { tracked } = started
  const secrets = secretsOfPlan(plan)
  const hide = (text: string) => clean(text, secrets)
  const hideIn = (text: string | undefined) => (text === undefined ? undefined : hide(text))
  const deadline = tracked.startedAt + policy.minutes * 60_000
  const lookout = lookOut(ecs, clock, target, tracked, cancelled)
  const tasks = recordTasks(ecs, clock, target, tracked, cancelled)
  const stopper = failFast(ecs, clock, tracked, policy, lookout.isBlind)
  const confirmation = confirmer(tasks, clock)
  const targets = targetLookout(
    ports.loadBalancers,
    clock,
    before.loadBalancers.flatMap(({ targetGroups }) => targetGroups),
    secrets,
  )
  const alarms = alarmLookout(ports.alarms, secrets)
  const misses = countMisses()
  const eventsBefore = before.events.map(event => event.id)
  const story = narrator(tracked, eventsBefore, secrets, log)

  let memory = noMemory
  let last: Sight = { at: clock.now(), service: started.service }
  let lookedAt = clock.now()
  /** the counts of failures that the tasks read so far account for */
  let accounted = failureCounts(last)

  async function recordStopped(sight: Sight, isOver: boolean): Promise<void> {
    const counts = failureCounts(sight)
    if (tasks.triedAt() < sight.at) await tasks.refresh(isOver || counts !== accounted ? 'now' : 'when-due')
    if (tasks.readAt() >= sight.at) accounted = counts
  }

  async function look(): Promise<Ending | undefined> {
    const sight = await lookout.look()
    const judgement = judge(tracked, memory, sight)
    last = sight
    memory = judgement.memory
    const verdict = await confirmation.check(judgement.verdict)
    await recordStopped(sight, verdict.kind === 'decided')
    const others = sight.service !== 'missing' && othersLeave(tracked, sight.service, eventsBefore)
    await targets.lookAtFailures(tasks.stopped().filter(isFailed).length, others)
    await alarms.look(sight.serviceDeployment?.triggeredAlarms ?? [])
    // A look that hung goes on behind the back of a cancelled step: it must say nothing and stop nothing any more.
    if (cancelled.aborted) return undefined
    story.tell(sight, verdict, tasks.stopped())
    if (verdict.kind === 'decided') return verdict.ending
    const stopping = await stopper.consider(sight, tasks.stopped())
    if (stopping) story.say(stopping, clock.now(), { kind: 'stopped-early' })
    return undefined
  }

  function pauseBefore(looks: number): number {
    const lasted = looks === 0 ? 0 : clock.now() - lookedAt
    const before = { throttled: misses.throttled(), lasted, repeats: lookout.repeats() }
    const usual = nextLook(looks, clock.random(), before)
    // Where the service alone decides, two looks have to agree: the second one comes soon.
    const hinted = memory.hint !== undefined && last.serviceDeployment === undefined
    const soon = hinted ? hintedPause : confirmation.isWanting() ? confirmingPause : usual
    // Not where the look itself was refused by rate.
    const pause = before.throttled > 0 ? usual : Math.min(usual, soon)
    return Math.max(0, Math.min(pause, deadline - clock.now()))
  }

  async function step(looks: number): Promise<Ending | Interruption | undefined> {
    await clock.sleep(pauseBefore(looks), cancelled)
    if (cancelled.aborted) return { kind: 'cancelled', aftermath: { kind: 'left' } }
    lookedAt = clock.now()
    try {
      const ending = await unlessCancelled(look(), cancelled)
      if (ending) return ending
      misses.seen()
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      const lost = misses.missed(fault)
      if (lost) return { kind: 'unknown', ...lost }
      story.sayBlind(fault.code, last.at, clock.now())
    }
    if (cancelled.aborted) return { kind: 'cancelled', aftermath: { kind: 'left' } }
    if (clock.now() < deadline) return undefined
    const blind = clock.now() - last.at > sightLostAfter
    if (blind) return { kind: 'unknown', reason: 'AWS gave no answer for minutes' }
    return { kind: 'timed-out', minutes: policy.minutes, aftermath: { kind: 'left' } }
  }

  /** What the report tells beside the verdict; answers the tasks that are up, where nothing asked for them so far. */
  async function lookBack(end: Ending | Interruption) {
    const { kind } = end
    const isAnswered = end.kind !== 'unknown' || end.lost !== 'credentials'
    const diagnosed = kind !== 'succeeded' && kind !== 'idle' && kind !== 'cancelled'
    const isRecorded = tasks.readAt() >= last.at && kind !== 'timed-out'
    if (diagnosed && isAnswered && !isRecorded) await tasks.refresh('now')
    const undone = kind === 'superseded' || kind === 'failed' || kind === 'timed-out'
    const up = undone ? await see(() => tasks.running()) : undefined
    if ((diagnosed && kind !== 'unknown') || kind === 'succeeded') await targets.look()
    return up
  }

  let ending: Ending | Interruption | undefined
  for (let looks = 0; ending === undefined; looks++) ending = await step(looks)
  const endedAt = clock.now()
  const up = await unlessCancelled(lookBack(ending), cancelled)

  const service = last.service === 'missing' ? undefined : last.service
  if (ending.kind === 'failed') ending = { ...ending, running: countUp(up, ending.running) }
  const serving = servingNow(tracked, service, ending)
  const stopped = tasks.stopped()
  const failed = stopped.filter(isFailed)
  const news = (service?.events ?? []).filter(({ id }) => !eventsBefore.includes(id))
  const counted = countedFailures(tracked, last)
  const isGone = failed.length === 0 && counted > 0
  const failures = isGone
    ? eventFailures(news, {
        clusterArn: before.clusterArn,
        ours: tracked.deploymentId,
        others: tasks.others(),
        alone: before.deployments.every(
          ({ runningCount, pendingCount }) => runningCount + pendingCount === 0,
        ),
      })
    : groupFailures(failed, service?.events ?? [])
  const unplaced = unplacedBy(news)
  const waiting = waitingFor(last)
  const isEvidence = ending.kind !== 'succeeded' || failed.length > 0
  return {
    stopped,
    ending: 'reason' in ending ? { ...ending, reason: hide(ending.reason) } : ending,
    notices: [
      ...lookout.notices(),
      ...tasks.notices(),
      ...(isGone && tasks.readAt() >= last.at && tasks.notices().length === 0 ? [goneNotice(counted)] : []),
      ...(ending.kind === 'succeeded' ? [] : targets.notices()),
      ...alarms.notices(),
      ...stopper.notices(),
      ...confirmation.notices(),
    ].map(notice => cleaned(notice, secrets)),
    rollout: {
      plan,
      registered,
      tracked,
      desiredCount: service?.desiredCount ?? before.desiredCount,
      failures: failures.map(group => ({ ...group, reason: hide(group.reason) })),
      tasks: spansOf(tasks.seen(), tasks.healthy(), targets.seen()),
      // Of tasks that cannot be looked at, events need not tell everything, and can tell of others.
      failedTasks: Math.max(
        failures.filter(group => group.of === undefined).flatMap(group => group.tasks).length,
        isGone ? counted : 0,
      ),
      happenings: story.happenings(),
      endedAt,
      alarms: (last.serviceDeployment?.triggeredAlarms ?? []).map(hide),
      ...given('serviceDeploymentArn', lookout.serviceDeploymentArn()),
      ...given('serving', serving),
      ...given('lastSeen', ending.kind === 'unknown' ? lastSeen(tracked, last) : undefined),
      ...given('alarmsSeen', alarms.seen().size > 0 ? alarms.seen() : undefined),
      ...given('targets', isEvidence && targets.seen().length > 0 ? targets.seen() : undefined),
      ...given('tasksDenied', tasks.isDenied() ? (true as const) : undefined),
      ...given('unplaced', unplaced && { ...unplaced, reason: hide(unplaced.reason) }),
      ...given('servingTasks', servingTasks(service, serving, targets.seen(), last.at)),
      ...given('previousGone', isGoneBefore(tracked, ending, service) ? (true as const) : undefined),
      ...given('waitingFor', waiting && { ...waiting, text: hide(waiting.text) }),
      ...given('heldBack', hideIn(confirmation.heldBack())),
      ...given('rollingBack', memory.rollbackSince === undefined ? undefined : (true as const)),
      ...given('failedHook', hideIn(failedHook(last))),
      ...given('stoppedBecause', stopper.because()),
    },
  }
}

/** Where sight is lost, nobody knows what runs now. */
function isGoneBefore(
  { previous }: Tracked,
  { kind }: Ending | Interruption,
  service: Service | undefined,
): boolean {
  return (
    kind !== 'unknown' &&
    previous !== undefined &&
    service !== undefined &&
    runningOf(service, previous) === 0
  )
}

function lastSeen(tracked: Tracked, { at, service }: Sight): Rollout['lastSeen'] {
  if (service === 'missing') return undefined
  const text = countsText({ tracked, service, verdict: { kind: 'watching', stage: 'rolling-out' } })
  return text === '' ? undefined : { at, text }
}

/** ECS counts tasks as running while they drain. Where they could not be looked at, its count has to do. */
function countUp(seen: Seen<readonly Task[] | undefined> | undefined, counted: number): number {
  if (counted === 0 || seen?.kind !== 'seen') return counted
  return seen.value?.filter(isUp).length ?? counted
}

function goneNotice(count: number): Notice {
  const tasks = count === 1 ? '1 failed task' : `${count} failed tasks`
  return notice(
    `ECS counts ${tasks} of the deployment and shows none of them any more: what is told of them comes from its events.`,
  )
}
