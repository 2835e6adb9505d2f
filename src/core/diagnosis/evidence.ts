import type { Check } from '../checks/check.js'
import type { Position } from '../errors/problem.js'
import type { TargetGroup } from '../resources/target-group.js'
import type { JsonObject, Path } from '../text/json.js'
import type { Failure } from './failure.js'

export interface Evidence {
  readonly definition: JsonObject
  /** in the user's file */
  readonly positionOf: ((path: Path) => Position | undefined) | undefined
  readonly checks: readonly Check[]
  /** undefined for a one-off task */
  readonly service: ServiceEvidence | undefined
}

export interface ServiceEvidence {
  /** healthCheckGracePeriodSeconds */
  readonly gracePeriod: number | undefined
  /** undefined if the same revision serves, or none */
  readonly serving: { readonly revision: string; readonly definition: JsonObject } | undefined
  /** undefined: not readable */
  readonly targetGroups: readonly TargetGroup[] | undefined
}

export interface FailureEvidence extends Evidence {
  readonly failure: Failure
  /** newest task last */
  readonly lines: readonly string[]
  /** seconds */
  readonly shortestRun: number | undefined
}

export interface Explanation {
  /** in addition to ECS's reason */
  readonly detail: string | undefined
  readonly next: string | undefined
  readonly position: Position | undefined
}

export const noExplanation: Explanation = { detail: undefined, next: undefined, position: undefined }
