/** A one-off task before the services are updated. */
import type { VolumeConfiguration } from '../ecs/volume-configuration.js'
import type { Tag } from '../task-definition/tags.js'
import type { JsonObject } from '../text/json.js'

export interface TaskOptions {
  /** name or ARN */
  readonly cluster: string
  /** undefined: the new revision */
  readonly definition: TaskDefinitionChoice | undefined
  /** as the user gives them */
  readonly overrides: readonly JsonObject[]
  readonly command: TaskCommand | undefined
  /** undefined: as the service */
  readonly network: NetworkOptions
  /** undefined: as the service */
  readonly launchType: string | undefined
  readonly strategy: readonly JsonObject[] | undefined
  readonly startedBy: string
  readonly tags: readonly Tag[]
  readonly managedTags: boolean | undefined
  /** those of the task definition */
  readonly propagatesTags: boolean
  readonly volume: VolumeConfiguration | undefined
  /** undefined: does not wait */
  readonly wait: { readonly minutes: number } | undefined
  readonly onCancel: 'leave' | 'stop'
}

/** What the task runs instead of the new revision. */
export type TaskDefinitionChoice =
  | { readonly kind: 'file'; readonly path: string }
  /** ARN, `migrate:3`, or `migrate` for the latest ACTIVE one */
  | { readonly kind: 'registered'; readonly name: string }

export interface TaskCommand {
  readonly words: readonly string[]
  /** of the input `container-name`; undefined: the only one */
  readonly container: string | undefined
}

export interface NetworkOptions {
  readonly subnets: readonly string[]
  readonly securityGroups: readonly string[]
  readonly assignPublicIp: string | undefined
}
