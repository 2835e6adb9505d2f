/** Some of several services failed: which of the others have to go back (docs/adr/0050). */
import { stageOf } from '../ecs/service-deployment.js'
import type { WatchResult } from '../watch/watch-result.js'
import type { WatchState } from '../watch/watch-state.js'

/** Of its own deployment, for certain: nothing more is to be expected of it. */
export function hasFailed(result: WatchResult): boolean {
  switch (result.kind) {
    case 'rolled-back':
    case 'failed':
      return true
    case 'superseded':
      return result.stateWhenSuperseded === 'rolling-back'
    case 'succeeded':
    case 'idle':
    case 'paused':
    case 'started':
    case 'timed-out':
    case 'cancelled':
    case 'unknown':
      return false
  }
}

/** ECS says that it rolls it back: nothing brings it to its end any more. */
export function isRollingBack({ end, last: { serviceDeployment } }: WatchState): boolean {
  return !end && serviceDeployment !== undefined && stageOf(serviceDeployment) === 'rolling-back'
}

/** `failed`, within a sentence; undefined: it did not */
export function failureText(result: WatchResult): string | undefined {
  if (result.kind === 'timed-out') {
    const { kind } = result.rollback
    return kind === 'rollback-requested' || kind === 'rollback-unconfirmed' ? 'timed out' : undefined
  }
  if (!hasFailed(result)) return undefined
  return result.kind === 'failed' ? 'failed' : 'was rolled back'
}

/** What has to be undone of a service; undefined: nothing, or nothing is known. */
export type Undoing = 'completed' | 'rolling-out' | undefined

export function undoingOf({ end, evaluation, failFast }: WatchState): Undoing {
  const isGoingBack = evaluation.rollbackSince !== undefined || evaluation.failed || failFast.stopRequested
  switch (end?.result.kind) {
    case 'succeeded':
    case 'idle':
      return 'completed'
    case undefined:
    case 'paused':
    case 'started':
    case 'timed-out':
      return isGoingBack ? undefined : 'rolling-out'
    case 'rolled-back':
    case 'failed':
    case 'superseded':
    case 'cancelled':
    case 'unknown':
      return undefined
  }
}
