import type { ServiceState } from '../ecs/service.js'
import type { Position } from '../errors/problem.js'
import type { ImagePolicy } from '../options/image-policy.js'
import type { ServiceOptions } from '../options/service-options.js'
import type { WaitUntil } from '../options/watch-options.js'
import type { RelatedResources } from '../resources/related-resources.js'
import type { SettingsChange } from '../settings/service-settings.js'
import type { Tag } from '../task-definition/tags.js'
import type { JsonObject, Path } from '../text/json.js'

export interface CheckContext {
  /** images as the user names them, which are the keys in `resources` */
  readonly definition: JsonObject
  /** as it will be registered, without `provenance`; `image-policy: digest` pins images */
  readonly registeredDefinition: JsonObject
  readonly imagePolicy: ImagePolicy
  /** `web:7`, which is deployed as it is */
  readonly asIs: string | undefined
  /** before inputs are applied */
  readonly source: JsonObject
  /** tags to add */
  readonly provenance: readonly Tag[]
  /** what is missing may still be created */
  readonly isDryRun: boolean
  readonly overriddenImages: readonly string[]
  readonly rollout: ServiceOptions
  /** undefined: the deployment is not watched */
  readonly waitMinutes: number | undefined
  /** undefined: the deployment is not watched */
  readonly waitUntil: WaitUntil | undefined
  readonly resources: RelatedResources
  /** undefined without a service, or where it could not be read */
  readonly observed:
    | {
        readonly service: ServiceState
        readonly settings: SettingsChange
        /** the serving definition; empty where there is none */
        readonly live: JsonObject
        readonly serving: string | undefined
        /** according to ECS */
        readonly registeredBy: string | undefined
      }
    | undefined
  readonly serviceUnavailable: boolean
  readonly pages: string | undefined
  /** the input that sets a part of the definition */
  readonly inputAt: (path: Path) => string | undefined
  readonly positionOf: (path: Path) => Position | undefined
}
