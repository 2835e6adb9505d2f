import type { LogEffect, WatchEffect } from '../watch-event.js'
import type { WatchStage, WatchState } from '../watch-state.js'

export interface StageResult {
  readonly state: WatchState
  /** undefined: the stage of `state` is next */
  readonly effect: WatchEffect | undefined
  readonly lines: readonly LogEffect[]
}

export function goTo(state: WatchState, stage: WatchStage, lines: readonly LogEffect[] = []): StageResult {
  return { state: { ...state, stage }, effect: undefined, lines }
}

/** The stage of `state` receives the answer. */
export function waitFor(state: WatchState, effect: WatchEffect): StageResult {
  return { state, effect, lines: [] }
}

/** The next stage receives the answer. */
export function performThenGoTo(
  state: WatchState,
  effect: WatchEffect | undefined,
  stage: WatchStage,
): StageResult {
  return { state: { ...state, stage }, effect, lines: [] }
}
