import { failureCounts, taskActivity } from '../counted-failures.js'
import { isReadDue, requestStopped } from '../slices/task-records.js'
import type { WatchState } from '../watch-state.js'
import { goTo, performThenGoTo, type StageResult } from './stage-result.js'

export function readStoppedTasks(state: WatchState, at: number): StageResult {
  const { last, tasks, verdict } = state
  const hasNewFailures = failureCounts(last) !== tasks.accountedFor
  const activity = taskActivity(last)
  const isWanted = verdict.kind === 'decided' || hasNewFailures || isReadDue(tasks, { at, activity })
  if (!isWanted || tasks.triedAt >= last.at) return goTo(state, 'reading-starting-tasks')
  const { records, effect } = requestStopped(tasks, at)
  return performThenGoTo({ ...state, tasks: { ...records, activity } }, effect, 'reading-starting-tasks')
}
