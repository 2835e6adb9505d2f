import type { WatchOptions } from '../options/watch-options.js'
import type { Tracked } from './tracked-deployment.js'

export interface WatchContext {
  readonly tracked: Tracked
  readonly options: WatchOptions
  readonly deadline: number
  /** ids of service events */
  readonly eventsBefore: readonly string[]
  /** ARNs */
  readonly targetGroups: readonly string[]
  /** to redact */
  readonly secrets: readonly string[]
}
