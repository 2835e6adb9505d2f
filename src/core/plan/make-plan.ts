import { type Check, redactCheck } from '../checks/check.js'
import type { CheckContext } from '../checks/check-context.js'
import { runChecks, runServiceChecks } from '../checks/checks.js'
import { mergeChecks } from '../checks/merge-checks.js'
import type { Problem } from '../errors/problem.js'
import type { BaseDefinition, PlanOptions } from '../options/plan-options.js'
import type { TaskOptions } from '../options/task-options.js'
import type { RelatedResources } from '../resources/related-resources.js'
import { hiddenNames } from '../task-definition/hidden-names.js'
import { withTag } from '../task-definition/image-tags.js'
import { renderPartially } from '../task-definition/partial-render.js'
import { render } from '../task-definition/render.js'
import { familyOf, imagesOf } from '../task-definition/task-definition.js'
import type { JsonObject } from '../text/json.js'
import { ambiguousSource } from './ambiguous-source.js'
import { type CheckedDefinition, checkContext, imageSourceOf } from './build-check-context.js'
import type { DeploymentTarget } from './deployment-target.js'
import type { Plan, PlanResult, Refusal } from './plan.js'
import { imageProblems, missingMembers, plannedImages, replacedImages } from './planned-images.js'
import { isRollback, type RecordedDigest, type RevisionContent, type RevisionPlan } from './revision-plan.js'
import { planService } from './service-plan.js'
import { type PlannedTaskFile, planTaskFile, type TaskFile, withChecksOfFile } from './task-file.js'
import { planTask, type RegisteredDefinition } from './task-plan.js'
import { planVerification } from './verification-plan.js'

export interface PlanRequest {
  readonly options: PlanOptions
  readonly base: BaseDefinition
  /** none: only register */
  readonly targets: readonly DeploymentTarget[]
  readonly resources: RelatedResources
  /** undefined: no one-off task, or its definition could not be read */
  readonly task: PlannedTask | undefined
  /** of `run-task-definition`, checked whether or not the task can be planned */
  readonly taskFile: TaskFile | undefined
}

export interface PlannedTask {
  readonly options: TaskOptions
  /** named by `run-task-definition` */
  readonly existing: RegisteredDefinition | undefined
}

export function makePlan(request: PlanRequest): PlanResult {
  const { base, options, taskFile, targets } = request
  if (!taskFile) return planRevision(request, undefined)
  const [target] = targets
  const own = { options, base, target, resources: resourcesOf(request, target) }
  const file = planTaskFile(taskFile, own)
  return withTaskFile(planRevision(request, file), file, taskFile)
}

/** What is wrong with the file is reported with everything else. */
function withTaskFile(result: PlanResult, file: PlannedTaskFile, { base }: TaskFile): PlanResult {
  const isPlanned = result.kind === 'planned'
  const own = isPlanned ? result.plan.checks : result.checks
  const checks = withChecksOfFile(own, file.checks, base.origin)
  const plan = result.plan && { ...result.plan, checks }
  if (!isPlanned) return { ...result, plan, checks, problems: [...result.problems, ...file.problems] }
  if (file.problems.length > 0 || checks.some(isRefused))
    return refused({ problems: file.problems, checks, plan })
  return { kind: 'planned', plan: { ...result.plan, checks } }
}

function planRevision(request: PlanRequest, file: PlannedTaskFile | undefined): PlanResult {
  const { options, base, targets } = request
  const serviceChecks = mergeChecks(
    contextsOf(request, options, base.definition).map(context => ({
      service: context.observed?.service.name ?? '',
      checks: runServiceChecks(context),
    })),
  )
  if (serviceChecks.some(isRefused)) return refuseServices(request, serviceChecks)
  const rendering = render(base.definition, options)
  if (rendering.kind === 'problems') return refuseRendering(request, rendering.problems, serviceChecks)

  const contexts = contextsOf(request, options, rendering.definition)
  const [{ registeredDefinition }] = contexts
  const checks = checkAll(contexts, options.preflight)
  const proposed = imagesOf(registeredDefinition)
  const live = observedIn(targets).map(one => one.live)
  const running = live.map(imagesOf)
  const runningNames = live.map(one => imagesOf(one).map(image => withTag(image, one)))
  const family = familyOf(registeredDefinition)
  const problems = [
    ...missingMembers(family, proposed.length),
    ...imageProblems(contexts[0], proposed, running.flat()),
    ...ambiguousSource(request),
  ]
  if (!family) return refused({ problems, checks })

  const named = imagesOf(rendering.definition)
  const images = plannedImages(options, { proposed, running, runningNames, named })
  const [target] = targets
  const { definition } = rendering
  const checked = checkedFor(request, { options, definition, target })
  const revision = revisionOf(base, contexts[0], {
    family,
    images,
    imageSource: imageSourceOf(checked),
    replacedImages: replacedImages(base.definition, named),
  })
  const task = taskOf(request, revision, file)
  const verified = verificationOf(request, revision)
  const verification = verified?.verification
  const plan = { ...planOf(request, revision, checks), task: task?.task, verification }
  const ofTasks = [...(task?.problems ?? []), ...(verified?.problems ?? [])]
  problems.push(...ofTasks)
  // A request that is not clear is not shown.
  if (problems.length > 0 || checks.some(isRefused))
    return refused({ problems, checks, plan: ofTasks.length > 0 ? undefined : plan })
  return { kind: 'planned', plan }
}

/** What a task did forward, no task undoes: a rollback runs none. */
function taskOf(
  { targets, task, taskFile }: PlanRequest,
  revision: RevisionPlan,
  file: PlannedTaskFile | undefined,
) {
  if (!task || isRollback(revision)) return undefined
  const { existing, options } = task
  const launch = observedIn(targets)[0]?.service.launch
  if (existing) {
    const { arn, definition } = existing
    return planTask({ options, launch, revision: { kind: 'registered', arn }, definition })
  }
  if (!taskFile)
    return planTask({ options, launch, revision: { kind: 'planned' }, definition: revision.definition })
  // Without a family there is nothing to run.
  if (!file?.revision) return undefined
  return planTask({ options, launch, revision: file.revision, definition: file.definition })
}

function verificationOf({ options: { verify }, targets }: PlanRequest, revision: RevisionPlan) {
  if (!verify || targets.length === 0) return undefined
  const [first] = observedIn(targets)
  return planVerification({
    options: verify,
    revision: revision.definition,
    launch: first?.service.launch,
  })
}

function observedIn(targets: readonly DeploymentTarget[]) {
  return targets.flatMap(target => (target.kind === 'service' ? target.observed : []))
}

function resourcesOf({ resources }: PlanRequest, target: DeploymentTarget | undefined): RelatedResources {
  return target?.kind === 'service' ? target.resources : resources
}

/** Undefined: different ones serve. */
function commonRevision(targets: readonly DeploymentTarget[]): string | undefined {
  const [first, ...others] = new Set(observedIn(targets).map(({ serving }) => serving))
  return others.length === 0 ? first : undefined
}

function isRefused({ result }: Check): boolean {
  return result === 'refused'
}

function refused(refusal: Partial<Refusal> & Pick<Refusal, 'problems' | 'checks'>): PlanResult {
  return { kind: 'refused', unchecked: undefined, plan: undefined, ...refusal }
}

/** The definition is still checked, if the service has one: with an external controller, its task sets have it. */
function refuseServices(request: PlanRequest, serviceChecks: readonly Check[]): PlanResult {
  if (request.base.kind !== 'file' && imagesOf(request.base.definition).length === 0)
    return refused({ problems: [], checks: serviceChecks })
  const registration = planRevision({ ...request, targets: [], task: undefined }, undefined)
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
    return refused({ problems, checks: serviceChecks, unchecked: 'it is not clear which container is meant' })
  const contexts = contextsOf(request, partial.options, partial.definition)
  return refused({ problems, checks: checkAll(contexts, options.preflight) })
}

type Contexts = readonly [CheckContext, ...CheckContext[]]

function contextsOf(request: PlanRequest, options: PlanOptions, definition: JsonObject): Contexts {
  const [first, ...others] = request.targets
  const contextOf = (target: DeploymentTarget | undefined) =>
    checkContext(checkedFor(request, { options, definition, target }))
  return [contextOf(first), ...others.map(contextOf)]
}

function checkedFor(
  request: PlanRequest,
  own: Pick<CheckedDefinition, 'options' | 'definition' | 'target'>,
): CheckedDefinition {
  const { base, targets } = request
  return { ...own, base, previous: commonRevision(targets), resources: resourcesOf(request, own.target) }
}

function checkAll(contexts: Contexts, preflight: PlanOptions['preflight']): Check[] {
  const checks = mergeChecks(
    contexts.map(context => ({
      service: context.observed?.service.name ?? '',
      checks: runChecks(context, preflight),
    })),
  )
  const names = contexts.flatMap(({ definition, observed }) =>
    [definition, observed?.live ?? {}].flatMap(hiddenNames),
  )
  return names.length === 0 ? checks : checks.map(check => redactCheck(check, names))
}

function revisionOf(
  base: BaseDefinition,
  { registeredDefinition, provenance, inputAt, positionOf, resources }: CheckContext,
  parts: Pick<RevisionContent, 'family' | 'images' | 'imageSource' | 'replacedImages'>,
): RevisionPlan {
  const content = { ...parts, definition: registeredDefinition, origin: base.origin }
  if (base.asIs) return { ...content, ...base.asIs, kind: 'existing', digests: recordedOf(resources) }
  return {
    ...content,
    kind: 'new',
    provenance,
    positionOf: base.positionOf && (path => (inputAt(path) ? undefined : positionOf(path))),
  }
}

function recordedOf({ recordedDigests }: RelatedResources): RecordedDigest[] {
  if (recordedDigests.kind !== 'found') return []
  return [...recordedDigests.value].map(([container, digest]) => ({ container, digest }))
}

function planOf({ options, targets }: PlanRequest, revision: RevisionPlan, checks: readonly Check[]): Plan {
  return {
    revision,
    task: undefined,
    services: targets.flatMap(target =>
      target.kind === 'service'
        ? planService(target.observed, revision, { options, resources: target.resources })
        : [],
    ),
    goBackTogether: targets.length > 1 && options.watch?.onPartialFailure === 'rollback',
    verification: undefined,
    offline: targets.flatMap(target => (target.kind === 'offline' ? target.target : [])),
    checks,
  }
}
