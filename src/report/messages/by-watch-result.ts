import { decisiveService, type Outcome } from '../../core/outcome/outcome.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import type { WatchResult } from '../../core/watch/watch-result.js'

export interface Watched<K extends WatchResult['kind']> {
  readonly result: Extract<WatchResult, { kind: K }>
  readonly rollout: Rollout
}

/** `otherwise`: for an outcome of that name without a watch. */
export function ofResult<K extends WatchResult['kind'], T>(
  kind: K,
  project: (watched: Watched<K>, outcome: Outcome) => T,
  otherwise = (outcome: Outcome): T => {
    throw new TypeError(`nothing was watched, and yet the outcome is ${outcome.name}`)
  },
): (outcome: Outcome) => T {
  return outcome => {
    const service = decisiveService(outcome)
    if (service?.kind !== 'ended' || !isOfKind(service.result, kind)) return otherwise(outcome)
    return project({ result: service.result, rollout: service.rollout }, outcome)
  }
}

function isOfKind<K extends WatchResult['kind']>(
  result: WatchResult,
  kind: K,
): result is Extract<WatchResult, { kind: K }> {
  return result.kind === kind
}
