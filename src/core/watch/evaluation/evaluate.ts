/**
 * The service deployment says how ours ended; the PRIMARY deployment serves. "The service is stable" proves nothing: so
 * is a service after a rollback (docs/adr/0005). Reads are eventually consistent: a contradictory snapshot decides
 * nothing.
 */

import { staleFor } from '../pace.js'
import type { Snapshot, Tracked } from '../tracked-deployment.js'
import type { DeploymentResult } from '../watch-result.js'
import { type DeploymentView, deploymentView } from './deployment-view.js'
import type { Evaluation, EvaluationState, TentativeResult } from './evaluation.js'
import { resultByService } from './result-by-service.js'
import { resultByServiceDeployment } from './result-by-service-deployment.js'
import { resultBySupersession } from './result-by-supersession.js'

export function evaluate(tracked: Tracked, before: EvaluationState, snapshot: Snapshot): Evaluation {
  const { at, service, serviceDeployment } = snapshot
  if (service === 'missing') return serviceGone(before, 'the service no longer exists')
  if (service.status !== 'ACTIVE') {
    return serviceGone(before, `the service is ${service.status}: somebody deleted it`)
  }

  const known =
    before.rollbackTarget === undefined ? tracked.before : [...tracked.before, before.rollbackTarget]
  const view = deploymentView({ ...tracked, before: known }, service, serviceDeployment)
  const state = nextState(before, view, { at, startedAt: tracked.startedAt })
  const certain =
    resultByServiceDeployment(tracked, view, state) ?? resultBySupersession(tracked, view, state)
  if (certain) return decided(state, certain)

  const likely = resultByService(view, state)
  if (!likely) return watching(state)
  if (likely.kind === 'succeeded' || likely.kind === 'idle') return decided(state, likely)
  const tentative = nextTentative(before.tentative, likely.kind, { at })
  return isEnough(tentative, view, { state, at }) ? decided(state, likely) : watching({ ...state, tentative })
}

function serviceGone(before: EvaluationState, reason: string): Evaluation {
  const state = { ...before, tentative: undefined, gonePolls: before.gonePolls + 1 }
  if (state.gonePolls < 2) return watching(state)
  return decided(state, { kind: 'unknown', reason, lost: 'service' })
}

function nextState(
  before: EvaluationState,
  view: DeploymentView,
  { at, startedAt }: { readonly at: number; readonly startedAt: number },
): EvaluationState {
  const { ours, primary, stage } = view
  const readsAreCurrent = before.readsAreCurrent || ours !== undefined || at - startedAt >= staleFor
  const isRollingBack = stage === 'rolling-back' || (readsAreCurrent && view.isRollingBack)
  const target = isRollingBack && view.previousIsPrimary ? primary?.id : undefined
  return {
    readsAreCurrent,
    gonePolls: 0,
    tentative: undefined,
    failed: before.failed || ours?.rolloutState === 'FAILED',
    rollbackSince: before.rollbackSince ?? (isRollingBack ? at : undefined),
    stopSince: before.stopSince ?? (stage === 'stopping' ? at : undefined),
    completed: before.completed ?? completion(view, at),
    rollbackTarget: before.rollbackTarget ?? target,
  }
}

function completion(
  { isPrimary, ours, service, serviceDeployment, stage }: DeploymentView,
  at: number,
): EvaluationState['completed'] {
  if (!isPrimary || ours?.rolloutState === 'FAILED') return undefined
  const { desiredCount } = service
  if (stage === 'successful') return { at: serviceDeployment?.finishedAt ?? at, desiredCount }
  return ours?.rolloutState === 'COMPLETED' ? { at, desiredCount } : undefined
}

function nextTentative(
  before: TentativeResult | undefined,
  kind: DeploymentResult['kind'],
  { at }: { readonly at: number },
): TentativeResult {
  if (before?.kind !== kind) return { kind, polls: 1, since: at }
  return { kind, polls: before.polls + 1, since: before.since }
}

/**
 * A read can be stale, or fall between the failure and the rollback: two in a row must agree, four where the service
 * deployment is about to show the result. A rollback without a sign of failure must last as long as reads can be stale.
 */
function isEnough(
  { kind, polls, since }: TentativeResult,
  { stage }: DeploymentView,
  { state, at }: { readonly state: EvaluationState; readonly at: number },
): boolean {
  const hasSign = state.failed || state.rollbackSince !== undefined || stage === 'stopped'
  if (kind === 'rolled-back' && !hasSign) return stage === undefined && at - since >= staleFor
  return polls >= (stage === undefined ? 2 : 4)
}

function watching(state: EvaluationState): Evaluation {
  return { verdict: { kind: 'watching', stage: stageOf(state), unconfirmedReason: undefined }, state }
}

function stageOf({ rollbackSince, stopSince }: EvaluationState): 'rolling-out' | 'rolling-back' | 'stopping' {
  if (rollbackSince !== undefined) return 'rolling-back'
  return stopSince === undefined ? 'rolling-out' : 'stopping'
}

function decided(state: EvaluationState, result: DeploymentResult): Evaluation {
  return { verdict: { kind: 'decided', result }, state }
}
