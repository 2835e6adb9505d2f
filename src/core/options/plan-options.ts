import type { Service, Target } from '../ecs/service.js'
import type { Position } from '../errors/problem.js'
import type { RenderOptions } from '../task-definition/render.js'
import type { Provenance } from '../task-definition/tags.js'
import type { JsonObject, Path } from '../text/json.js'
import type { ImagePolicy } from './image-policy.js'
import type { ServiceOptions } from './service-options.js'
import type { VerifyOptions } from './verify-options.js'
import type { WatchOptions } from './watch-options.js'

export interface PlanOptions extends RenderOptions {
  readonly rollout: ServiceOptions
  /** undefined: not watched */
  readonly watch: Pick<WatchOptions, 'minutes' | 'onPartialFailure' | 'waitUntil'> | undefined
  /** undefined: the rollout is all the proof */
  readonly verify: VerifyOptions | undefined
  /** of this run */
  readonly provenance: Provenance
  readonly provenanceTags: boolean
  readonly preflight: Preflight
  /** show the plan, or execute it */
  readonly mode: 'plan' | 'deploy'
  readonly imagePolicy: ImagePolicy
  /** address of this action's docs, if known */
  readonly pages: string | undefined
}

export type Preflight = 'fail' | 'warn' | 'off'

export interface BaseDefinition {
  /** the user's own file, or a registered revision, whose images are those of its tags */
  readonly kind: 'file' | 'revision'
  readonly definition: JsonObject
  /** `task-definition.json`, or `web:7` */
  readonly origin: string
  /** in the user's own file */
  readonly positionOf: ((path: Path) => Position | undefined) | undefined
  /** undefined: a new revision is registered */
  readonly asIs: AsIs | undefined
}

/** The revision that is deployed as it is. */
export interface AsIs {
  readonly arn: string
  /** the input that named it */
  readonly reason: 'source' | 'rollback'
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
