/** What the checks read: the definition, the service and its settings, and the resources around them. */

import type { ServiceState } from '../ecs/service.js'
import type { Position } from '../errors/problem.js'
import type { ImagePolicy } from '../options/image-policy.js'
import type { ServiceOptions } from '../options/service-options.js'
import type { RelatedResources } from '../resources/related-resources.js'
import type { SettingsChange } from '../settings/service-settings.js'
import type { Tag } from '../task-definition/tags.js'
import type { JsonObject, Path } from '../text/json.js'

export interface CheckContext {
  /** with its images as they are named: `resources` has them by these names */
  readonly definition: JsonObject
  /** the same as it will be registered, without `provenance`: `image-policy: digest` pins images to digests */
  readonly registeredDefinition: JsonObject
  readonly imagePolicy: ImagePolicy
  /** the base, before the inputs are applied */
  readonly source: JsonObject
  /** tags that will be added, which say where it comes from */
  readonly provenance: readonly Tag[]
  /** nothing will be registered: what is missing may still be created */
  readonly isDryRun: boolean
  /** containers whose image an input sets */
  readonly overriddenImages: readonly string[]
  readonly rollout: ServiceOptions
  readonly resources: RelatedResources
  /** absent where only a revision is registered, and where the service could not be read */
  readonly observed:
    | {
        /** all but its settings, which this deployment may change */
        readonly service: ServiceState
        readonly settings: SettingsChange
        /** the serving definition; empty where there is none */
        readonly live: JsonObject
        /** the revision that serves, if any */
        readonly serving: string | undefined
        /** who registered that revision, according to ECS */
        readonly registeredBy: string | undefined
      }
    | undefined
  /** the service could not be read */
  readonly serviceUnavailable: boolean
  /** the address of the pages of this action, where it is known */
  readonly pages: string | undefined
  /** the input that a part of the definition comes from, if it comes from one */
  readonly inputAt: (path: Path) => string | undefined
  /** where a part of the definition is in the user's own file, if it comes from one */
  readonly positionOf: (path: Path) => Position | undefined
}
