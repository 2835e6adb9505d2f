/** What is known about failed tasks, and what an explanation adds to the reason that ECS gives. */
import type { Check } from '../checks/check.js'
import type { Position } from '../errors/problem.js'
import type { TargetGroup } from '../resources/target-group.js'
import type { JsonObject, Path } from '../text/json.js'
import type { Failure } from './failure.js'

/** What holds for all failures of a deployment, or of a one-off task. */
export interface Evidence {
  readonly definition: JsonObject
  /** finds a part of the definition in the user's own file, if it comes from there */
  readonly positionOf: ((path: Path) => Position | undefined) | undefined
  /** results of the checks before the deployment */
  readonly checks: readonly Check[]
  /** undefined for a one-off task */
  readonly service: ServiceEvidence | undefined
}

export interface ServiceEvidence {
  /** healthCheckGracePeriodSeconds */
  readonly gracePeriod: number | undefined
  /** the revision that serves meanwhile, if it is another one */
  readonly serving: { readonly revision: string; readonly definition: JsonObject } | undefined
  /** target groups of the service, if they could be read */
  readonly targetGroups: readonly TargetGroup[] | undefined
}

/** The evidence for one failure. */
export interface FailureEvidence extends Evidence {
  readonly failure: Failure
  /** lines of the logs of its tasks, those of the newest task last */
  readonly lines: readonly string[]
  /** seconds that the shortest-lived of its tasks ran, if ECS says so */
  readonly shortestRun: number | undefined
}

export interface Explanation {
  /** what the evidence adds to the reason that ECS gives */
  readonly detail: string | undefined
  readonly next: string | undefined
  /** the line of the user's own file that it is about */
  readonly position: Position | undefined
}

export const noExplanation: Explanation = { detail: undefined, next: undefined, position: undefined }
