/** What is known of the failed tasks of one group, and what is found in it. */
import type { Check } from '../checks/check.js'
import type { Position } from '../errors/problem.js'
import type { TargetGroup } from '../resources/target-group.js'
import type { JsonObject, Path } from '../text/json.js'
import type { FailureGroup } from './failure-group.js'

export interface FailureEvidence {
  readonly group: FailureGroup
  /** lines of their logs, those of the newest task last */
  readonly lines: readonly string[]
  readonly definition: JsonObject
  /** what was found before the deployment */
  readonly checks: readonly Check[]
  /** seconds from start to end of the one that was up for the shortest time, where ECS tells */
  readonly lasted: number | undefined
  /** healthCheckGracePeriodSeconds of the service */
  readonly gracePeriod: number | undefined
  /** what serves meanwhile, where that is another revision */
  readonly live: { readonly revision: string; readonly definition: JsonObject } | undefined
  /** those that the service registers its tasks in, where they were seen */
  readonly targetGroups: readonly TargetGroup[] | undefined
  /** where a part of the definition stands in the user's own file, if it is from there */
  readonly positionOf: ((path: Path) => Position | undefined) | undefined
}

export interface Explanation {
  /** what the evidence adds to the reason that ECS gives; absent where it adds nothing */
  readonly detail?: string | undefined
  readonly next?: string | undefined
  /** the line of the user's own file that it is about, where that is known */
  readonly position?: Position | undefined
}
