/** What the post step has to finish if the main step is killed. Saved before each change, cleared after it. */
import type { Target } from '../ecs/service.js'
import type { Bump } from '../settings/bump.js'
import type { Tracked } from '../watch/tracked-deployment.js'

export interface SavedState {
  readonly version: 1
  readonly target: Target
  /** to find its deployment */
  readonly taskDefinition: string
  /** the desired count is still raised */
  readonly bump?: Bump | undefined
  /** if the watch was interrupted and the user wants a rollback */
  readonly rollback?: Pick<Tracked, 'deploymentId' | 'completedBefore'> | undefined
}

export function serializeState(state: SavedState): string {
  return JSON.stringify(state)
}

/** Undefined if empty, cleared or of another version. */
export function parseState(saved: string): SavedState | undefined {
  if (saved === '') return undefined
  try {
    const state = JSON.parse(saved) as Partial<SavedState>
    return state.version === 1 && state.target && state.taskDefinition ? (state as SavedState) : undefined
  } catch {
    return undefined
  }
}
