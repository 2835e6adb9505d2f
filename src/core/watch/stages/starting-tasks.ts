/** Tasks that do not get on show what keeps them: their state, or a container that another depends on. */
import { deploymentOf } from '../../ecs/service.js'
import { startingReadGap } from '../pace.js'
import { requestRunning } from '../slices/task-records.js'
import type { WatchState } from '../watch-state.js'
import { goTo, performThenGoTo, type StageResult } from './stage-result.js'

export function readStartingTasks(state: WatchState, at: number): StageResult {
  const { context, last, log, tasks, verdict } = state
  const ours =
    last.service === 'missing' ? undefined : deploymentOf(last.service, context.tracked.deploymentId)
  const isStarting = verdict.kind === 'watching' && ours !== undefined && ours.pendingCount > 0
  const isQuiet = at - log.progress.lastAt >= quiet
  if (!isStarting || !isQuiet || at - tasks.triedRunningAt < startingReadGap) {
    return goTo(state, 'checking-completed')
  }
  const { records, effect } = requestRunning(tasks, at)
  return performThenGoTo({ ...state, tasks: records }, effect, 'checking-completed')
}

/** Milliseconds. */
const quiet = 20_000
