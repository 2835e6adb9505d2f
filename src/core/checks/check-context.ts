/** All that the checks look at: what would be deployed, onto what, and what was seen around it. */

import type { Service } from '../ecs/service.js'
import type { Position } from '../errors/problem.js'
import type { ImagePolicy } from '../options/image-policy.js'
import type { RelatedResources } from '../resources/related-resources.js'
import type { ServiceOptions } from '../settings/service-settings.js'
import type { Tag } from '../task-definition/tags.js'
import type { JsonObject, Path } from '../text/json.js'

export interface CheckContext {
  /** with its images as they are named: `surroundings` knows them by these names */
  readonly definition: JsonObject
  /** the same as it would be registered, but for `provenance`: `image-policy: digest` names images by their digests */
  readonly registeredDefinition: JsonObject
  readonly imagePolicy: ImagePolicy
  /** as its source has it, before the inputs change it */
  readonly source: JsonObject
  /** tags that would be registered with it and tell where it comes from */
  readonly provenance: readonly Tag[]
  /** nothing will be registered: what is missing may still come */
  readonly isDryRun: boolean
  /** containers whose image the inputs name */
  readonly optional: readonly string[]
  readonly rollout: ServiceOptions
  readonly resources: RelatedResources
  /** absent where only a revision is registered, and where it could not be looked at */
  readonly observed:
    | {
        readonly service: Service
        /** the definition that serves; empty where there is none */
        readonly live: JsonObject
        /** the revision that serves, if any */
        readonly serving: string | undefined
        /** who registered that revision, as ECS tells it */
        readonly registeredBy: string | undefined
      }
    | undefined
  /** a service is meant and could not be looked at */
  readonly serviceUnavailable: boolean
  /** where the pages of this action can be read, where that is known */
  readonly pages: string | undefined
  /** the input that a part of the definition comes from, if it comes from one */
  readonly inputAt: (path: Path) => string | undefined
  /** where a part of the definition stands in the user's own file, if it comes from one */
  readonly positionOf: (path: Path) => Position | undefined
}
