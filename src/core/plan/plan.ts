/** What will be done: one revision, and what each service gets of it. A value that a dry run shows and a deployment executes. */
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
  /** a task to run before the services are updated */
  readonly task: TaskPlan | undefined
  /** none: the revision is only registered */
  readonly services: readonly ServicePlan[]
  /** services that could not be read; such a plan is only shown */
  readonly offline: readonly Target[]
  readonly checks: readonly Check[]
}

/** The user must change something first. */
export interface Refusal {
  readonly problems: readonly Problem[]
  readonly checks: readonly Check[]
  /** why the definition was not checked, if it was not */
  readonly unchecked: string | undefined
  /** what would be done otherwise, where that is known */
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

/** A revision to register. */
export interface NewRevision extends RevisionContent {
  readonly kind: 'new'
  /** tags that are added to the definition if the role may tag; empty where they do not fit */
  readonly provenance: readonly Tag[]
  /** where a part of the definition is in the user's own file */
  readonly positionOf: ((path: Path) => Position | undefined) | undefined
}

/** A registered revision to deploy as it is. */
export interface ExistingRevision extends RevisionContent {
  readonly kind: 'existing'
  readonly arn: string
}

export interface PlannedImage {
  readonly container: string
  readonly from: string | undefined
  /** as it will be registered */
  readonly to: string
  /** the name that `image-policy` replaced with the digest */
  readonly named: string | undefined
}

/** What one service gets. */
export interface ServicePlan {
  readonly observed: Observed
  readonly changes: readonly Change[]
  /** everybody reads these; nobody computes what the service will be again */
  readonly settings: SettingsChange
  /** members of UpdateService beside the task definition */
  readonly update: ServiceUpdate
  /** a desired count that is raised for the rollout and restored after it */
  readonly bump: Bump | undefined
  /** the revision that serves before this deployment */
  readonly previous: string | undefined
  /** the target groups of the service, where they could be read */
  readonly targetGroups: readonly TargetGroup[] | undefined
  /** the digest of each image reference of the definition, where the registry answered */
  readonly digests: ReadonlyMap<string, string> | undefined
}

/** A one-off task, such as a database migration. */
export interface TaskPlan {
  readonly revision: RevisionPlan
  readonly cluster: string
  readonly overrides: readonly ContainerOverride[]
  /** `awsvpcConfiguration`; absent: that of the first service */
  readonly network: JsonObject | undefined
  /** how long to wait for its end; absent: the deployment does not wait for it */
  readonly wait: { readonly minutes: number } | undefined
}

export interface ContainerOverride {
  readonly container: string
  readonly command: readonly string[] | undefined
  readonly environment: ReadonlyMap<string, string>
}

/** An existing revision has the tags that it was registered with. */
export function provenanceOf(revision: RevisionPlan): readonly Tag[] {
  return revision.kind === 'new' ? revision.provenance : []
}

/** The values that no text about this plan may contain. */
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
