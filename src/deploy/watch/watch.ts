/**
 * Watches one deployment until it is decided: look, judge, say what changed, wait. Reads that fail in passing cost one
 * look each and nothing else; what cannot be read any more ends as unknown, never as success and never as failure.
 */

import type { Service } from '../../core/ecs/service.js'
import type { Task } from '../../core/ecs/task.js'
import { isFailed } from '../../core/ecs/task.js'
import { Fault } from '../../core/errors/api-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { cleaned } from '../../core/errors/notice.js'
import type { Interruption, Registered, Rollout } from '../../core/outcome/outcome.js'
import { rolloutOf } from '../../core/outcome/rollout.js'
import { asSeen } from '../../core/outcome/running-tasks.js'
import type { DeployPlan } from '../../core/plan/plan.js'
import { secretsOfPlan } from '../../core/plan/plan.js'
import { clean } from '../../core/task-definition/redact.js'
import { forgottenFailures, forgottenNotice } from '../../core/watch/counted-failures.js'
import type { Policy } from '../../core/watch/deployment-health.js'
import type { Ending } from '../../core/watch/evaluate.js'
import { judge, noMemory } from '../../core/watch/evaluate.js'
import { failureCounts, othersLeave } from '../../core/watch/last-poll.js'
import { confirmingPause, hintedPause, nextLook } from '../../core/watch/pace.js'
import type { Sight, Tracked } from '../../core/watch/tracked-deployment.js'
import type { Ports } from '../../ports.js'
import { see } from '../retry/attempt.js'
import { unlessCancelled } from '../retry/cancellation.js'
import { alarmLookout } from './alarms.js'
import { confirmer } from './confirmation.js'
import { failFast } from './fail-fast.js'
import { lookOut } from './poll.js'
import { countMisses } from './poll-errors.js'
import { narrator } from './progress-log.js'
import { targetLookout } from './target-health.js'
import { recordTasks } from './task-tracker.js'

export interface Watched {
  readonly ending: Ending | Interruption
  /** what is not seen by watching comes from the diagnosis */
  readonly rollout: Omit<Rollout, 'causes' | 'logs'>
  /** tasks of the deployment that were seen to stop */
  readonly stopped: readonly Task[]
  /** its rollback was asked for already */
  readonly rollbackRequested: boolean
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
  const deadline = tracked.startedAt + policy.minutes * 60_000
  const lookout = lookOut(ecs, clock, target, tracked, cancelled)
  const tasks = recordTasks(ecs, clock, target, tracked, cancelled)
  const stopper = failFast(ports, tracked, tasks, policy, lookout.isBlind)
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
    // A look that hung goes on behind the back of a cancelled step: it must say nothing and stop nothing any more.
    if (cancelled.aborted) return undefined
    story.tell(sight, verdict, tasks.stopped())
    if (verdict.kind === 'decided') return verdict.ending
    const stopping = await stopper.consider(sight)
    if (cancelled.aborted) return undefined
    if (stopping) story.say(stopping, clock.now(), { kind: 'stopped-early' })
    // What has to be stopped does not wait for what there is to tell of it.
    const others = sight.service !== 'missing' && othersLeave(tracked, sight.service, eventsBefore)
    await targets.lookAtFailures(tasks.stopped().filter(isFailed).length, others)
    await alarms.look(sight.serviceDeployment?.triggeredAlarms ?? [])
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
    // They are soon OK again.
    if (kind !== 'cancelled' && isAnswered) await alarms.look(last.serviceDeployment?.triggeredAlarms ?? [])
    const diagnosed = kind !== 'succeeded' && kind !== 'idle' && kind !== 'cancelled'
    const isRecorded = tasks.readAt() >= last.at && kind !== 'timed-out'
    if (diagnosed && isAnswered && !isRecorded) await tasks.refresh('now')
    const undone = kind === 'superseded' || kind === 'failed' || kind === 'timed-out'
    const up = undone ? await see(() => tasks.running()) : undefined
    if ((diagnosed && kind !== 'unknown') || kind === 'succeeded') await targets.look()
    return up
  }

  let end: Ending | Interruption | undefined
  for (let looks = 0; end === undefined; looks++) end = await step(looks)
  const endedAt = clock.now()
  story.end(endedAt)
  const up = await unlessCancelled(lookBack(end), cancelled)

  const ending = asSeen(end, up, text => clean(text, secrets))
  const stopped = tasks.stopped()
  const forgotten = forgottenFailures(tracked, last, stopped.filter(isFailed))
  const isForgotten = forgotten > 0 && tasks.readAt() >= last.at && tasks.notices().length === 0
  return {
    stopped,
    rollbackRequested: stopper.hasAsked(),
    ending,
    notices: [
      ...lookout.notices(),
      ...tasks.notices(),
      ...(isForgotten ? [forgottenNotice(forgotten)] : []),
      ...(ending.kind === 'succeeded' ? [] : targets.notices()),
      ...alarms.notices(),
      ...stopper.notices(),
      ...confirmation.notices(),
    ].map(notice => cleaned(notice, secrets)),
    rollout: rolloutOf({
      plan,
      registered,
      tracked,
      last,
      ending,
      endedAt,
      tasks: {
        all: tasks.seen(),
        stopped,
        healthy: tasks.healthy(),
        others: tasks.others(),
        denied: tasks.isDenied(),
      },
      targets: targets.seen(),
      alarms: alarms.seen(),
      happenings: story.happenings(),
      serviceDeploymentArn: lookout.serviceDeploymentArn(),
      heldBack: confirmation.heldBack(),
      stoppedBecause: stopper.because(),
      rollingBack: memory.rollbackSince !== undefined,
    }),
  }
}
