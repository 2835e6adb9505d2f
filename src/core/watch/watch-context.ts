import type { WatchOptions } from '../options/watch-options.js'
import type { Tracked } from './tracked-deployment.js'

export interface WatchContext {
  readonly tracked: Tracked
  readonly options: WatchOptions
  readonly deadline: number
  /** id of the pause hook that this run has answered */
  readonly answeredHook: string | undefined
  /** ids of service events */
  readonly eventsBefore: readonly string[]
  /** ARNs */
  readonly targetGroups: readonly string[]
  /** names of containers with a health check */
  readonly checkedContainers: readonly string[]
  /** to redact */
  readonly secrets: readonly string[]
}
