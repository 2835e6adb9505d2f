/** What the watch of a deployment found out, for the report and for what is done after it. */
import type { Task } from '../ecs/task.js'
import { isFailed } from '../ecs/task.js'
import { type Notice, redactNotice } from '../errors/notice.js'
import { type DeployPlan, secretsOfPlan } from '../plan/plan.js'
import { redact } from '../redaction/redact.js'
import { unlistedFailures, unlistedNotice } from '../watch/counted-failures.js'
import { failFastNotices } from '../watch/slices/fail-fast.js'
import { pollNotices } from '../watch/slices/polls.js'
import { knownTasks, stoppedTasks, taskNotices } from '../watch/slices/task-records.js'
import type { WatchResult } from '../watch/watch-result.js'
import type { WatchState } from '../watch/watch-state.js'
import type { Registered, Rollout } from './outcome.js'
import { rolloutOf } from './rollout.js'
import { withRunningTasks } from './running-tasks.js'

export interface Watched {
  readonly result: WatchResult
  /** what cannot be seen by watching comes from the diagnosis */
  readonly rollout: Omit<Rollout, 'causes' | 'logs'>
  /** tasks of the deployment that were seen to stop */
  readonly stopped: readonly Task[]
  /** its rollback was requested already */
  readonly rollbackRequested: boolean
  readonly notices: readonly Notice[]
}

export function watchedOf(
  state: WatchState,
  { plan, registered }: { readonly plan: DeployPlan; readonly registered: Registered },
): Watched {
  const { alarms, end, evaluation, failFast, last, polls, context, targets, tasks, verification } = state
  if (!end) throw new TypeError('the watch has not ended')
  const secrets = secretsOfPlan(plan)
  const stopped = stoppedTasks(tasks)
  const running = tasks.lastRunning?.kind === 'read' ? tasks.lastRunning.tasks : undefined
  const result = withRunningTasks(end.result, running, text => redact(text, secrets))
  const unlisted = unlistedFailures(context.tracked, last, stopped.filter(isFailed))
  const isUnlisted = unlisted > 0 && tasks.readAt >= last.at && !tasks.blocked
  const notices = [
    ...pollNotices(polls),
    ...taskNotices(tasks),
    ...(isUnlisted ? [unlistedNotice(unlisted)] : []),
    ...(result.kind === 'succeeded' ? [] : targets.notices),
    ...alarms.notices,
    ...failFastNotices(failFast, polls),
    ...verification.notices,
  ]
  return {
    result,
    stopped,
    rollbackRequested: failFast.stopRequested,
    notices: notices.map(notice => redactNotice(notice, secrets)),
    rollout: rolloutOf({
      plan,
      registered,
      tracked: context.tracked,
      last,
      result,
      endedAt: end.at,
      tasks: {
        all: knownTasks(tasks),
        stopped,
        healthy: tasks.healthy,
        others: tasks.others,
        denied: tasks.blocked?.kind === 'denied',
      },
      targets: targets.snapshots,
      alarms: alarms.found,
      timeline: state.log.timeline,
      serviceDeploymentArn: polls.serviceDeploymentArn,
      unverifiedReason: verification.reason,
      stoppedBecause: failFast.reason,
      rollingBack: evaluation.rollbackSince !== undefined,
    }),
  }
}
