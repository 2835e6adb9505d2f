import type { WatchResult } from '../watch-result.js'
import type { WatchState } from '../watch-state.js'
import { endWatch } from './end-watch.js'
import { goTo, type StageResult } from './stage-result.js'

/** Milliseconds without an answer: unknown instead of timed out. */
const contactLostAfter = 120_000

export function checkDeadline(state: WatchState, at: number): StageResult {
  const { context, last } = state
  if (at < context.deadline) return goTo(state, 'polling')
  const result: WatchResult =
    at - last.at > contactLostAfter
      ? { kind: 'unknown', reason: 'AWS did not respond for minutes' }
      : { kind: 'timed-out', minutes: context.options.minutes, rollback: { kind: 'left' } }
  return endWatch(state, { result, at })
}
