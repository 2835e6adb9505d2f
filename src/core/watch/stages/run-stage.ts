/** A stage that waited runs again with the answer. */
import type { WatchStage, WatchState } from '../watch-state.js'
import { checkCompleted, confirmFailure } from './check-completed.js'
import { checkDeadline } from './check-deadline.js'
import { closeRunningTasks, closeStoppedTasks } from './close-tasks.js'
import { confirmByTasks } from './confirm-by-tasks.js'
import { failFast } from './fail-fast.js'
import { readAlarms, readTargetHealth } from './related-resources.js'
import { report } from './report.js'
import { requestPoll } from './request-poll.js'
import { goTo, type StageResult } from './stage-result.js'
import { readStartingTasks } from './starting-tasks.js'
import { readStoppedTasks } from './stopped-tasks.js'

type Stage = (state: WatchState, at: number) => StageResult

const stages: Readonly<Record<WatchStage, Stage>> = {
  polling: requestPoll,
  'confirming-success': confirmByTasks,
  'reading-stopped-tasks': readStoppedTasks,
  'reading-starting-tasks': readStartingTasks,
  'checking-completed': checkCompleted,
  'confirming-failure': confirmFailure,
  reporting: report,
  'failing-fast': failFast,
  'reading-target-health': state => readTargetHealth(state, 'reading-alarms'),
  'reading-alarms': state => readAlarms(state, 'checking-deadline'),
  'checking-deadline': checkDeadline,
  'closing-alarms': state => readAlarms(state, 'closing-stopped-tasks'),
  'closing-stopped-tasks': closeStoppedTasks,
  'closing-running-tasks': closeRunningTasks,
  'closing-target-health': state => readTargetHealth(state, 'finished'),
  finished: state => goTo(state, 'finished'),
}

export function runStage(state: WatchState, at: number): StageResult {
  return stages[state.stage](state, at)
}
