import { requestAlarms } from '../slices/alarm-records.js'
import { nextTargetHealth } from '../slices/target-health-records.js'
import type { WatchStage, WatchState } from '../watch-state.js'
import { hasCredentials } from './end-watch.js'
import { goTo, performThenGoTo, type StageResult, waitFor } from './stage-result.js'

export function readTargetHealth(before: WatchState, next: WatchStage): StageResult {
  const { records, effect } = nextTargetHealth(before.targets)
  const state = { ...before, targets: records }
  return effect ? waitFor(state, effect) : goTo(state, next)
}

export function readAlarms(state: WatchState, next: WatchStage): StageResult {
  if (!hasCredentials(state)) return goTo(state, next)
  const names = state.last.serviceDeployment?.triggeredAlarms ?? []
  const { records, effect } = requestAlarms(state.alarms, names)
  return performThenGoTo({ ...state, alarms: records }, effect, next)
}
