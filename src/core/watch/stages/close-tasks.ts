import { allTargetHealthDue } from '../slices/target-health-records.js'
import { requestRunning, requestStopped } from '../slices/task-records.js'
import type { WatchResult } from '../watch-result.js'
import type { WatchState } from '../watch-state.js'
import { hasCredentials, isDiagnosed } from './end-watch.js'
import { goTo, performThenGoTo, type StageResult } from './stage-result.js'

export function closeStoppedTasks(state: WatchState, at: number): StageResult {
  const { end, last, tasks } = state
  const isRecorded = tasks.readAt >= last.at && end?.result.kind !== 'timed-out'
  if (!isDiagnosed(state) || !hasCredentials(state) || isRecorded) {
    return goTo(state, 'closing-running-tasks')
  }
  const { records, effect } = requestStopped(tasks, at)
  return performThenGoTo({ ...state, tasks: records }, effect, 'closing-running-tasks')
}

/** A success was confirmed; a canceled step has no time. */
const saysWhatServes: readonly WatchResult['kind'][] = [
  'superseded',
  'failed',
  'timed-out',
  'rolled-back',
  'paused',
  'started',
]

/** Running tasks are part of the report. */
export function closeRunningTasks(before: WatchState, at: number): StageResult {
  const kind = before.end?.result.kind
  const isTargetHealthShown = isDiagnosed(before) ? kind !== 'unknown' : kind === 'succeeded'
  const targets = isTargetHealthShown ? allTargetHealthDue(before.targets) : before.targets
  const state = { ...before, targets }
  if (!kind || !saysWhatServes.includes(kind)) return goTo(state, 'closing-target-health')
  const { records, effect } = requestRunning(state.tasks, at, 'all-running')
  return performThenGoTo({ ...state, tasks: records }, effect, 'closing-target-health')
}
