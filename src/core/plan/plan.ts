/**
 * What would be done, decided before anything is: a value that a dry-run shows and a deployment carries out, without
 * either knowing of the other.
 */

import type { Check } from '../checks/check.js'
import { runChecks } from '../checks/checks.js'
import { checkService } from '../checks/service/deployable.js'
import type { Target } from '../ecs/service.js'
import type { Position, Problem } from '../errors/problem.js'
import { quote } from '../errors/problem.js'
import type { BaseDefinition, DeploymentTarget, Observed, PlanOptions } from '../options/plan-options.js'
import { digestOf, noResources, type RelatedResources } from '../resources/related-resources.js'
import type { TargetGroup } from '../resources/target-group.js'
import type { BreakerSetting } from '../settings/breaker.js'
import { breakerAfter } from '../settings/breaker.js'
import type { Bump, ServiceUpdate } from '../settings/service-settings.js'
import { bumpOf, serviceUpdate } from '../settings/service-settings.js'
import type { Change } from '../task-definition/diff.js'
import { diff } from '../task-definition/diff.js'
import { parseImage } from '../task-definition/image.js'
import { renderPartially } from '../task-definition/partial-render.js'
import { secretsOf } from '../task-definition/redact.js'
import { render } from '../task-definition/render.js'
import type { Tag } from '../task-definition/tags.js'
import type { ContainerImage } from '../task-definition/task-definition.js'
import { familyOf, imagesOf } from '../task-definition/task-definition.js'
import type { JsonObject, Path } from '../text/json.js'
import { checkContext } from './check-context.js'

export interface PlannedImage {
  readonly container: string
  readonly from: string | undefined
  /** as it would be registered */
  readonly to: string
  /** how it was named, where `image-policy` replaced that by the digest */
  readonly named: string | undefined
}

interface Registration {
  /** what would be registered, but for its provenance */
  readonly definition: JsonObject
  /** tags that are registered with it where the role may; none where they do not fit */
  readonly provenance: readonly Tag[]
  readonly family: string
  readonly origin: string
  readonly images: readonly PlannedImage[]
  readonly checks: readonly Check[]
  /** where a part of the definition stands in the user's own file, if it is from there */
  readonly positionOf: ((path: Path) => Position | undefined) | undefined
}

export type Plan =
  /** something has to be changed by the user first */
  | Refusal
  /** no service: only the revision */
  | ({ readonly kind: 'register' } & Registration)
  /** a service that could not be looked at: what can be said without it; never carried out */
  | ({ readonly kind: 'offline'; readonly target: Target } & Registration)
  | ({ readonly kind: 'deploy' } & Registration & Deploying)

export interface Refusal {
  readonly kind: 'refuse'
  readonly problems: readonly Problem[]
  readonly checks: readonly Check[]
  /** why the definition itself was not checked, if it was not */
  readonly unchecked?: string | undefined
  /** what would be done but for these; absent where not even that can be said */
  readonly plan?: ExecutablePlan | undefined
}

/** Everything but a refusal: what would be done. */
export type ExecutablePlan = Exclude<Plan, Refusal>

export interface Deploying {
  readonly observed: Observed
  readonly changes: readonly Change[]
  readonly breaker: {
    readonly before: BreakerSetting
    readonly after: BreakerSetting
  }
  /** what UpdateService is sent beside the task definition */
  readonly update: ServiceUpdate
  /** a desired count that is raised for the rollout and put back after it */
  readonly bump: Bump | undefined
  /** the revision that serves before this deployment */
  readonly previous: string | undefined
  /** those that the service registers its tasks in, where they were seen */
  readonly targetGroups: readonly TargetGroup[] | undefined
  /** by reference: the digest that a tag of the definition means, where its registry told */
  readonly digests: ReadonlyMap<string, string> | undefined
}

export type RegisterPlan = Extract<Plan, { kind: 'register' }>
export type DeployPlan = Extract<Plan, { kind: 'deploy' }>

export type OfflinePlan = Extract<Plan, { kind: 'offline' }>

/** Decides. */
export function makePlan(
  options: PlanOptions,
  base: BaseDefinition,
  target: DeploymentTarget,
  resources = noResources,
): Plan {
  const observed = target.kind === 'service' ? target.observed : undefined
  const first = observed ? checkService(observed.service) : []
  if (first.some(isRefused)) return withoutService(options, base, first, resources)
  const rendering = render(base.definition, options)
  if (rendering.kind === 'problems') {
    const { problems } = rendering
    const query = renderPartially(base.definition, options)
    if (!query) {
      const unchecked = 'it is not known which container is meant'
      return { kind: 'refuse', problems, checks: first, unchecked }
    }
    const subject = checkContext(query.options, base, query.definition, target, resources)
    return { kind: 'refuse', problems, checks: runChecks(subject, options.preflight) }
  }

  const subject = checkContext(options, base, rendering.definition, target, resources)
  const definition = subject.registeredDefinition
  const proposed = imagesOf(definition)
  const live = observed ? imagesOf(observed.live) : []
  const checks = runChecks(subject, options.preflight)
  const family = familyOf(definition)
  const problems = [...missingMembers(family, proposed.length), ...noImages(proposed, live)]
  if (!family) return { kind: 'refuse', problems, checks }

  const registration = {
    definition,
    provenance: subject.provenance,
    family,
    origin: base.origin,
    images: plannedImages(proposed, live, imagesOf(rendering.definition), options),
    checks,
    positionOf:
      base.positionOf && ((path: Path) => (subject.inputAt(path) ? undefined : subject.positionOf(path))),
  }
  const plan = propose(options, target, registration, resources)
  return problems.length > 0 || checks.some(isRefused) ? { kind: 'refuse', problems, checks, plan } : plan
}

function isRefused({ result }: Check): boolean {
  return result === 'refused'
}

/** Nothing is true of a rollout that cannot be started, and nothing is planned; the definition is still worth a look. */
function withoutService(
  options: PlanOptions,
  base: BaseDefinition,
  first: readonly Check[],
  resources: RelatedResources,
): Refusal {
  const rest = makePlan(options, base, { kind: 'none' }, resources)
  const checks = [...first, ...rest.checks]
  const { problems, unchecked } = rest.kind === 'refuse' ? rest : { problems: [], unchecked: undefined }
  return { kind: 'refuse', problems, checks, unchecked }
}

function propose(
  options: PlanOptions,
  target: DeploymentTarget,
  registration: Registration,
  resources: RelatedResources,
): ExecutablePlan {
  if (target.kind === 'offline') return { kind: 'offline', target: target.target, ...registration }
  if (target.kind === 'none') return { kind: 'register', ...registration }

  const { observed } = target
  const { targetGroups } = resources
  const digests = digestsIn(registration.definition, resources)
  const bump = bumpOf(observed.service, options.rollout)
  return {
    kind: 'deploy',
    ...registration,
    observed,
    changes: diff(observed.live, registration.definition),
    breaker: {
      before: observed.service.breaker,
      after: breakerAfter(observed.service.breaker, options.rollout.breaker),
    },
    update: serviceUpdate(observed.service, options.rollout, bump),
    bump,
    previous: observed.serving || undefined,
    targetGroups: targetGroups.kind === 'found' ? targetGroups.value : undefined,
    digests: digests.size > 0 ? digests : undefined,
  }
}

function digestsIn(definition: JsonObject, resources: RelatedResources): ReadonlyMap<string, string> {
  const known = imagesOf(definition).flatMap(({ image }) => {
    const digest = digestOf(resources, image)
    return digest ? [[image, digest] as const] : []
  })
  return new Map(known)
}

/** Without these ECS has nothing to register. */
function missingMembers(family: string | undefined, containers: number): Problem[] {
  const subject = 'task-definition'
  return [
    ...(family ? [] : [{ subject, text: 'has no family: name the family to register it in' }]),
    ...(containers > 0
      ? []
      : [{ subject, text: 'has no containerDefinitions: name at least one container' }]),
  ]
}

/** What ECS would take and no host could pull. An image that runs already is beyond doubt. */
function noImages(proposed: readonly ContainerImage[], live: readonly ContainerImage[]): Problem[] {
  const running = new Set(live.map(({ image }) => image))
  return proposed
    .filter(({ image }) => !parseImage(image) && !running.has(image))
    .map(({ container, image }) => ({
      subject: 'task-definition',
      text:
        image === ''
          ? `container ${container} has no image: give it one, here or with the input image or images`
          : `container ${container}: ${quote(image)} is not an image reference (repository:tag or repository@sha256:…)`,
    }))
}

/** The images that the user gave and those that differ from what runs; all of them where there is neither. */
function plannedImages(
  proposed: readonly { container: string; image: string }[],
  live: readonly { container: string; image: string }[],
  named: readonly { container: string; image: string }[],
  options: PlanOptions,
): PlannedImage[] {
  const running = new Map(live.map(({ container, image }) => [container, image]))
  const names = new Map(named.map(({ container, image }) => [container, image]))
  const wanted = new Set(options.images.map(({ container }) => container))
  const telling = proposed.filter(
    ({ container, image }) => wanted.has(container) || running.get(container) !== image,
  )
  return (telling.length > 0 ? telling : proposed).map(({ container, image }) => {
    const name = names.get(container)
    return {
      container,
      to: image,
      from: running.get(container),
      named: name === image ? undefined : name,
    }
  })
}

/** What no text about this plan may hold. */
export function secretsOfPlan(plan: ExecutablePlan): string[] {
  const names = [
    plan.family,
    ...imagesOf(plan.definition).flatMap(({ container, image }) => [container, image]),
    ...plan.images.flatMap(({ named }) => named ?? []),
  ]
  if (plan.kind !== 'deploy') return secretsOf([plan.definition], names)
  const { service, live } = plan.observed
  return secretsOf([plan.definition, live], [...names, service.arn, service.clusterArn])
}
