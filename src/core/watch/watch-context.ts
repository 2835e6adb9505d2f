/** What does not change while a deployment is watched. */
import type { WatchOptions } from '../options/watch-options.js'
import type { Tracked } from './tracked-deployment.js'

export interface WatchContext {
  readonly tracked: Tracked
  readonly options: WatchOptions
  readonly deadline: number
  /** ids of the service events from before the deployment */
  readonly eventsBefore: readonly string[]
  /** ARNs of the target groups that the service registers its tasks in */
  readonly targetGroups: readonly string[]
  /** values to redact from every text */
  readonly secrets: readonly string[]
}
