/**
 * What the post step has to finish if the main step is killed: written before each change that would need it, and
 * cleared when the main step has done it by itself.
 */

import type { Target } from '../ecs/service.js'
import type { Bump } from '../settings/bump.js'
import type { Tracked } from '../watch/tracked-deployment.js'

export interface SavedState {
  readonly version: 1
  readonly target: Target
  /** the revision that was being deployed: how to find its deployment */
  readonly taskDefinition: string
  /** a desired count that is still raised */
  readonly bump?: Bump
  /** the deployment was interrupted and the user wants it rolled back then: `ecs-svc/…` */
  readonly rollback?: Pick<Tracked, 'deploymentId' | 'completedBefore'>
}

export function serializeState(state: SavedState): string {
  return JSON.stringify(state)
}

/** Nothing where the state is empty, cleared, or not ours. */
export function parseState(saved: string): SavedState | undefined {
  if (saved === '') return undefined
  try {
    const state = JSON.parse(saved) as Partial<SavedState>
    return state.version === 1 && state.target && state.taskDefinition ? (state as SavedState) : undefined
  } catch {
    return undefined
  }
}
