/** A dry run ends here, as does a run without changes. */
import { type Notice, notice, warning } from '../core/errors/notice.js'
import { deployed, planned, refused } from '../core/outcome/outcome.js'
import type { ServiceResult } from '../core/outcome/service-result.js'
import { makePlan } from '../core/plan/make-plan.js'
import { type Plan, provenanceOf, type Refusal } from '../core/plan/plan.js'
import { type Skip, skipUnchanged } from '../core/plan/skip-unchanged.js'
import { isKnown, type Provenance } from '../core/task-definition/tags.js'
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
  async perform(run, { request, ...progress }) {
    const { inputs, ports, targets } = run
    const result = makePlan(request)
    if (result.kind === 'refused') return refusePlan(run, result)
    const { plan } = result
    const skips = skipsOf(run, plan)
    const isUnchanged = skips.length > 0 && skips.every(({ kind }) => kind === 'skip')
    const notices = [...tagNotices(plan, request.options.provenance), ...skipNotices(run, skips, isUnchanged)]
    const definitionFile = await writeDefinition(ports, plan)
    showPlan(run, plan)
    if (inputs.mode === 'plan' || plan.offline.length > 0)
      return end({ ...planned(targets, plan), definitionFile }, notices)
    if (isUnchanged) return end({ ...unchanged(plan, skips), definitionFile }, notices)
    return proceed({ ...progress, definitionFile, plan }, notices)
  },
}

function refusePlan(run: RunContext, { problems, checks, plan, unchecked }: Refusal): Step<never> {
  if (plan) showPlan(run, plan)
  const notices = unchecked
    ? [notice(`The checks of the task definition were not run, because ${unchecked}.`)]
    : []
  return end(refused({ targets: run.targets, problems, checks, plan, revision: undefined }), notices)
}

function tagNotices(plan: Plan, provenance: Provenance): Notice[] {
  if (provenanceOf(plan.revision).length > 0 || !isKnown(provenance)) return []
  return [warning('There is no room for provenance-tags: a task definition has at most 50 tags.')]
}

function skipsOf({ inputs }: RunContext, { services }: Plan): Skip[] {
  return inputs.skipUnchanged ? services.map(skipUnchanged) : []
}

function skipNotices({ inputs }: RunContext, skips: readonly Skip[], isUnchanged: boolean): Notice[] {
  if (isUnchanged && inputs.mode === 'plan')
    return [notice('A deployment would end with no-change: nothing differs.')]
  return skips.flatMap(({ notices }) => notices)
}

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
