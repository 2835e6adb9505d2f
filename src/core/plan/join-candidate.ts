/** A deployment in flight that a run may join: watch it to its end instead of superseding it (docs/adr/0042). */
import { revisionName } from '../ecs/arn.js'
import type { Deployment, Service } from '../ecs/service.js'
import type { RanImage } from '../ecs/service-deployment.js'
import type { Lookup } from '../resources/lookup.js'
import type { JsonObject } from '../text/json.js'

export interface JoinCandidate {
  readonly service: Service
  /** PRIMARY and in progress */
  readonly deployment: Deployment
  readonly revision: Lookup<JoinableRevision>
  /** its service deployment has ended, so the service is shown as it was before */
  readonly hasEnded: boolean
  /** as ECS resolved them, as far as it says */
  readonly images: readonly RanImage[]
  readonly earlier: EarlierDeployments
}

export interface JoinableRevision {
  /** with tags */
  readonly definition: JsonObject
  /** ARN */
  readonly registeredBy: string | undefined
}

/** Also those that left the service with their last task. */
export interface EarlierDeployments {
  readonly ids: readonly string[]
  /** revisions */
  readonly taskDefinitions: readonly string[]
  readonly hasCompleted: boolean
  /** the revision that served before */
  readonly serving: string | undefined
}

/** `ecs-svc/6216346761948112104 of web:7` */
export function deploymentText({ id, taskDefinition }: Deployment): string {
  return `${id} of ${revisionName(taskDefinition)}`
}
