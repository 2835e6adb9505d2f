/** A dry run ends here, as does a run without changes. */
import { type Notice, notice, ofService, warning } from '../core/errors/notice.js'
import type { PlanOptions } from '../core/options/plan-options.js'
import { deployed, planned, refused } from '../core/outcome/outcome.js'
import { unsavedBump } from '../core/outcome/saved-state.js'
import type { ServiceResult } from '../core/outcome/service-result.js'
import { supersedes } from '../core/plan/in-flight.js'
import { joinedPlan, joinedText, joinNotice, reasonNotToJoin } from '../core/plan/join.js'
import { deploymentText } from '../core/plan/join-candidate.js'
import { makePlan, type PlanRequest } from '../core/plan/make-plan.js'
import type { Plan, Refusal } from '../core/plan/plan.js'
import { isRollback } from '../core/plan/revision-plan.js'
import { isSetAlready } from '../core/plan/service-plan.js'
import { type Skip, skipUnchanged } from '../core/plan/skip-unchanged.js'
import { taskFileNotices } from '../core/plan/task-file.js'
import { unforceable } from '../core/plan/unforceable.js'
import { redact } from '../core/redaction/redact.js'
import { isKnown } from '../core/task-definition/tags.js'
import { enumerate } from '../core/text/enumerate.js'
import type { Ports } from '../ports.js'
import type { Prepared } from './prepare.js'
import type { RunContext } from './run-context.js'
import { showPlan } from './show-plan.js'
import { end, type Progress, proceed, type RunStep, type Step } from './step.js'

export interface Planned extends Progress {
  readonly plan: Plan
}

export const plan: RunStep<Prepared, Planned> = {
  group: undefined,
  whenCanceled: 'perform',
  async perform(run, { candidate, decision, request, ...progress }) {
    const { inputs, ports, targets } = run
    const result = makePlan(request)
    if (result.kind === 'refused') return refusePlan(run, result)
    const { plan, isJoined, notices: joinNotices } = join(run, result.plan, { candidate, decision, request })
    maskNames(run, plan)
    const skips = isJoined ? [] : skipsOf(run, plan)
    const isUnchanged = skips.length > 0 && skips.every(({ kind }) => kind === 'skip')
    const problems = isJoined || isUnchanged ? [] : unforceable(plan)
    if (problems.length > 0)
      return refusePlan(run, { problems, checks: plan.checks, plan, unchecked: undefined })
    const notices = [
      ...joinNotices,
      ...(isJoined ? [] : tagNotices(plan, request.options)),
      ...(plan.task && !isUnchanged ? taskFileNotices(plan.task.revision, request.options) : []),
      ...(isJoined || isUnchanged ? [] : forcedNotices(plan)),
      ...skipNotices(run, plan, { skips, isUnchanged }),
      ...skippedTask(request, plan, { isUnchanged }),
      ...(isUnchanged && plan.verification && inputs.mode === 'deploy' ? [unverified] : []),
    ]
    const definitionFile = await writeDefinition(ports, plan)
    showPlan(run, plan)
    if (inputs.mode === 'plan' || plan.offline.length > 0)
      return end({ ...planned(targets, plan), definitionFile }, notices)
    if (isUnchanged) return end({ ...unchanged(plan, skips), definitionFile }, notices)
    if (plan.services.some(({ bump }) => bump) && !(await run.saved.save())) {
      const problems = [unsavedBump]
      const refusal = refused({ targets, problems, checks: plan.checks, plan, revision: undefined })
      return end({ ...refusal, definitionFile }, notices)
    }
    return proceed({ ...progress, definitionFile, plan }, notices)
  },
}

interface Join {
  readonly plan: Plan
  readonly isJoined: boolean
  readonly notices: readonly Notice[]
}

/** A dry run keeps the plan of a new revision. */
function join(
  { inputs, ports }: RunContext,
  plan: Plan,
  { candidate, decision, request }: Pick<Prepared, 'candidate' | 'decision' | 'request'>,
): Join {
  const [service] = plan.services
  if (!candidate || !service) return { plan, isJoined: false, notices: [] }
  if (decision) return { plan: joinedPlan(plan, candidate, decision), isJoined: true, notices: [] }
  const isDryRun = inputs.mode === 'plan'
  const why = reasonNotToJoin(plan.revision, service, { candidate, resources: request.resources })
  if (why !== undefined) {
    const { deployment } = candidate
    const now = notice(
      `In progress now: ${deploymentText(deployment)}. It would not be joined because ${why}.`,
    )
    return { plan, isJoined: false, notices: [isDryRun ? now : supersedes(deployment, why)] }
  }
  if (isDryRun) {
    const would = notice(`A deployment would join ${joinedText(candidate, ports.runner.run)}.`)
    return { plan, isJoined: true, notices: [would] }
  }
  const notices = [joinNotice(candidate, ports.runner.run)]
  return { plan: { ...joinedPlan(plan, candidate), task: undefined }, isJoined: true, notices }
}

/** The saved state contains them as they are, and a runner that debugs logs it. */
function maskNames({ ports, targets }: RunContext, { revision }: Plan): void {
  const names = [revision.family, ...targets.flatMap(({ cluster, service }) => [cluster, service])]
  for (const name of names) if (redact(name, []) !== name) ports.runner.mask(name)
}

function refusePlan(run: RunContext, { problems, checks, plan, unchecked }: Refusal): Step<never> {
  if (plan) showPlan(run, plan)
  const notices = unchecked
    ? [notice(`The checks of the task definition were not run, because ${unchecked}.`)]
    : []
  return end(refused({ targets: run.targets, problems, checks, plan, revision: undefined }), notices)
}

function tagNotices(plan: Plan, { provenance, provenanceTags }: PlanOptions): Notice[] {
  const { revision } = plan
  if (
    revision.kind === 'existing' ||
    revision.provenance.length > 0 ||
    !provenanceTags ||
    !isKnown(provenance)
  )
    return []
  return [warning('provenance-tags were not added: a task definition can have at most 50 tags.')]
}

function forcedNotices({ revision, services }: Plan): Notice[] {
  const set = services.filter(({ observed }) => isSetAlready(observed.service, revision))
  if (set.length === 0) return []
  const names = set.map(({ observed }) => observed.service.name)
  const which =
    services.length > 1 ? `${enumerate(names)} ${names.length > 1 ? 'are' : 'is'}` : 'the service is'
  return [notice(`${revision.origin} is deployed again: ${which} set to it already.`)]
}

/** Nobody goes back to the revision that serves. */
function skipsOf({ inputs }: RunContext, { revision, services }: Plan): Skip[] {
  if (!isRollback(revision)) return inputs.skipUnchanged ? services.map(skipUnchanged) : []
  const isThere = services.every(({ observed }) => isSetAlready(observed.service, revision))
  return isThere && !inputs.rollout.forceNewDeployment ? services.map(skipUnchanged) : []
}

function skipNotices(
  { inputs }: RunContext,
  { services }: Plan,
  { isUnchanged, skips }: { readonly skips: readonly Skip[]; readonly isUnchanged: boolean },
): Notice[] {
  if (isUnchanged && inputs.mode === 'plan')
    return [notice('A deployment would end with no-change and send nothing of this plan: nothing differs.')]
  const name = (nth: number) => (skips.length > 1 ? services[nth]?.observed.service.name : undefined)
  return skips.flatMap(({ notices }, nth) => notices.map(one => ofService(one, name(nth))))
}

function skippedTask(
  { task }: PlanRequest,
  plan: Plan,
  { isUnchanged }: { readonly isUnchanged: boolean },
): Notice[] {
  if (!task || (plan.task && !isUnchanged)) return []
  if (isRollback(plan.revision)) return [notice('The one-off task does not run, because this is a rollback.')]
  const changed = plan.task?.revision.kind === 'new' ? plan.task.revision : undefined
  const although = changed ? `, although ${changed.file.origin} is not yet registered as it is` : ''
  return [notice(`The one-off task does not run${although}, because there is nothing new to deploy.`)]
}

const unverified = notice('Nothing is verified, because there is nothing new to deploy.')

function unchanged(plan: Plan, skips: readonly Skip[]) {
  const services = plan.services.map((service, nth): ServiceResult => {
    const skip = skips[nth]
    return { kind: 'unchanged', plan: service, serving: skip?.kind === 'skip' ? skip.serving : undefined }
  })
  return deployed({ plan, revision: undefined, services, problems: [] })
}

async function writeDefinition({ workspace }: Ports, { revision }: Plan): Promise<string | undefined> {
  const text = `${JSON.stringify(revision.definition, null, 2)}\n`
  return workspace.writeTemporary('task-definition.json', text)
}
