/**
 * After the watch: puts back what was changed for the rollout, first of all; then, where the user wants it and a fresh
 * look shows that the deployment is not well, asks ECS to roll it back. What is left undone when the process is killed
 * is in the saved state, for the post step.
 */
import type { Notice } from '../../core/errors/notice.js'
import type { WatchOptions } from '../../core/options/watch-options.js'
import { serializeState } from '../../core/outcome/saved-state.js'
import type { Watched } from '../../core/outcome/watched.js'
import type { DeployPlan } from '../../core/plan/plan.js'
import { secretsOfPlan } from '../../core/plan/plan.js'
import { redact } from '../../core/redaction/redact.js'
import type { RollbackStatus, WatchResult } from '../../core/watch/watch-result.js'
import type { Ports } from '../../ports.js'
import { restoreCount, restoreCountQuickly } from '../../retry/policies.js'
import { restoreDesiredCount } from './restore-desired-count.js'
import { rollBack } from './roll-back.js'

export const stateName = 'unfinished'

export interface Finalized {
  readonly result: WatchResult
  /** a service that was woken up for the rollout wants no task again */
  readonly scaledToZero: boolean
  readonly notices: readonly Notice[]
}

export async function finalize(
  ports: Pick<Ports, 'ecs' | 'clock' | 'runner' | 'canceled'>,
  plan: DeployPlan,
  options: WatchOptions,
  watched: Watched,
): Promise<Finalized> {
  const { runner, canceled } = ports
  const { result, rollout } = watched
  const { target } = plan.observed
  const state = { version: 1, target, taskDefinition: rollout.registered.arn } as const
  // What ECS rolls back already needs nobody to ask for it.
  const wanted = rollbackWanted(result, options) === 'rollback' && !rollout.rollingBack
  const { deploymentId, completedBefore } = rollout.tracked
  const wantedRollback = wanted ? { rollback: { deploymentId, completedBefore } } : {}

  const notices: Notice[] = []
  let scaledToZero = false
  if (plan.bump) {
    runner.saveState(stateName, serializeState({ ...state, bump: plan.bump, ...wantedRollback }))
    const request = { target, bump: plan.bump, taskDefinition: state.taskDefinition }
    const policy = canceled.aborted ? restoreCountQuickly : restoreCount
    const restored = await restoreDesiredCount(ports, request, policy)
    notices.push(restored.notice)
    scaledToZero = restored.count === 0
    if (restored.done) runner.saveState(stateName, '')
  }
  if (!('rollback' in result)) return { result, scaledToZero, notices }
  if (!wanted) {
    const isAsked = watched.rollbackRequested && !rollout.rollingBack
    const rollback: RollbackStatus = isAsked ? { kind: 'rollback-requested' } : result.rollback
    return { result: { ...result, rollback }, scaledToZero, notices }
  }

  runner.saveState(stateName, serializeState({ ...state, ...wantedRollback }))
  const rollback: RollbackStatus = await rollBack(ports, {
    target,
    tracked: rollout.tracked,
    stopped: watched.stopped,
  })
  runner.saveState(stateName, '')
  const told = 'why' in rollback ? { ...rollback, why: redact(rollback.why, secretsOfPlan(plan)) } : rollback
  return { result: { ...result, rollback: told }, scaledToZero, notices }
}

function rollbackWanted(result: WatchResult, policy: WatchOptions): 'rollback' | 'leave' {
  if (result.kind === 'timed-out') return policy.onTimeout === 'rollback' ? 'rollback' : 'leave'
  return result.kind === 'cancelled' ? policy.onCancel : 'leave'
}
