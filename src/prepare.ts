/** Everything that can be known before anything is changed: the file, the service, the plan, what stands around it. */
import { revisionName } from './core/ecs/arn.js'
import type { Target } from './core/ecs/service.js'
import type { ApiError } from './core/errors/api-error.js'
import type { Notice } from './core/errors/notice.js'
import { notice, warning } from './core/errors/notice.js'
import type { Problem } from './core/errors/problem.js'
import type { BaseDefinition, DeploymentTarget, Observed } from './core/options/plan-options.js'
import type { Outcome } from './core/outcome/outcome.js'
import { refuse } from './core/outcome/outcome.js'
import { makePlan } from './core/plan/make-plan.js'
import type { DeployPlan, ExecutablePlan, PlanResult } from './core/plan/plan.js'
import { flatPlan } from './core/plan/plan.js'
import { skipUnchanged } from './core/plan/skip-unchanged.js'
import type { RelatedResources } from './core/resources/related-resources.js'
import { noResources } from './core/resources/related-resources.js'
import { settingsOf } from './core/settings/service-settings.js'
import { renderPartially } from './core/task-definition/partial-render.js'
import { containerProblems } from './core/task-definition/render.js'
import { isKnown, type Provenance } from './core/task-definition/tags.js'
import { type InFlightOptions, waitForInFlight } from './deploy/prepare/in-flight.js'
import { fetchRelatedResources } from './deploy/prepare/related-resources.js'
import { noSource, readFile, readRegistered, type Source } from './deploy/prepare/source.js'
import type { Inputs } from './inputs/inputs.js'
import type { Ports, Runner } from './ports.js'
import { headline } from './report/log/verdict-lines.js'
import { unlessCanceled } from './retry/cancellation.js'

export type Prepared =
  | { readonly kind: 'ended'; readonly outcome: Outcome }
  | (Ready & { readonly kind: 'prepared'; readonly plan: ExecutablePlan })
  /** `skip-unchanged`, and the service runs already what would be registered */
  | (Ready & { readonly kind: 'unchanged'; readonly plan: DeployPlan; readonly serving: string | undefined })

interface Ready {
  readonly notices: readonly Notice[]
  /** where the rendered task definition was written */
  readonly renderedFile: string | undefined
}

export async function prepare(
  ports: Ports,
  inputs: Inputs,
  inputProblems: readonly Problem[],
): Promise<Prepared> {
  const { workspace, runner } = ports
  const { target } = inputs
  const source = await readSource(ports, inputs, inputProblems)
  if (inputs.mode === 'plan' && isOffline(ports, source.error)) return nothingChecked(target)
  const problems = [...inputProblems, ...source.problems]
  if (problems.length > 0) {
    const partial = source.base?.definition ?? source.partial
    const more = partial ? containerProblems(partial, inputs) : []
    return ended(refuse({ target, problems: [...problems, ...more] }))
  }

  const observation = target && (await waitForInFlight(ports, target, inFlightOptions(inputs, runner.log)))
  const observed = observation?.kind === 'observed' ? observation.observed : undefined
  const notices = [...source.notices, ...(observation?.notices ?? [])]
  runner.log(headline(target, observed?.service, runner.commit))
  if (observation?.kind === 'cancelled')
    return ended({ kind: 'not-begun', target, notices, registered: undefined })
  const offline = observation?.kind === 'problem' && isOffline(ports, observation.error)
  const provenance = inputs.provenanceTags ? provenanceOf(runner) : {}
  const options = { ...inputs, provenance, pages: ports.step.pages }
  if (observation?.kind === 'problem') {
    const isDryRun = offline && inputs.mode === 'plan'
    if (isDryRun && !source.base) return nothingChecked(target)
    if (!isDryRun || !source.base) {
      // What the file is like does not depend on the service.
      const targets = deploymentTargets(target, observed)
      const beside = source.base && makePlan({ options, base: source.base, targets, resources: noResources })
      return ended(refuse({ target, ...withoutService(observation.problem, beside), notices }))
    }
    notices.push(
      warning('There are no AWS credentials: only what can be checked without a call to AWS was checked.'),
    )
  }

  const base = source.base ?? (observed && liveDefinition(observed))
  if (!base) throw new TypeError('neither a file nor a service: the inputs allow no such run')
  const around = await unlessCanceled(fetchResources(ports, inputs, base, observed, offline), ports.canceled)
  if (!around) return ended({ kind: 'not-begun', target, notices, registered: undefined })
  const targets = deploymentTargets(target, observed)
  const result = makePlan({ options, base, targets, resources: around })
  if (result.kind === 'refused') {
    const { problems, checks, unchecked } = result
    if (unchecked)
      notices.push(notice(`The checks of the task definition were not run, because ${unchecked}.`))
    return ended(refuse({ target, problems, checks, plan: result.plan && flatPlan(result.plan), notices }))
  }
  const plan = flatPlan(result.plan)
  if (plan.provenance.length === 0 && isKnown(provenance))
    notices.push(warning('There is no room for provenance-tags: a task definition has at most 50 tags.'))

  const skip = plan.kind === 'deploy' && inputs.skipUnchanged ? skipUnchanged(plan) : undefined
  if (skip?.kind === 'skip' && inputs.mode === 'plan')
    notices.push(notice('A deployment would end with no-change: nothing differs.'))
  else notices.push(...(skip?.notices ?? []))

  const rendered = `${JSON.stringify(plan.definition, null, 2)}\n`
  const renderedFile = await workspace.writeTemporary('task-definition.json', rendered)
  if (plan.kind === 'deploy' && skip?.kind === 'skip')
    return { kind: 'unchanged', plan, serving: skip.serving, notices, renderedFile }
  return { kind: 'prepared', plan, notices, renderedFile }
}

/** A file is read even beside other problems, so that all are told at once; AWS is not asked before they are mended. */
async function readSource(
  { ecs, workspace }: Ports,
  { source, unknownKeys }: Inputs,
  inputProblems: readonly Problem[],
): Promise<Source> {
  switch (source.kind) {
    case 'file':
      return readFile(workspace, ecs, source.path, unknownKeys)
    case 'registered':
      return inputProblems.length > 0 ? noSource : readRegistered(ecs, source)
    case 'live':
      return noSource
  }
}

/** A problem of the service, with all that can be told without it. */
function withoutService(problem: Problem, result: PlanResult | undefined) {
  if (!result) return { problems: [problem] }
  const plan = result.plan && flatPlan(result.plan)
  if (result.kind === 'planned') return { problems: [problem], checks: result.plan.checks, plan }
  return { problems: [problem, ...result.problems], checks: result.checks, plan }
}

/** Of a definition that is not known nothing can be asked: the plan refuses it. */
async function fetchResources(
  ports: Ports,
  inputs: Inputs,
  base: BaseDefinition,
  observed: Observed | undefined,
  offline: boolean,
): Promise<RelatedResources> {
  const query = renderPartially(base.definition, inputs)
  if (offline || !query) return noResources
  return fetchRelatedResources(ports, {
    ...inputs,
    definition: query.definition,
    observed,
    settings: observed && settingsOf(observed.service, inputs.rollout),
  })
}

function provenanceOf({ commit, run }: Runner): Provenance {
  return { commit: commit || undefined, ...run }
}

function ended(outcome: Outcome): Prepared {
  return { kind: 'ended', outcome }
}

/** A run that AWS does not know, as those of pull requests from forks: a plan does not fail for that. */
function isOffline({ step }: Ports, error: ApiError | undefined): boolean {
  return error?.kind === 'unconfigured' && !step.hasCredentials
}

function nothingChecked(target: Target | undefined): Prepared {
  const text = 'There are no AWS credentials and no task definition file: nothing could be checked.'
  return ended({ kind: 'nothing-seen', target, notices: [warning(text)] })
}

function inFlightOptions({ mode, rollout, watch }: Inputs, log: (line: string) => void): InFlightOptions {
  // A plan waits for nobody: it shows what would be done now.
  if (mode === 'plan') return { policy: 'report', minutes: 0, log }
  return { policy: rollout.inFlight, minutes: watch?.minutes ?? 30, log }
}

function deploymentTargets(target: Target | undefined, observed: Observed | undefined): DeploymentTarget[] {
  if (observed) return [{ kind: 'service', observed }]
  return target ? [{ kind: 'offline', target }] : []
}

/** The live definition, to be registered again with other images. */
function liveDefinition({ live, serving }: Observed): BaseDefinition {
  return { definition: live, origin: revisionName(serving ?? 'nothing'), positionOf: undefined }
}
