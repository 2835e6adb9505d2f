import type { Service, Target } from '../ecs/service.js'
import type { Position } from '../errors/problem.js'
import type { RenderOptions } from '../task-definition/render.js'
import type { Provenance } from '../task-definition/tags.js'
import type { JsonObject, Path } from '../text/json.js'
import type { ImagePolicy } from './image-policy.js'
import type { ServiceOptions } from './service-options.js'

export interface PlanOptions extends RenderOptions {
  readonly rollout: ServiceOptions
  /** tags about this run */
  readonly provenance: Provenance
  readonly preflight: Preflight
  /** show the plan, or execute it */
  readonly mode: 'plan' | 'deploy'
  readonly imagePolicy: ImagePolicy
  /** address of this action's docs, if known */
  readonly pages: string | undefined
}

export type Preflight = 'fail' | 'warn' | 'off'

export interface BaseDefinition {
  readonly definition: JsonObject
  /** `task-definition.json`, or `web:7` */
  readonly origin: string
  /** in the user's own file */
  readonly positionOf: ((path: Path) => Position | undefined) | undefined
}

export interface Observed {
  readonly target: Target
  readonly service: Service
  /** revision */
  readonly serving: string | undefined
  /** its definition; empty where there is none */
  readonly live: JsonObject
  readonly registeredBy: string | undefined
}

/** `offline`: could not be read */
export type DeploymentTarget =
  | { readonly kind: 'service'; readonly observed: Observed }
  | { readonly kind: 'offline'; readonly target: Target }
