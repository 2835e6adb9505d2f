/** A plan: one revision, and what each service gets. A dry run shows it, a deployment executes it. */
import type { Check } from '../checks/check.js'
import { isExpress, type ServiceState, type Target } from '../ecs/service.js'
import type { Problem } from '../errors/problem.js'
import type { Observed } from '../options/plan-options.js'
import { randomParts } from '../redaction/mask-random.js'
import type { TargetGroup } from '../resources/target-group.js'
import type { Bump } from '../settings/bump.js'
import type { SettingsChange } from '../settings/service-settings.js'
import type { ServiceUpdate } from '../settings/service-update.js'
import type { Change } from '../task-definition/diff.js'
import { secretsOf } from '../task-definition/hidden-values.js'
import { tagsOf } from '../task-definition/tags.js'
import { familyOf, imagesOf } from '../task-definition/task-definition.js'
import type { Json, JsonObject } from '../text/json.js'
import { secretsOfUrl } from '../verification/shown-url.js'
import type { JoinCandidate } from './join-candidate.js'
import type { PauseDecision } from './pause-decision.js'
import type { RevisionPlan } from './revision-plan.js'
import type { TaskPlan } from './task-plan.js'
import type { VerificationPlan } from './verification-plan.js'

export interface Plan {
  readonly revision: RevisionPlan
  /** runs before the services are updated */
  readonly task: TaskPlan | undefined
  /** none: only register */
  readonly services: readonly ServicePlan[]
  /** `on-partial-failure: rollback`, of several services that are watched */
  readonly goBackTogether: boolean
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

/** About a deployment that waits at a pause hook: nothing else is sent. */
export function isDecision({ services }: Pick<Plan, 'services'>): boolean {
  return services.some(({ decides }) => decides !== undefined)
}

export function secretsOfPlan({ revision, services, task, verification }: Plan): string[] {
  const { definition, family, images, replacedImages } = revision
  const tasks = [task, verification?.task].flatMap(one => one ?? [])
  const names = [
    family,
    ...imagesOf(definition).flatMap(({ container, image }) => [container, image]),
    ...images.flatMap(({ named }) => named ?? []),
    ...tasks.flatMap(({ definition: own }) => [
      familyOf(own) ?? '',
      ...imagesOf(own).flatMap(({ container, image }) => [container, image]),
    ]),
    ...services.flatMap(({ observed: { service } }) => [service.arn, service.clusterArn]),
  ]
  const ofTask = tasks.flatMap(secretPlacesOf)
  const replaced = { containerDefinitions: replacedImages.map(image => ({ image })) }
  const live = services.map(({ observed }) => observed.live)
  const ofUrl = verification?.url ? secretsOfUrl(verification.url.url) : []
  const ofSettings = randomParts(JSON.stringify(services.map(({ settings }) => settings.after)))
  return [...secretsOf([definition, replaced, ...live, ...ofTask], names), ...ofSettings, ...ofUrl]
}

/** Values of tags are hidden as those of variables are. */
function secretPlacesOf({ definition, overrides, request, revision }: TaskPlan): JsonObject[] {
  const isFile = revision.kind === 'new' || revision.kind === 'unchanged'
  const replaced = isFile ? revision.file.replacedImages : []
  return [
    definition,
    { containerDefinitions: overrides },
    { containerDefinitions: replaced.map(image => ({ image })) },
    { environment: tagsOf(request) as Json },
  ]
}
