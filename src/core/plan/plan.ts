/** A plan: one revision, and what each service gets. A dry run shows it, a deployment executes it. */
import type { Check } from '../checks/check.js'
import type { Target } from '../ecs/service.js'
import type { Position, Problem } from '../errors/problem.js'
import type { Observed } from '../options/plan-options.js'
import type { TargetGroup } from '../resources/target-group.js'
import type { Bump } from '../settings/bump.js'
import type { SettingsChange } from '../settings/service-settings.js'
import type { ServiceUpdate } from '../settings/service-update.js'
import type { Change } from '../task-definition/diff.js'
import { secretsOf } from '../task-definition/hidden-values.js'
import type { Tag } from '../task-definition/tags.js'
import { imagesOf } from '../task-definition/task-definition.js'
import type { JsonObject, Path } from '../text/json.js'

export interface Plan {
  readonly revision: RevisionPlan
  /** runs before the services are updated */
  readonly task: TaskPlan | undefined
  /** none: only register */
  readonly services: readonly ServicePlan[]
  /** could not be read; such a plan is only shown */
  readonly offline: readonly Target[]
  readonly checks: readonly Check[]
}

export interface Refusal {
  readonly problems: readonly Problem[]
  readonly checks: readonly Check[]
  /** why the definition was not checked */
  readonly unchecked: string | undefined
  /** what would be done otherwise */
  readonly plan: Plan | undefined
}

export type PlanResult =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | ({ readonly kind: 'refused' } & Refusal)

export type RevisionPlan = NewRevision | ExistingRevision

interface RevisionContent {
  readonly definition: JsonObject
  readonly family: string
  /** `task-definition.json`, or `web:7` */
  readonly origin: string
  readonly images: readonly PlannedImage[]
}

export interface NewRevision extends RevisionContent {
  readonly kind: 'new'
  /** added if the role may tag; empty where they do not fit */
  readonly provenance: readonly Tag[]
  /** in the user's own file */
  readonly positionOf: ((path: Path) => Position | undefined) | undefined
}

export interface ExistingRevision extends RevisionContent {
  readonly kind: 'existing'
  readonly arn: string
}

export interface PlannedImage {
  readonly container: string
  readonly from: string | undefined
  /** as registered */
  readonly to: string
  /** the name before `image-policy: digest` */
  readonly named: string | undefined
}

export interface ServicePlan {
  readonly observed: Observed
  readonly changes: readonly Change[]
  /** computed once, read everywhere */
  readonly settings: SettingsChange
  /** UpdateService besides the task definition */
  readonly update: ServiceUpdate
  /** desired count during the rollout */
  readonly bump: Bump | undefined
  /** serving before this deployment */
  readonly previous: string | undefined
  readonly targetGroups: readonly TargetGroup[] | undefined
  /** by image reference */
  readonly digests: ReadonlyMap<string, string> | undefined
}

export interface TaskPlan {
  readonly revision: RevisionPlan
  readonly cluster: string
  readonly overrides: readonly ContainerOverride[]
  /** `awsvpcConfiguration`; default: that of the first service */
  readonly network: JsonObject | undefined
  /** undefined: does not wait */
  readonly wait: { readonly minutes: number } | undefined
}

export interface ContainerOverride {
  readonly container: string
  readonly command: readonly string[] | undefined
  readonly environment: ReadonlyMap<string, string>
}

export function provenanceOf(revision: RevisionPlan): readonly Tag[] {
  return revision.kind === 'new' ? revision.provenance : []
}

export function secretsOfPlan({ revision, services }: Plan): string[] {
  const { definition, family, images } = revision
  const names = [
    family,
    ...imagesOf(definition).flatMap(({ container, image }) => [container, image]),
    ...images.flatMap(({ named }) => named ?? []),
    ...services.flatMap(({ observed: { service } }) => [service.arn, service.clusterArn]),
  ]
  return secretsOf([definition, ...services.map(({ observed }) => observed.live)], names)
}
