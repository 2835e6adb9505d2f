/** What is known about failed tasks, and what explains them. */
import type { Check } from '../checks/check.js'
import type { Position } from '../errors/problem.js'
import type { TargetGroup } from '../resources/target-group.js'
import type { JsonObject, Path } from '../text/json.js'
import type { Failure } from './failure.js'

/** What holds for all failures of a deployment, or of a one-off task. */
export interface Evidence {
  readonly definition: JsonObject
  /** finds a part of the definition in the user's own file */
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
  /** undefined if they could not be read */
  readonly targetGroups: readonly TargetGroup[] | undefined
}

/** The evidence for one failure. */
export interface FailureEvidence extends Evidence {
  readonly failure: Failure
  /** of the logs of its tasks, those of the newest task last */
  readonly lines: readonly string[]
  /** seconds that its shortest-lived task ran */
  readonly shortestRun: number | undefined
}

export interface Explanation {
  /** what the evidence adds to the reason that ECS gives */
  readonly detail: string | undefined
  readonly next: string | undefined
  /** in the user's own file */
  readonly position: Position | undefined
}

export const noExplanation: Explanation = { detail: undefined, next: undefined, position: undefined }
