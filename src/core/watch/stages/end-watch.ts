/** After the end, only what the report needs is read. */
import { flushLog } from '../slices/progress-log.js'
import type { WatchResult } from '../watch-result.js'
import type { WatchState } from '../watch-state.js'
import { goTo, type StageResult } from './stage-result.js'

export function endWatch(
  state: WatchState,
  end: { readonly result: WatchResult; readonly at: number },
): StageResult {
  const { log, lines } = flushLog(state.log, end.at)
  return goTo({ ...state, log, end }, 'closing-alarms', lines)
}

/** The report explains the result by failed tasks. */
export function isDiagnosed({ end }: WatchState): boolean {
  const kind = end?.result.kind
  return kind !== 'succeeded' && kind !== 'idle' && kind !== 'cancelled'
}

export function hasCredentials({ end }: WatchState): boolean {
  const result = end?.result
  return result?.kind !== 'unknown' || result.lost !== 'credentials'
}
