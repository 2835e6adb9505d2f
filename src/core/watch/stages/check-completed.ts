/** Where a completed deployment keeps failing, nothing more is to be expected of ECS (docs/adr/0033). */
import { deploymentOf } from '../../ecs/service.js'
import type { Task } from '../../ecs/task.js'
import { failedSince, keepsFailing } from '../failing-after-completion.js'
import { replacedSince, taskStarts } from '../replacements.js'
import { requestRunning, stoppedTasks } from '../slices/task-records.js'
import type { DeploymentResult } from '../watch-result.js'
import type { WatchState } from '../watch-state.js'
import { goTo, performThenGoTo, type StageResult } from './stage-result.js'

/** A task that is up can speak against it, so the running tasks are read first. */
export function checkCompleted(state: WatchState, at: number): StageResult {
  const replaced = replacedTasks(state)
  if (replaced > 0) {
    const reason = `ECS has started ${replaced} tasks to replace others since it completed the deployment`
    return failed(state, reason)
  }
  if (!isFailing(state, [])) return goTo(state, 'reporting')
  const { records, effect } = requestRunning(state.tasks, at)
  return performThenGoTo({ ...state, tasks: records }, effect, 'confirming-failure')
}

export function confirmFailure(state: WatchState): StageResult {
  const { completed } = state.evaluation
  const running = state.tasks.lastRunning
  // The next poll tries again.
  if (!completed || running?.kind !== 'read' || !running.tasks || !isFailing(state, running.tasks)) {
    return goTo(state, 'reporting')
  }
  const count = failedSince(stoppedTasks(state.tasks), completed.at).length
  return failed(state, `${count} of its tasks have failed since ECS completed the deployment`)
}

function isFailing(state: WatchState, running: readonly Task[]): boolean {
  const { completed } = state.evaluation
  if (!completed || !isUndecided(state)) return false
  const tasks = { stopped: stoppedTasks(state.tasks), running, completedAt: completed.at }
  return keepsFailing(tasks, { after: state.context.options.failFastAfter, now: state.last.at })
}

/** Enough of them for fail-fast, otherwise 0. */
function replacedTasks(state: WatchState): number {
  const { context, evaluation, last, tasks } = state
  const after = context.options.failFastAfter
  const isUnreadable = tasks.blocked !== undefined
  if (!isUnreadable || after === 0 || !evaluation.completed || !isUndecided(state)) return 0
  if (last.service === 'missing') return 0
  const starts = taskStarts(context, last.service)
  const wanted = last.service.desiredCount
  const replaced = replacedSince(starts, { completed: evaluation.completed, wanted })
  return replaced >= after ? replaced : 0
}

function isUndecided({ context, last: { service }, verdict }: WatchState): boolean {
  if (verdict.kind !== 'watching' || service === 'missing') return false
  return deploymentOf(service, context.tracked.deploymentId)?.status === 'PRIMARY'
}

function failed(state: WatchState, reason: string): StageResult {
  const { context, evaluation, last } = state
  const ours =
    last.service === 'missing' ? undefined : deploymentOf(last.service, context.tracked.deploymentId)
  const result: DeploymentResult = {
    kind: 'failed',
    running: ours?.runningCount ?? 0,
    reason,
    completedAt: evaluation.completed?.at,
  }
  return goTo({ ...state, verdict: { kind: 'decided', result } }, 'reporting')
}
