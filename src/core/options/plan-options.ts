/** What a plan is made of: what is asked for, the definition to start from, and the service as it was found. */
import type { Service, Target } from '../ecs/service.js'
import type { Position } from '../errors/problem.js'
import type { RenderOptions } from '../task-definition/render.js'
import type { Provenance } from '../task-definition/tags.js'
import type { JsonObject, Path } from '../text/json.js'
import type { ImagePolicy } from './image-policy.js'
import type { ServiceOptions } from './service-options.js'

/** What the user asks for, as far as a plan depends on it. */
export interface PlanOptions extends RenderOptions {
  readonly rollout: ServiceOptions
  /** what the tags of the revision tell about this run */
  readonly provenance: Provenance
  readonly preflight: Preflight
  /** what becomes of the plan: shown, or carried out */
  readonly mode: 'plan' | 'deploy'
  readonly imagePolicy: ImagePolicy
  /** where the pages of this action can be read, where that is known */
  readonly pages: string | undefined
}

/** What a failed check does. */
export type Preflight = 'fail' | 'warn' | 'off'

/** The definition to start from: as it would be registered, and where it comes from. */
export interface BaseDefinition {
  readonly definition: JsonObject
  /** `task-definition.json`, or `web:7` for the live one */
  readonly origin: string
  /** where a part of it stands in the user's own file, if it comes from one */
  readonly positionOf: ((path: Path) => Position | undefined) | undefined
}

/** The service as it was found, and the definition that it runs. */
export interface Observed {
  readonly target: Target
  readonly service: Service
  /** the revision that serves, if any */
  readonly serving: string | undefined
  /** what that revision holds; empty where there is none */
  readonly live: JsonObject
  /** who registered that revision, as ECS tells it */
  readonly registeredBy: string | undefined
}

/** A service that a revision is for: as it was found, or one that could not be read. */
export type DeploymentTarget =
  | { readonly kind: 'service'; readonly observed: Observed }
  | { readonly kind: 'offline'; readonly target: Target }
