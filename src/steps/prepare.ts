import { revisionName } from '../core/ecs/arn.js'
import type { Target } from '../core/ecs/service.js'
import { type Notice, warning } from '../core/errors/notice.js'
import type { Problem } from '../core/errors/problem.js'
import type { BaseDefinition, Observed, PlanOptions } from '../core/options/plan-options.js'
import { refused } from '../core/outcome/outcome.js'
import type { DeploymentTarget } from '../core/plan/deployment-target.js'
import type { JoinCandidate } from '../core/plan/join-candidate.js'
import { makePlan, type PlannedTask, type PlanRequest } from '../core/plan/make-plan.js'
import type { PauseDecision } from '../core/plan/pause-decision.js'
import type { TaskFile } from '../core/plan/task-file.js'
import { noResources, type RelatedResources } from '../core/resources/related-resources.js'
import { renderPartially } from '../core/task-definition/partial-render.js'
import { type FetchedResources, fetchRelatedResources } from '../deploy/prepare/fetch-related-resources.js'
import type { PausedDeployment } from '../deploy/prepare/read-paused-deployment.js'
import { readExistingDefinition } from '../deploy/task/read-existing-definition.js'
import { type KnownImages, readTaskFile, unreadTaskFile } from '../deploy/task/read-task-file.js'
import { unlessCanceled } from '../retry/cancellation.js'
import type { ObservedServices } from './observe.js'
import { isOffline, nothingChecked } from './read.js'
import type { RunContext } from './run-context.js'
import { showPlan } from './show-plan.js'
import { end, type Progress, proceed, type RunStep, type Step, stop } from './step.js'

export interface Prepared extends Progress {
  readonly request: PlanRequest
  /** a deployment in flight, if it may be joined */
  readonly candidate: JoinCandidate | undefined
  /** of a paused deployment, which is `candidate` */
  readonly decision: PauseDecision | undefined
}

export const prepare: RunStep<ObservedServices, Prepared> = {
  group: undefined,
  whenCanceled: 'perform',
  async perform(run, { observation, source, taskFile: fileOfTask, ...progress }) {
    const { inputs, ports, targets } = run
    if (observation.kind === 'paused') return preparePaused(run, progress, observation)
    if (observation.kind === 'problem')
      return refuseServices(run, undefined, { problems: [observation.problem], fileOfTask: undefined })
    const observed = observation.kind === 'observed' ? observation.observed : []
    const notices: Notice[] = []
    const isUnread = observation.kind === 'problems'
    if (isUnread) {
      const isDryRun = inputs.mode === 'plan' && isOffline(ports, observation.error)
      if (isDryRun && !source.base) return nothingChecked(run)
      if (!isDryRun) return refuseServices(run, source.base, { problems: observation.problems, fileOfTask })
      notices.push(warning(offlineText))
    }

    const base = source.base ?? liveDefinition(observed)
    if (!base) throw new TypeError('neither a file nor a service: the inputs allow no such run')
    const fetched = isUnread ? nothingFetched : await fetchResources(run, base, observed)
    if (!fetched) return stop(notices)
    const task = isUnread ? undefined : await plannedTask(run)
    if (task?.kind === 'problem')
      return refuseServices(run, source.base, { problems: [task.problem], fileOfTask })
    const ofService = { definition: base.definition, images: fetched.ofDefinition.images }
    const taskFile = fileOfTask && (await fileToPlan(run, fileOfTask, isUnread ? undefined : ofService))
    if (taskFile === 'canceled') return stop(notices)
    const request = {
      options: planOptions(run),
      base,
      targets: isUnread ? unread(targets) : deploymentTargets(observed, fetched.ofServices),
      resources: fetched.ofDefinition,
      task: task?.planned,
      taskFile,
    }
    const candidate = observation.kind === 'observed' ? observation.candidate : undefined
    return proceed({ ...progress, candidate, decision: undefined, request }, notices)
  },
}

/** Nothing is checked: what was deployed is there already. */
function preparePaused(
  run: RunContext,
  progress: Progress,
  { base, candidate, decision, observed }: Extract<PausedDeployment, { kind: 'paused' }>,
): Step<Prepared> {
  const request: PlanRequest = {
    options: { ...planOptions(run), imagePolicy: 'any', preflight: 'off' },
    base,
    targets: deploymentTargets([observed], []),
    resources: noResources,
    task: undefined,
    taskFile: undefined,
  }
  return proceed({ ...progress, candidate, decision, request })
}

const nothingFetched: FetchedResources = { ofDefinition: noResources, ofServices: [] }

const offlineText =
  'There are no AWS credentials: only what can be checked without a call to AWS was checked.'

function planOptions({ inputs, ports }: RunContext): PlanOptions {
  const { runner, step } = ports
  const provenance = { commit: runner.commit || undefined, ...runner.run }
  // What is not watched is not verified.
  const verify = inputs.watch && inputs.verify
  return { ...inputs, verify, provenance, pages: step.pages }
}

interface ServiceRefusal {
  readonly problems: readonly Problem[]
  readonly fileOfTask: BaseDefinition | undefined
}

/** Checks of a file do not need the service: they are reported, too. */
function refuseServices(
  run: RunContext,
  base: BaseDefinition | undefined,
  { fileOfTask, problems: own }: ServiceRefusal,
): Step<never> {
  const { targets } = run
  const request = {
    options: planOptions(run),
    targets: unread(targets),
    resources: noResources,
    task: undefined,
    taskFile: fileOfTask && unreadTaskFile(fileOfTask),
  }
  const result = base && makePlan({ ...request, base })
  const problems = result?.kind === 'refused' ? [...own, ...result.problems] : own
  const checks = result?.kind === 'planned' ? result.plan.checks : (result?.checks ?? [])
  const plan = result?.plan
  if (plan) showPlan(run, plan)
  return end(refused({ targets, problems, checks, plan, revision: undefined }))
}

/** Undefined: canceled. */
async function fetchResources(
  { inputs, log, ports }: RunContext,
  base: BaseDefinition,
  observed: readonly Observed[],
): Promise<FetchedResources | undefined> {
  // The plan refuses what cannot be rendered.
  const rendered = renderPartially(base.definition, inputs)
  if (!rendered) return { ofDefinition: noResources, ofServices: observed.map(() => noResources) }
  // A dry run says what is there now.
  const awaited = inputs.mode === 'plan' ? [] : inputs.images.map(({ image }) => image)
  const logLine = (line: string) => log.line(line)
  const { definition } = rendered
  const { asIs } = base
  const query = { ...inputs, asIs, definition, observed, awaited, log: logLine }
  return unlessCanceled(fetchRelatedResources(ports, query), ports.canceled)
}

type TaskToPlan =
  | { readonly kind: 'planned'; readonly planned: PlannedTask }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** With the registered definition of `run-task-definition`, which a rollback does not need. */
async function plannedTask({ inputs, ports }: RunContext): Promise<TaskToPlan | undefined> {
  const { source, task: options } = inputs
  if (!options) return undefined
  const { definition } = options
  if (definition?.kind !== 'registered' || source.kind === 'rollback')
    return { kind: 'planned', planned: { options, existing: undefined } }
  const read = await readExistingDefinition(ports.ecs, definition.name)
  return read.kind === 'read' ? { kind: 'planned', planned: { options, existing: read.existing } } : read
}

/** `ofService`: undefined without AWS credentials */
async function fileToPlan(
  { inputs, log, ports }: RunContext,
  base: BaseDefinition,
  ofService: KnownImages | undefined,
): Promise<TaskFile | 'canceled'> {
  if (!ofService) return unreadTaskFile(base)
  const awaited = inputs.mode === 'plan' ? [] : inputs.images.map(({ image }) => image)
  const query = { ...inputs, awaited, base, ofService, log: (line: string) => log.line(line) }
  return (await unlessCanceled(readTaskFile(ports, query), ports.canceled)) ?? 'canceled'
}

function deploymentTargets(
  services: readonly Observed[],
  resources: readonly RelatedResources[],
): DeploymentTarget[] {
  return services.map((observed, nth) => ({
    kind: 'service',
    observed,
    resources: resources[nth] ?? noResources,
  }))
}

function unread(targets: readonly Target[]): DeploymentTarget[] {
  return targets.map(target => ({ kind: 'offline', target }))
}

/** To be registered with other images. The plan refuses services that run different definitions. */
function liveDefinition([first]: readonly Observed[]): BaseDefinition | undefined {
  if (!first) return undefined
  const { live, serving } = first
  return {
    kind: 'revision',
    definition: live,
    origin: revisionName(serving ?? 'nothing'),
    positionOf: undefined,
    asIs: undefined,
  }
}
