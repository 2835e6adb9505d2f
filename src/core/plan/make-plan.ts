import type { Check } from '../checks/check.js'
import type { CheckContext } from '../checks/check-context.js'
import { runChecks, runServiceChecks } from '../checks/checks.js'
import type { Problem } from '../errors/problem.js'
import type { BaseDefinition, DeploymentTarget, PlanOptions } from '../options/plan-options.js'
import type { RelatedResources } from '../resources/related-resources.js'
import { renderPartially } from '../task-definition/partial-render.js'
import { render } from '../task-definition/render.js'
import { familyOf, imagesOf } from '../task-definition/task-definition.js'
import type { JsonObject } from '../text/json.js'
import { checkContext } from './build-check-context.js'
import type { NewRevision, Plan, PlanResult, Refusal } from './plan.js'
import { imageProblems, missingMembers, plannedImages } from './planned-images.js'
import { planService } from './service-plan.js'

export interface PlanRequest {
  readonly options: PlanOptions
  readonly base: BaseDefinition
  /** none: only register */
  readonly targets: readonly DeploymentTarget[]
  readonly resources: RelatedResources
}

export function makePlan(request: PlanRequest): PlanResult {
  const { options, base, targets } = request
  const serviceChecks = contextsOf(request, options, base.definition).flatMap(runServiceChecks)
  if (serviceChecks.some(isRefused)) return refuseServices(request, serviceChecks)
  const rendering = render(base.definition, options)
  if (rendering.kind === 'problems') return refuseRendering(request, rendering.problems, serviceChecks)

  const contexts = contextsOf(request, options, rendering.definition)
  const [{ registeredDefinition }] = contexts
  const checks = checkAll(contexts, options.preflight)
  const proposed = imagesOf(registeredDefinition)
  const running = observedIn(targets).flatMap(({ live }) => imagesOf(live))
  const family = familyOf(registeredDefinition)
  const problems = [...missingMembers(family, proposed.length), ...imageProblems(proposed, running)]
  if (!family) return refused({ problems, checks })

  const named = imagesOf(rendering.definition)
  const images = plannedImages(options, { proposed, running, named })
  const revision = newRevision(base, contexts[0], { family, images })
  const plan = planOf(request, revision, checks)
  if (problems.length > 0 || checks.some(isRefused)) return refused({ problems, checks, plan })
  return { kind: 'planned', plan }
}

function observedIn(targets: readonly DeploymentTarget[]) {
  return targets.flatMap(target => (target.kind === 'service' ? target.observed : []))
}

function isRefused({ result }: Check): boolean {
  return result === 'refused'
}

function refused(refusal: Partial<Refusal> & Pick<Refusal, 'problems' | 'checks'>): PlanResult {
  return { kind: 'refused', unchecked: undefined, plan: undefined, ...refusal }
}

/** The definition is still checked. */
function refuseServices(request: PlanRequest, serviceChecks: readonly Check[]): PlanResult {
  const registration = makePlan({ ...request, targets: [] })
  if (registration.kind === 'planned')
    return refused({ problems: [], checks: [...serviceChecks, ...registration.plan.checks] })
  const { problems, checks, unchecked } = registration
  return refused({ problems, checks: [...serviceChecks, ...checks], unchecked })
}

function refuseRendering(
  request: PlanRequest,
  problems: readonly Problem[],
  serviceChecks: readonly Check[],
): PlanResult {
  const { options, base } = request
  const partial = renderPartially(base.definition, options)
  if (!partial)
    return refused({ problems, checks: serviceChecks, unchecked: 'it is not known which container is meant' })
  const contexts = contextsOf(request, partial.options, partial.definition)
  return refused({ problems, checks: checkAll(contexts, options.preflight) })
}

type Contexts = readonly [CheckContext, ...CheckContext[]]

function contextsOf(request: PlanRequest, options: PlanOptions, definition: JsonObject): Contexts {
  const { base, resources, targets } = request
  const [first, ...others] = targets
  const contextOf = (target: DeploymentTarget | undefined) =>
    checkContext({ options, base, definition, target, resources })
  return [contextOf(first), ...others.map(contextOf)]
}

/** Reports equal findings of several services once. */
function checkAll(contexts: Contexts, preflight: PlanOptions['preflight']): Check[] {
  const checks: Check[] = []
  for (const context of contexts) {
    const before = [...checks]
    const isNew = ({ id, text }: Check) => !before.some(other => other.id === id && other.text === text)
    checks.push(...runChecks(context, preflight).filter(isNew))
  }
  return checks
}

function newRevision(
  base: BaseDefinition,
  { registeredDefinition, provenance, inputAt, positionOf }: CheckContext,
  content: Pick<NewRevision, 'family' | 'images'>,
): NewRevision {
  return {
    kind: 'new',
    definition: registeredDefinition,
    provenance,
    ...content,
    origin: base.origin,
    positionOf: base.positionOf && (path => (inputAt(path) ? undefined : positionOf(path))),
  }
}

function planOf(
  { options, targets, resources }: PlanRequest,
  revision: NewRevision,
  checks: readonly Check[],
): Plan {
  return {
    revision,
    task: undefined,
    services: observedIn(targets).map(observed => planService(observed, revision, { options, resources })),
    offline: targets.flatMap(target => (target.kind === 'offline' ? target.target : [])),
    checks,
  }
}
