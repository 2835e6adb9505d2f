/**
 * Watches one deployment until it is decided: look, judge, say what changed, wait. Reads that fail in passing cost one
 * look each and nothing else; what cannot be read any more ends as unknown, never as success and never as failure.
 */

import type { Service } from '../../core/ecs/service.js'
import type { Task } from '../../core/ecs/task.js'
import { isFailed } from '../../core/ecs/task.js'
import { ApiError } from '../../core/errors/api-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { redactNotice } from '../../core/errors/notice.js'
import type { Registered, Rollout, WatchInterruption } from '../../core/outcome/outcome.js'
import { rolloutOf } from '../../core/outcome/rollout.js'
import { withRunningTasks } from '../../core/outcome/running-tasks.js'
import type { DeployPlan } from '../../core/plan/plan.js'
import { secretsOfPlan } from '../../core/plan/plan.js'
import { redact } from '../../core/task-definition/redact.js'
import { unlistedFailures, unlistedNotice } from '../../core/watch/counted-failures.js'
import type { WatchOptions } from '../../core/watch/deployment-health.js'
import type { DeploymentResult } from '../../core/watch/evaluate.js'
import { evaluate, initialState } from '../../core/watch/evaluate.js'
import { failureCounts, othersAreLeaving } from '../../core/watch/last-poll.js'
import { evidencePause, nextPoll, tentativePause } from '../../core/watch/pace.js'
import type { Snapshot, Tracked } from '../../core/watch/tracked-deployment.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../retry/attempt.js'
import { unlessCancelled } from '../retry/cancellation.js'
import { createAlarmMonitor } from './alarms.js'
import { createSuccessVerifier } from './confirmation.js'
import { failFast } from './fail-fast.js'
import { createPoller } from './poll.js'
import { pollErrorBudget } from './poll-errors.js'
import { createProgressLog } from './progress-log.js'
import { createTargetHealthMonitor } from './target-health.js'
import { trackTasks } from './task-tracker.js'

export interface Watched {
  readonly ending: DeploymentResult | WatchInterruption
  /** what is not seen by watching comes from the diagnosis */
  readonly rollout: Omit<Rollout, 'causes' | 'logs'>
  /** tasks of the deployment that were seen to stop */
  readonly stopped: readonly Task[]
  /** its rollback was asked for already */
  readonly rollbackRequested: boolean
  readonly notices: readonly Notice[]
}

/** Without a good look for this long at the end of the wait, the outcome is unknown instead of timed out. */
const contactLostAfter = 120_000

export async function watch(
  ports: Pick<Ports, 'ecs' | 'clock' | 'cancelled' | 'loadBalancers' | 'alarms'>,
  plan: DeployPlan,
  registered: Registered,
  started: { readonly tracked: Tracked; readonly service: Service },
  policy: WatchOptions,
  log: (line: string) => void,
): Promise<Watched> {
  const { ecs, clock, cancelled } = ports
  const { target, service: before } = plan.observed
  const { tracked } = started
  const secrets = secretsOfPlan(plan)
  const deadline = tracked.startedAt + policy.minutes * 60_000
  const poller = createPoller(ecs, clock, target, tracked, cancelled)
  const tasks = trackTasks(ecs, clock, target, tracked, cancelled)
  const failFastMonitor = failFast(ports, tracked, tasks, policy, poller.isAccessDenied)
  const confirmation = createSuccessVerifier(tasks, clock)
  const targets = createTargetHealthMonitor(
    ports.loadBalancers,
    clock,
    before.loadBalancers.flatMap(({ targetGroups }) => targetGroups),
    secrets,
  )
  const alarms = createAlarmMonitor(ports.alarms, secrets)
  const errorBudget = pollErrorBudget()
  const eventsBefore = before.events.map(event => event.id)
  const progressLog = createProgressLog(tracked, eventsBefore, secrets, log)

  let state = initialState
  let last: Snapshot = { at: clock.now(), service: started.service, serviceDeployment: undefined }
  let polledAt = clock.now()
  /** the counts of failures that the tasks read so far account for */
  let accounted = failureCounts(last)

  async function recordStopped(snapshot: Snapshot, isOver: boolean): Promise<void> {
    const counts = failureCounts(snapshot)
    if (tasks.triedAt() < snapshot.at)
      await tasks.refresh(isOver || counts !== accounted ? 'now' : 'when-due')
    if (tasks.readAt() >= snapshot.at) accounted = counts
  }

  async function poll(): Promise<DeploymentResult | undefined> {
    const snapshot = await poller.poll()
    const evaluation = evaluate(tracked, state, snapshot)
    last = snapshot
    state = evaluation.state
    const verdict = await confirmation.check(evaluation.verdict)
    await recordStopped(snapshot, verdict.kind === 'decided')
    // A look that hung goes on behind the back of a cancelled step: it must say nothing and stop nothing any more.
    if (cancelled.aborted) return undefined
    progressLog.report(snapshot, verdict, tasks.stopped())
    if (verdict.kind === 'decided') return verdict.ending
    const stopping = await failFastMonitor.consider(snapshot)
    if (cancelled.aborted) return undefined
    if (stopping) progressLog.record(stopping, clock.now(), { kind: 'stopped-early' })
    // What has to be stopped does not wait for what there is to tell of it.
    const others = snapshot.service !== 'missing' && othersAreLeaving(tracked, snapshot.service, eventsBefore)
    await targets.pollAfterFailures(tasks.stopped().filter(isFailed).length, others)
    await alarms.poll(snapshot.serviceDeployment?.triggeredAlarms ?? [])
    return undefined
  }

  function pauseBefore(polls: number): number {
    const lasted = polls === 0 ? 0 : clock.now() - polledAt
    const before = { throttled: errorBudget.throttled(), lasted, repeats: poller.repeats() }
    const usual = nextPoll(polls, clock.random(), before)
    // Where the service alone decides, two looks have to agree: the second one comes soon.
    const hinted = state.tentative !== undefined && last.serviceDeployment === undefined
    const soon = hinted ? tentativePause : confirmation.needsEvidence() ? evidencePause : usual
    // Not where the look itself was refused by rate.
    const pause = before.throttled > 0 ? usual : Math.min(usual, soon)
    return Math.max(0, Math.min(pause, deadline - clock.now()))
  }

  async function step(polls: number): Promise<DeploymentResult | WatchInterruption | undefined> {
    await clock.sleep(pauseBefore(polls), cancelled)
    if (cancelled.aborted) return { kind: 'cancelled', rollback: { kind: 'left' } }
    polledAt = clock.now()
    try {
      const ending = await unlessCancelled(poll(), cancelled)
      if (ending) return ending
      errorBudget.seen()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const lost = errorBudget.missed(error)
      if (lost) return { kind: 'unknown', ...lost }
      progressLog.reportSilence(error.code, last.at, clock.now())
    }
    if (cancelled.aborted) return { kind: 'cancelled', rollback: { kind: 'left' } }
    if (clock.now() < deadline) return undefined
    const accessDenied = clock.now() - last.at > contactLostAfter
    if (accessDenied) return { kind: 'unknown', reason: 'AWS gave no answer for minutes', lost: undefined }
    return { kind: 'timed-out', minutes: policy.minutes, rollback: { kind: 'left' } }
  }

  /** What the report tells beside the verdict; answers the tasks that are up, where nothing asked for them so far. */
  async function readRemainder(end: DeploymentResult | WatchInterruption) {
    const { kind } = end
    const isAnswered = end.kind !== 'unknown' || end.lost !== 'credentials'
    // They are soon OK again.
    if (kind !== 'cancelled' && isAnswered) await alarms.poll(last.serviceDeployment?.triggeredAlarms ?? [])
    const diagnosed = kind !== 'succeeded' && kind !== 'idle' && kind !== 'cancelled'
    const isRecorded = tasks.readAt() >= last.at && kind !== 'timed-out'
    if (diagnosed && isAnswered && !isRecorded) await tasks.refresh('now')
    const undone = kind === 'superseded' || kind === 'failed' || kind === 'timed-out'
    const up = undone ? await attempt(() => tasks.running()) : undefined
    if ((diagnosed && kind !== 'unknown') || kind === 'succeeded') await targets.poll()
    return up
  }

  let end: DeploymentResult | WatchInterruption | undefined
  for (let polls = 0; end === undefined; polls++) end = await step(polls)
  const endedAt = clock.now()
  progressLog.end(endedAt)
  const up = await unlessCancelled(readRemainder(end), cancelled)

  const ending = withRunningTasks(end, up, text => redact(text, secrets))
  const stopped = tasks.stopped()
  const forgotten = unlistedFailures(tracked, last, stopped.filter(isFailed))
  const isForgotten = forgotten > 0 && tasks.readAt() >= last.at && tasks.notices().length === 0
  return {
    stopped,
    rollbackRequested: failFastMonitor.hasAsked(),
    ending,
    notices: [
      ...poller.notices(),
      ...tasks.notices(),
      ...(isForgotten ? [unlistedNotice(forgotten)] : []),
      ...(ending.kind === 'succeeded' ? [] : targets.notices()),
      ...alarms.notices(),
      ...failFastMonitor.notices(),
      ...confirmation.notices(),
    ].map(notice => redactNotice(notice, secrets)),
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
      timeline: progressLog.entries(),
      serviceDeploymentArn: poller.serviceDeploymentArn(),
      unverifiedReason: confirmation.unverifiedReason(),
      stoppedBecause: failFastMonitor.explainOutcome(),
      rollingBack: state.rollbackSince !== undefined,
    }),
  }
}
