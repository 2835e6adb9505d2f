/**
 * Restores the desired count first, then rolls back if the user wants it. A killed process leaves both to the post step.
 */
import type { Notice } from '../../core/errors/notice.js'
import type { WatchOptions } from '../../core/options/watch-options.js'
import type { SavedState } from '../../core/outcome/saved-state.js'
import type { Watched } from '../../core/outcome/watched.js'
import type { ServicePlan } from '../../core/plan/plan.js'
import { redact } from '../../core/redaction/redact.js'
import type { Bump } from '../../core/settings/bump.js'
import type { RollbackStatus, WatchResult } from '../../core/watch/watch-result.js'
import type { Ports } from '../../ports.js'
import { restoreCount, restoreCountQuickly } from '../../retry/policies.js'
import { type Restored, restoreDesiredCount } from './restore-desired-count.js'
import { rollBack } from './roll-back.js'
import type { SavedStates } from './saved-states.js'

export interface Finalized {
  readonly result: WatchResult
  /** scaled up only for the rollout; the desired count is 0 again */
  readonly scaledToZero: boolean
  readonly notices: readonly Notice[]
}

export interface FinalizeRequest {
  readonly plan: ServicePlan
  readonly options: WatchOptions
  readonly watched: Watched
  readonly secrets: readonly string[]
}

interface FinalizePorts extends Pick<Ports, 'ecs' | 'clock' | 'loadBalancers' | 'canceled'> {
  readonly saved: SavedStates
}

export async function finalize(ports: FinalizePorts, request: FinalizeRequest): Promise<Finalized> {
  const { plan, watched } = request
  const restored = plan.bump && (await restore(ports, request, plan.bump))
  const notices = restored ? [restored.notice] : []
  const scaledToZero = restored?.count === 0
  const { result } = watched
  if (!('rollback' in result) || result.rollback.kind !== 'left') return { result, scaledToZero, notices }
  const raised = restored?.done === false ? plan.bump : undefined
  const rollback = await rollbackStatus(ports, request, { before: result.rollback, raised })
  return { result: { ...result, rollback }, scaledToZero, notices }
}

/** Before the others: whether they are taken back depends on it. */
export async function stopTimedOut(ports: FinalizePorts, request: FinalizeRequest): Promise<WatchResult> {
  const { plan, watched } = request
  const { result } = watched
  if (result.kind !== 'timed-out') return result
  const before = result.rollback
  return { ...result, rollback: await rollbackStatus(ports, request, { before, raised: plan.bump }) }
}

async function restore(ports: FinalizePorts, request: FinalizeRequest, bump: Bump): Promise<Restored> {
  const { canceled, saved } = ports
  const state = unfinished(request)
  await saved.save({ ...state, bump })
  const policy = canceled.aborted ? restoreCountQuickly : restoreCount
  const restored = await restoreDesiredCount(ports, { ...state, bump }, policy)
  if (restored.done) await saved.save(state)
  return restored
}

/** `raised`: the post step has to restore the count. */
async function rollbackStatus(
  { saved, ...ports }: FinalizePorts,
  request: FinalizeRequest,
  { before, raised }: { readonly before: RollbackStatus; readonly raised: Bump | undefined },
): Promise<RollbackStatus> {
  const { plan, secrets, watched } = request
  const { rollout, stopped } = watched
  if (!wantsRollback(request)) {
    const isRequested = watched.rollbackRequested && !rollout.rollback
    return isRequested ? { kind: 'rollback-requested' } : before
  }
  const state = { ...unfinished(request), bump: raised }
  await saved.save(state)
  const { target } = plan.observed
  const status = await rollBack(ports, { target, tracked: rollout.tracked, stopped })
  await saved.save({ ...state, rollback: false })
  return 'why' in status ? { ...status, why: redact(status.why, secrets) } : status
}

function unfinished(request: FinalizeRequest): SavedState {
  const { plan, watched } = request
  const { before, completedBefore, deploymentId, taskDefinition } = watched.rollout.tracked
  return {
    version: 1,
    target: plan.observed.target,
    taskDefinition,
    answered: true,
    deploymentId,
    readsAreCurrent: watched.readsAreCurrent,
    before,
    completedBefore,
    rollback: wantsRollback(request),
  }
}

/** A rollback that ECS has started needs no request. */
function wantsRollback({ options, watched: { result, rollout } }: FinalizeRequest): boolean {
  if (rollout.rollback || ('rollback' in result && result.rollback.kind !== 'left')) return false
  if (result.kind === 'timed-out') return options.onTimeout === 'rollback'
  return result.kind === 'cancelled' && options.onCancel === 'rollback'
}
