import { failureCounts } from '../counted-failures.js'
import { reportPoll } from '../slices/progress-log.js'
import { stoppedTasks } from '../slices/task-records.js'
import type { WatchState } from '../watch-state.js'
import { endWatch } from './end-watch.js'
import { goTo, type StageResult } from './stage-result.js'

export function report(before: WatchState, at: number): StageResult {
  const { last, tasks, verdict } = before
  const { log, lines } = reportPoll(before.log, { snapshot: last, verdict, stopped: stoppedTasks(tasks) })
  const accountedFor = tasks.readAt >= last.at ? failureCounts(last) : tasks.accountedFor
  const state = { ...before, log, tasks: { ...tasks, accountedFor } }
  if (verdict.kind === 'watching') return goTo(state, 'failing-fast', lines)
  const ended = endWatch(state, { result: verdict.result, at })
  return { ...ended, lines: [...lines, ...ended.lines] }
}
