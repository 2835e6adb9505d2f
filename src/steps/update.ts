/** Updates each service once. An unwatched run ends here. */

import type { Service } from '../core/ecs/service.js'
import { toProblem } from '../core/errors/api-error-problem.js'
import { type Notice, ofService, warning } from '../core/errors/notice.js'
import type { Problem } from '../core/errors/problem.js'
import { updateRefusalStep } from '../core/errors/update-refusal.js'
import { deployed, refused } from '../core/outcome/outcome.js'
import { unwatchedRollout } from '../core/outcome/rollout.js'
import { type SavedState, stateBefore, unsavedBump } from '../core/outcome/saved-state.js'
import type { ServiceResult } from '../core/outcome/service-result.js'
import { joinedText } from '../core/plan/join.js'
import type { JoinCandidate } from '../core/plan/join-candidate.js'
import { decisionText, type PauseDecision } from '../core/plan/pause-decision.js'
import type { Plan, ServicePlan } from '../core/plan/plan.js'
import { redact } from '../core/redaction/redact.js'
import { formatTimeOfDay } from '../core/text/duration.js'
import type { Tracked } from '../core/watch/tracked-deployment.js'
import { continueDeployment } from '../deploy/change/continue-deployment.js'
import { joinDeployment } from '../deploy/change/join-deployment.js'
import { refreshBump } from '../deploy/change/refresh-bump.js'
import { type StartResult, startDeployment } from '../deploy/change/update-service.js'
import { logField } from '../report/log/plan-lines.js'
import { startedStatus } from '../report/outputs/deployment-record.js'
import { unlessCanceled } from '../retry/cancellation.js'
import type { Recorded } from './record.js'
import type { RunContext } from './run-context.js'
import { end, proceed, type RunStep, stop } from './step.js'
import { watching } from './time-limits.js'

export interface UpdatedService {
  readonly kind: 'updated'
  readonly plan: ServicePlan
  readonly tracked: Tracked
  /** UpdateService's answer */
  readonly service: Service
  /** milliseconds that this clock is ahead of AWS's */
  readonly skewMs: number
}

export interface Updated extends Recorded {
  /** in the order of the plan */
  readonly updates: readonly (UpdatedService | ServiceResult)[]
  readonly problems: readonly Problem[]
  /** resolves when GitHub knows of it */
  readonly announced: Promise<void>
}

export const update: RunStep<Recorded, Updated> = {
  group: 'Deploy',
  whenCanceled: 'skip',
  async perform(run, recorded) {
    const { inputs, ports, targets } = run
    const { record, registered, revision } = recorded
    if (inputs.watch) ports.endCallsBy(ports.clock.now() + inputs.watch.minutes * 60_000 + watching)
    const sent: Sent[] = []
    for (const service of recorded.plan.services) {
      const refusal = inputs.watch?.onPartialFailure === 'rollback' ? refusedIn(sent) : undefined
      sent.push(refusal ? notSent(service, refusal) : await updateService(run, recorded, service))
    }
    const isOne = sent.length === 1
    const notices = sent.flatMap(one =>
      one.notices.map(own => ofService(own, isOne ? undefined : nameOf(one))),
    )
    const problems = sent.flatMap(one =>
      isOne ? one.problems : one.problems.map(own => ({ ...own, service: nameOf(one) })),
    )
    const updates = sent.map(one => one.update)
    const plan: Plan = { ...recorded.plan, services: sent.map(one => one.plan) }

    const started = updates.find(one => one.kind === 'updated')
    if (!started && updates.every(({ kind }) => kind === 'untouched')) {
      if (problems.length === 0) return stop(notices)
      return end(refused({ targets, problems, checks: plan.checks, plan, revision: registered }), notices)
    }
    // GitHub may be slow: neither the watch nor a canceled step's restore waits for it.
    const announced = started ? record.report(startedStatus(started.tracked)) : Promise.resolve()
    if (started && inputs.watch) {
      return proceed({ ...recorded, plan, updates, problems, announced }, notices)
    }
    await unlessCanceled(announced, ports.canceled)
    return end(deployed({ plan, revision, services: updates.map(unwatched), problems }), notices)
  },
}

export function isRefusedUpdate({
  kind,
  ...update
}: {
  readonly kind: string
  readonly name?: string
}): boolean {
  return kind === 'untouched' && update.name === 'refused'
}

function refusedIn(sent: readonly Sent[]): Sent | undefined {
  return sent.find(({ update }) => isRefusedUpdate(update))
}

/** It would only be taken back. */
function notSent(plan: ServicePlan, refusal: Sent): Sent {
  const text = `${plan.observed.service.name} is not updated, because the update of ${nameOf(refusal)} was refused`
  const problems = [{ subject: 'on-partial-failure', text }]
  const update = { kind: 'untouched', name: 'refused', target: plan.observed.target, plan } as const
  return { update, plan, problems, notices: [] }
}

function nameOf({ plan }: Sent): string {
  return plan.observed.service.name
}

interface Sent {
  readonly update: UpdatedService | ServiceResult
  /** at the time of the update */
  readonly plan: ServicePlan
  readonly problems: readonly Problem[]
  readonly notices: readonly Notice[]
}

async function updateService(
  run: RunContext,
  { revision, secrets }: Recorded,
  planned: ServicePlan,
): Promise<Sent> {
  if (planned.joins && planned.decides)
    return continueService(run, planned, { candidate: planned.joins, decision: planned.decides, secrets })
  if (planned.joins) return joinService(run, planned, planned.joins)
  const { log, ports, saved } = run
  const { target } = planned.observed
  const taskDefinition = revision.arn
  const { plan, notices } = await refreshBump(ports.ecs, {
    plan: planned,
    requested: run.inputs.rollout.desiredCount,
  })
  const { observed, bump } = plan
  const before = stateBefore({ ...observed, taskDefinition, bump, rollback: false })
  saved.keep(before)
  const isSaved = !bump || (await saved.save(before))
  const untouched = { kind: 'untouched', target, plan } as const
  if (!isSaved) {
    saved.keep(unfinishedAfter(before, { kind: 'cancelled' }, false))
    return { update: { ...untouched, name: 'refused' }, plan, problems: [unsavedBump], notices }
  }
  const wantsRollback = () => run.inputs.watch?.onCancel === 'rollback' && ports.canceled.aborted
  const saveRollback = () => void saved.saveRollbacks(wantsRollback())
  // The job may be killed before UpdateService is answered.
  ports.canceled.addEventListener('abort', saveRollback, { once: true })
  const started = await startDeployment(ports, { plan, taskDefinition })
  ports.canceled.removeEventListener('abort', saveRollback)
  saved.keep(unfinishedAfter(before, started, wantsRollback()))
  if (bump || wantsRollback()) await saved.save()
  switch (started.kind) {
    case 'started': {
      const { deploymentId, startedAt } = started.tracked
      const isOne = run.targets.length === 1
      const where = isOne ? '' : ` of ${plan.observed.service.name}`
      log.line(logField('started', `${deploymentId}${where} at ${formatTimeOfDay(startedAt)}`))
      return { update: { ...started, kind: 'updated', plan }, plan, problems: [], notices }
    }
    case 'lost': {
      const reason = redact(started.reason, secrets)
      return { update: { kind: 'unconfirmed', plan, reason }, plan, problems: [], notices }
    }
    case 'refused': {
      // ECS may quote what it refuses.
      const problem = toProblem(started.error, { target, hidden: secrets })
      const problems = [{ ...problem, next: updateRefusalStep(started.error, observed.service) }]
      return { update: { ...untouched, name: 'refused' }, plan, problems, notices }
    }
    case 'cancelled':
      return { update: { ...untouched, name: 'cancelled' }, plan, problems: [], notices }
  }
}

/** Nothing that this run changed has to be put back. */
function joinService({ log, ports }: RunContext, plan: ServicePlan, candidate: JoinCandidate): Sent {
  const joined = joinDeployment(plan, candidate, ports.clock.now())
  log.line(logField('joined', joinedText(candidate, ports.runner.run)))
  return { update: { ...joined, kind: 'updated', plan }, plan, problems: [], notices: [] }
}

interface Continuing {
  readonly candidate: JoinCandidate
  readonly decision: PauseDecision
  readonly secrets: readonly string[]
}

/** Nothing that this run changed has to be put back. */
async function continueService(
  { log, ports }: RunContext,
  plan: ServicePlan,
  { candidate, decision, secrets }: Continuing,
): Promise<Sent> {
  const { target } = plan.observed
  const untouched = { kind: 'untouched', target, plan } as const
  const continued = await continueDeployment(ports, decision)
  switch (continued.kind) {
    case 'sent': {
      const joined = joinDeployment(plan, candidate, ports.clock.now())
      log.line(logField('sent', decisionText(decision, candidate.deployment.taskDefinition)))
      const notices = continued.isCertain ? [] : [unconfirmedDecision]
      return { update: { ...joined, kind: 'updated', plan }, plan, problems: [], notices }
    }
    case 'lost': {
      const reason = redact(continued.reason, secrets)
      return { update: { kind: 'unconfirmed', plan, reason }, plan, problems: [], notices: [] }
    }
    case 'refused': {
      const problem = { ...toProblem(continued.error, { target, hidden: secrets }), next: decidedElsewhere }
      return { update: { ...untouched, name: 'refused' }, plan, problems: [problem], notices: [] }
    }
    case 'contradicted': {
      const problem = { subject: 'continue-deployment', text: continuedElsewhere, next: decidedElsewhere }
      return { update: { ...untouched, name: 'refused' }, plan, problems: [problem], notices: [] }
    }
    case 'cancelled':
      return { update: { ...untouched, name: 'cancelled' }, plan, problems: [], notices: [] }
  }
}

const decidedElsewhere = 'See whether somebody else decided, or the hook expired, in the meantime.'
const continuedElsewhere =
  'the answer to ContinueServiceDeployment was lost, and the deployment was continued, not rolled back: somebody else decided, or the hook expired'

const unconfirmedDecision = warning(
  'The answer to ContinueServiceDeployment was lost. The hook does not wait any more: it took this answer or that of somebody else, or it expired.',
)

function unfinishedAfter(before: SavedState, started: StartResult, rollback: boolean): SavedState {
  switch (started.kind) {
    case 'started': {
      const { deploymentId } = started.tracked
      return { ...before, rollback, answered: true, deploymentId }
    }
    case 'lost':
      return { ...before, rollback, answered: started.answered }
    case 'refused':
    case 'cancelled':
      return { ...before, answered: true, rollback: false, bump: undefined }
  }
}

function unwatched(update: UpdatedService | ServiceResult): ServiceResult {
  if (update.kind !== 'updated') return update
  return { kind: 'started', rollout: unwatchedRollout(update.plan, update.tracked) }
}
