/**
 * Judges our own deployment from what one look shows. Both views are read: the service deployment says how it ended,
 * the classic deployments say who is PRIMARY and therefore serves. "The service is stable" is never evidence: a
 * service is stable after a rollback, too (docs/adr/0005).
 *
 * Reads are eventually consistent. A look in which the views contradict each other decides nothing; the next one will.
 */

import type { Deployment } from '../ecs/service.js'
import type { DeploymentStage, ServiceDeployment } from '../ecs/service-deployment.js'
import { type DeploymentView, deploymentView } from './deployment-view.js'
import { staleFor } from './pace.js'
import type { Snapshot, Tracked } from './tracked-deployment.js'

/** What earlier looks have shown. */
export interface EvaluationState {
  /** our id has been in an answer */
  readonly wasSeen: boolean
  /** looks in a row that found no service */
  readonly missingPolls: number
  /** looks in a row that could mean this ending by the classic view alone, and the first of them */
  readonly tentative:
    | {
        readonly kind: DeploymentResult['kind']
        readonly polls: number
        readonly since: number
      }
    | undefined
  /** our deployment has been FAILED in the classic view */
  readonly failed: boolean
  /** somebody or something asked for our end: the first look that showed it */
  readonly rollbackSince: number | undefined
  readonly stopSince: number | undefined
  /** the deployment that a rollback went back to: when it has completed, nothing says any more what it was */
  readonly returned: string | undefined
}

export const initialEvaluation: EvaluationState = {
  wasSeen: false,
  missingPolls: 0,
  failed: false,
  tentative: undefined,
  rollbackSince: undefined,
  stopSince: undefined,
  returned: undefined,
}

export type DeploymentResult =
  /** `completedAt`: by the service deployment, where it could be read */
  | { readonly kind: 'succeeded'; readonly running: number; readonly completedAt?: number | undefined }
  | { readonly kind: 'idle' }
  | { readonly kind: 'rolled-back'; readonly serving: string; readonly reason?: string | undefined }
  | {
      readonly kind: 'failed'
      readonly running: number
      readonly reason: string
      readonly replacedBy?: Deployment | undefined
    }
  | {
      readonly kind: 'superseded'
      readonly by: Deployment
      readonly stateWhenSuperseded: 'undecided' | 'completed' | 'rolling-back'
    }
  | {
      readonly kind: 'unknown'
      readonly reason: string
      /** what is not there any more, where that is why */
      readonly lost?: 'service' | 'credentials' | undefined
    }

export type Verdict =
  | {
      readonly kind: 'watching'
      readonly stage: 'rolling-out' | 'rolling-back' | 'stopping'
      /** ECS calls it completed; why that is not believed yet */
      readonly unverifiedReason?: string | undefined
    }
  | { readonly kind: 'decided'; readonly ending: DeploymentResult }

export interface Evaluation {
  readonly verdict: Verdict
  readonly state: EvaluationState
}

export function evaluate(tracked: Tracked, before: EvaluationState, snapshot: Snapshot): Evaluation {
  if (snapshot.service === 'missing') {
    const state = { ...before, tentative: undefined, missingPolls: before.missingPolls + 1 }
    const gone = state.missingPolls >= 2
    return gone
      ? decided(state, { kind: 'unknown', reason: 'the service is not there any more', lost: 'service' })
      : watching(state)
  }
  const { service, serviceDeployment } = snapshot
  if (service.status !== 'ACTIVE') {
    return decided(before, {
      kind: 'unknown',
      reason: `the service is ${service.status}: somebody deleted it`,
      lost: 'service',
    })
  }

  const known = before.returned ? [...tracked.before, before.returned] : tracked.before
  const view = deploymentView({ ...tracked, before: known }, service, serviceDeployment)
  const wasSeen = before.wasSeen || view.ours !== undefined || snapshot.at - tracked.startedAt >= staleFor
  const rollingBack = view.stage === 'rolling-back' || (wasSeen && view.isRollingBack)
  const since = (earlier: number | undefined, now: boolean) => earlier ?? (now ? snapshot.at : undefined)
  const rollbackSince = since(before.rollbackSince, rollingBack)
  const stopSince = since(before.stopSince, view.stage === 'stopping')
  const returned = before.returned ?? (rollingBack && view.previousIsPrimary ? view.primary?.id : undefined)
  const state: EvaluationState = {
    wasSeen,
    missingPolls: 0,
    failed: before.failed || view.ours?.rolloutState === 'FAILED',
    rollbackSince,
    stopSince,
    returned,
    tentative: undefined,
  }

  const certain = view.stage ? byServiceDeployment(tracked, view, view.stage, state) : undefined
  if (certain) return decided(state, certain)
  const competingDeployment = bySupersession(tracked, view, state)
  if (competingDeployment) return decided(state, competingDeployment)

  const likely = byClassicView(view, state)
  if (!likely) return watching(state)
  if (likely.kind === 'succeeded' || likely.kind === 'idle') return decided(state, likely)
  const same = before.tentative?.kind === likely.kind ? before.tentative : undefined
  const tentative = { kind: likely.kind, polls: (same?.polls ?? 0) + 1, since: same?.since ?? snapshot.at }
  return isEnough(tentative, view, state, snapshot.at)
    ? decided(state, likely)
    : watching({ ...state, tentative })
}

/**
 * One classic read can be old, or catch the moment between the failure and the rollback: it takes two in a row, and
 * more where a service deployment could say it by itself. That ours is gone and an older one is PRIMARY looks the same
 * in a stale read: without a sign of a failure it takes as long as reads can be stale.
 */
function isEnough(
  tentative: NonNullable<EvaluationState['tentative']>,
  view: DeploymentView,
  state: EvaluationState,
  now: number,
): boolean {
  const signs = state.failed || state.rollbackSince !== undefined || view.stage === 'stopped'
  if (tentative.kind === 'rolled-back' && !signs)
    return view.stage === undefined && now - tentative.since >= staleFor
  return tentative.polls >= (view.stage === undefined ? 2 : 4)
}

function byServiceDeployment(
  tracked: Tracked,
  view: DeploymentView,
  stage: DeploymentStage,
  state: EvaluationState,
): DeploymentResult | undefined {
  const { ours, competingDeployment, serviceDeployment } = view
  const running = ours?.runningCount ?? 0
  switch (stage) {
    case 'ongoing':
    case 'stopping':
    case 'rolling-back':
      return undefined
    case 'successful':
      if (competingDeployment)
        return { kind: 'superseded', by: competingDeployment, stateWhenSuperseded: 'completed' }
      return view.isPrimary && ours?.rolloutState !== 'FAILED' ? completed(view) : undefined
    case 'rolled-back':
      if (competingDeployment)
        return { kind: 'superseded', by: competingDeployment, stateWhenSuperseded: 'rolling-back' }
      return view.previousIsPrimary ? rolledBack(view, serviceDeployment) : undefined
    case 'rollback-failed':
      if (competingDeployment && state.rollbackSince !== undefined)
        return { kind: 'superseded', by: competingDeployment, stateWhenSuperseded: 'rolling-back' }
      return {
        kind: 'failed',
        running,
        reason: serviceDeployment?.statusReason ?? 'the rollback failed',
        replacedBy: competingDeployment,
      }
    case 'stopped': {
      if (hasFailed(view))
        return {
          kind: 'failed',
          running,
          reason: stopReason(tracked, view),
          replacedBy: competingDeployment,
        }
      if (competingDeployment)
        return { kind: 'superseded', by: competingDeployment, stateWhenSuperseded: 'undecided' }
      return view.previousIsPrimary && state.rollbackSince !== undefined
        ? rolledBack(view, serviceDeployment)
        : undefined
    }
  }
}

/** The breaker or an alarm ended it: a person or a newer deployment would not leave this. */
function hasFailed({ ours, serviceDeployment }: DeploymentView): boolean {
  const tripped = serviceDeployment?.breaker?.status === 'TRIGGERED' || ours?.rolloutState === 'FAILED'
  return tripped || (serviceDeployment?.triggeredAlarms.length ?? 0) > 0
}

function stopReason(tracked: Tracked, view: DeploymentView): string {
  const said =
    view.ours?.rolloutState === 'FAILED' ? view.ours.rolloutStateReason : view.serviceDeployment?.statusReason
  const alarmed = (view.serviceDeployment?.triggeredAlarms.length ?? 0) > 0
  const detector = alarmed ? 'a CloudWatch alarm stopped it' : 'the circuit breaker tripped'
  return said ?? `${detector}${tracked.breaker.rollback ? '' : ', and rollback is off'}`
}

/** Somebody else's deployment took over. Only after ours was seen: before that, the answer may be older than it. */
function bySupersession(
  tracked: Tracked,
  view: DeploymentView,
  state: EvaluationState,
): DeploymentResult | undefined {
  if (!view.competingDeployment || !state.wasSeen) return undefined
  if (view.stage === 'stopping' && hasFailed(view)) {
    const running = view.ours?.runningCount ?? 0
    return {
      kind: 'failed',
      running,
      reason: stopReason(tracked, view),
      replacedBy: view.competingDeployment,
    }
  }
  const wasCompleted = view.ours?.rolloutState === 'COMPLETED'
  const stateWhenSuperseded =
    state.rollbackSince !== undefined ? 'rolling-back' : wasCompleted ? 'completed' : 'undecided'
  return { kind: 'superseded', by: view.competingDeployment, stateWhenSuperseded }
}

/** The classic view alone: where service deployments may not be read, or have not appeared. */
function byClassicView(view: DeploymentView, state: EvaluationState): DeploymentResult | undefined {
  const { ours, primary, stage } = view
  if (view.isPrimary && ours?.rolloutState === 'COMPLETED') {
    return stage === undefined || stage === 'ongoing' ? completed(view) : undefined
  }
  if (
    view.isPrimary &&
    ours?.rolloutState === 'FAILED' &&
    stage !== 'rolling-back' &&
    stage !== 'successful'
  ) {
    return {
      kind: 'failed',
      running: ours.runningCount,
      reason: ours.rolloutStateReason ?? 'the deployment FAILED',
      replacedBy: undefined,
    }
  }
  if (view.isPrimary && ours && stage === 'stopped') {
    return {
      kind: 'failed',
      running: ours.runningCount,
      reason: view.serviceDeployment?.statusReason ?? 'the deployment was STOPPED',
      replacedBy: undefined,
    }
  }
  const left = ours === undefined || ours.rolloutState === 'FAILED'
  const restored = view.previousIsPrimary && primary?.rolloutState === 'COMPLETED'
  return state.wasSeen && left && restored ? rolledBack(view, view.serviceDeployment) : undefined
}

/** Ours is PRIMARY and completed; a task of it must run, unless the service wants none. */
function completed({ service, ours, serviceDeployment }: DeploymentView): DeploymentResult | undefined {
  if (service.desiredCount === 0) return { kind: 'idle' }
  if (!ours || ours.runningCount === 0) return undefined
  return { kind: 'succeeded', running: ours.runningCount, completedAt: serviceDeployment?.finishedAt }
}

function rolledBack(
  { service, primary, failure }: DeploymentView,
  serviceDeployment: ServiceDeployment | undefined,
): DeploymentResult {
  const reason = serviceDeployment?.rollback?.reason ?? serviceDeployment?.statusReason ?? failure
  return {
    kind: 'rolled-back',
    serving: primary?.taskDefinition ?? service.taskDefinition,
    reason: reason || undefined,
  }
}

function watching(state: EvaluationState): Evaluation {
  const stage =
    state.rollbackSince !== undefined
      ? 'rolling-back'
      : state.stopSince !== undefined
        ? 'stopping'
        : 'rolling-out'
  return { verdict: { kind: 'watching', stage, unverifiedReason: undefined }, state }
}

function decided(state: EvaluationState, ending: DeploymentResult): Evaluation {
  return { verdict: { kind: 'decided', ending }, state }
}
