import type { Task } from '../ecs/task.js'
import { isFailed } from '../ecs/task.js'
import { type Notice, redactNotice } from '../errors/notice.js'
import type { ServicePlan } from '../plan/plan.js'
import type { RevisionPlan } from '../plan/revision-plan.js'
import { redact } from '../redaction/redact.js'
import { unlistedFailures, unlistedNotice } from '../watch/counted-failures.js'
import { goalNotices } from '../watch/reached-goal.js'
import { rollbackFailures } from '../watch/rollback-failures.js'
import { failFastNotices } from '../watch/slices/fail-fast.js'
import { pollNotices } from '../watch/slices/polls.js'
import { knownTasks, stoppedTasks, taskNotices } from '../watch/slices/task-records.js'
import { waitOf } from '../watch/waits/waits.js'
import type { WatchResult } from '../watch/watch-result.js'
import type { WatchState } from '../watch/watch-state.js'
import { buildRollout } from './build-rollout.js'
import type { Rollout } from './rollout.js'
import { withRunningTasks } from './running-tasks.js'

export interface Watched {
  readonly result: WatchResult
  readonly rollout: Omit<Rollout, 'causes' | 'logs'>
  readonly stopped: readonly Task[]
  /** a poll has shown the deployment */
  readonly readsAreCurrent: boolean
  /** by the watch */
  readonly rollbackRequested: boolean
  readonly notices: readonly Notice[]
}

export function watchedOf(
  state: WatchState,
  plan: ServicePlan,
  { definition }: Pick<RevisionPlan, 'definition'>,
): Watched {
  const { end, last, context, tasks } = state
  if (!end) throw new TypeError('the watch has not ended')
  const { secrets } = context
  // Tasks that were read before the end may have stopped since.
  const read = tasks.lastRunning?.kind === 'read' ? tasks.lastRunning : undefined
  const running = read && read.requestedAt >= end.at ? read.tasks : undefined
  const result = withRunningTasks(end.result, running, text => redact(text, secrets))
  const stopped = stoppedTasks(tasks)
  return {
    result,
    stopped,
    readsAreCurrent: state.evaluation.readsAreCurrent,
    rollbackRequested: state.failFast.stopRequested,
    notices: noticesOf(state, result).map(notice => redactNotice(notice, secrets)),
    rollout: buildRollout({
      plan,
      definition,
      secrets,
      tracked: context.tracked,
      last,
      result,
      endedAt: end.at,
      tasks: {
        all: knownTasks(tasks),
        stopped,
        running: tasks.allRunning,
        healthy: tasks.healthy,
        others: tasks.others,
        denied: tasks.blocked?.kind === 'denied',
      },
      targets: state.targets.snapshots,
      capacity: state.capacity,
      alarms: state.alarms.found,
      timeline: state.log.timeline,
      serviceDeploymentArn: state.polls.serviceDeploymentArn,
      unconfirmedReason: state.confirmation.reason,
      stoppedBecause: state.failFast.reason,
      rollback:
        state.evaluation.rollbackSince === undefined
          ? undefined
          : { target: state.evaluation.rollbackTarget, failed: rollbackFailures(state) },
      wait: result.kind === 'timed-out' ? waitOf(state) : undefined,
    }),
  }
}

function noticesOf(state: WatchState, result: WatchResult): Notice[] {
  const { last, context, tasks } = state
  const unlisted = unlistedFailures(context.tracked, last, stoppedTasks(tasks).filter(isFailed))
  const isUnlisted = unlisted > 0 && tasks.readAt >= last.at && !tasks.blocked
  return [
    ...pollNotices(state.polls),
    ...taskNotices(tasks),
    ...(isUnlisted ? [unlistedNotice(unlisted)] : []),
    ...(result.kind === 'succeeded' ? [] : state.targets.notices),
    ...state.alarms.notices,
    ...goalNotices(state, result),
    ...failFastNotices(state.failFast, state.polls),
    ...state.confirmation.notices,
  ]
}
