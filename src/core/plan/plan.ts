/** A plan: one revision, and what each service gets. A dry run shows it, a deployment executes it. */
import type { Check } from '../checks/check.js'
import { isExpress, type ServiceState, type Target } from '../ecs/service.js'
import type { Position, Problem } from '../errors/problem.js'
import type { AsIs, Observed } from '../options/plan-options.js'
import { randomParts } from '../redaction/mask-random.js'
import type { TargetGroup } from '../resources/target-group.js'
import type { Bump } from '../settings/bump.js'
import type { SettingsChange } from '../settings/service-settings.js'
import type { ServiceUpdate } from '../settings/service-update.js'
import type { Change } from '../task-definition/diff.js'
import { secretsOf } from '../task-definition/hidden-values.js'
import type { Provenance, Tag } from '../task-definition/tags.js'
import { imagesOf } from '../task-definition/task-definition.js'
import type { JsonObject, Path } from '../text/json.js'
import { secretsOfUrl } from '../verification/shown-url.js'
import type { JoinCandidate } from './join-candidate.js'
import type { PauseDecision } from './pause-decision.js'
import type { TaskPlan } from './task-plan.js'
import type { VerificationPlan } from './verification-plan.js'

export interface Plan {
  readonly revision: RevisionPlan
  /** runs before the services are updated */
  readonly task: TaskPlan | undefined
  /** none: only register */
  readonly services: readonly ServicePlan[]
  /** once all of them have succeeded */
  readonly verification: VerificationPlan | undefined
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

/** The commit that the images of a revision were built from, whoever registered it. */
export interface ImageSource extends Pick<Provenance, 'commit' | 'repository'> {
  /** the revision or file that has the same images; undefined: they are of this run */
  readonly sameAs: string | undefined
}

export interface RevisionContent {
  readonly definition: JsonObject
  readonly imageSource: ImageSource
  readonly family: string
  /** `task-definition.json`, or `web:7` */
  readonly origin: string
  readonly images: readonly PlannedImage[]
  /** in the source, before inputs set others */
  readonly replacedImages: readonly string[]
}

export interface NewRevision extends RevisionContent {
  readonly kind: 'new'
  /** added if the role may tag; empty where they do not fit */
  readonly provenance: readonly Tag[]
  /** in the user's own file */
  readonly positionOf: ((path: Path) => Position | undefined) | undefined
}

export interface RecordedDigest {
  readonly container: string
  readonly digest: string
}

export interface ExistingRevision extends RevisionContent {
  readonly kind: 'existing'
  readonly arn: string
  /** `joined`: somebody else deploys it already */
  readonly reason: AsIs['reason'] | 'joined'
  /** of images with a tag, as ECS recorded it when it deployed the revision */
  readonly digests: readonly RecordedDigest[]
}

export interface PlannedImage {
  readonly container: string
  readonly from: string | undefined
  /** `from` with the tag that its digest was resolved from, if that is known */
  readonly fromName: string | undefined
  /** as registered */
  readonly to: string
  /** the name before `image-policy: digest` */
  readonly named: string | undefined
}

/** What the service is set to stands in the settings of the plan, before and after the update. */
export interface ObservedState extends Omit<Observed, 'service'> {
  readonly service: ServiceState
}

export interface ServicePlan {
  readonly observed: ObservedState
  readonly changes: readonly Change[]
  /** computed once, read everywhere */
  readonly settings: SettingsChange
  /** UpdateService besides the task definition; nothing for an Express service */
  readonly update: ServiceUpdate
  /** desired count during the rollout */
  readonly bump: Bump | undefined
  /** serving before this deployment */
  readonly previous: string | undefined
  readonly targetGroups: readonly TargetGroup[] | undefined
  /** where an Express service answers, as ECS says it */
  readonly endpoint: string | undefined
  /** by image reference */
  readonly digests: ReadonlyMap<string, string> | undefined
  /** watched instead of a new deployment */
  readonly joins: JoinCandidate | undefined
  /** decides how a paused deployment goes on, and then joins it */
  readonly decides: PauseDecision | undefined
}

/** What takes the service to the revision. */
export function updateOperation({ observed: { service } }: Pick<ServicePlan, 'observed'>): string {
  return isExpress(service) ? 'UpdateExpressGatewayService' : 'UpdateService'
}

export function isAsIs(revision: RevisionPlan): revision is ExistingRevision {
  return revision.kind === 'existing' && revision.reason !== 'joined'
}

export function isRollback(revision: RevisionPlan): boolean {
  return revision.kind === 'existing' && revision.reason === 'rollback'
}

/** About a deployment that waits at a pause hook: nothing else is sent. */
export function isDecision({ services }: Pick<Plan, 'services'>): boolean {
  return services.some(({ decides }) => decides !== undefined)
}

export function provenanceOf(revision: RevisionPlan): readonly Tag[] {
  return revision.kind === 'new' ? revision.provenance : []
}

export function secretsOfPlan({ revision, services, task, verification }: Plan): string[] {
  const { definition, family, images, replacedImages } = revision
  const names = [
    family,
    ...imagesOf(definition).flatMap(({ container, image }) => [container, image]),
    ...images.flatMap(({ named }) => named ?? []),
    ...services.flatMap(({ observed: { service } }) => [service.arn, service.clusterArn]),
  ]
  const tasks = [task, verification?.task].flatMap(one => one ?? [])
  const ofTask = tasks.flatMap(one => [one.definition, { containerDefinitions: one.overrides }])
  const replaced = { containerDefinitions: replacedImages.map(image => ({ image })) }
  const live = services.map(({ observed }) => observed.live)
  const ofUrl = verification?.url ? secretsOfUrl(verification.url.url) : []
  const ofSettings = randomParts(JSON.stringify(services.map(({ settings }) => settings.after)))
  return [...secretsOf([definition, replaced, ...live, ...ofTask], names), ...ofSettings, ...ofUrl]
}
