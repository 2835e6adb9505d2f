/**
 * After the watch: puts back what was changed for the rollout, first of all; then, where the user wants it and a fresh
 * look shows that the deployment is not well, asks ECS to roll it back. What is left undone when the process is killed
 * is in the saved state, for the post step.
 */
import type { Notice } from '../../core/errors/notice.js'
import type { WatchInterruption } from '../../core/outcome/outcome.js'
import { serializeState } from '../../core/outcome/saved-state.js'
import type { DeployPlan } from '../../core/plan/plan.js'
import { secretsOfPlan } from '../../core/plan/plan.js'
import { redact } from '../../core/task-definition/redact.js'
import type { RollbackStatus, WatchOptions } from '../../core/watch/deployment-health.js'
import type { DeploymentResult } from '../../core/watch/evaluate.js'
import type { Ports } from '../../ports.js'
import type { Watched } from '../watch/watch.js'
import { persistently, quickly, restoreDesiredCount } from './restore-desired-count.js'
import { rollBack } from './roll-back.js'

export const stateName = 'unfinished'

export interface Finalized {
  readonly ending: DeploymentResult | WatchInterruption
  /** a service that was woken up for the rollout wants no task again */
  readonly scaledToZero: boolean
  readonly notices: readonly Notice[]
}

export async function finalize(
  ports: Pick<Ports, 'ecs' | 'clock' | 'runner' | 'cancelled'>,
  plan: DeployPlan,
  policy: WatchOptions,
  watched: Watched,
): Promise<Finalized> {
  const { ecs, clock, runner, cancelled } = ports
  const { ending, rollout } = watched
  const { target } = plan.observed
  const state = { version: 1, target, taskDefinition: rollout.registered.arn } as const
  // What ECS rolls back already needs nobody to ask for it.
  const wanted = rollbackWanted(ending, policy) === 'rollback' && !rollout.rollingBack
  const { deploymentId, completedBefore } = rollout.tracked
  const wantedRollback = wanted ? { rollback: { deploymentId, completedBefore } } : {}

  const notices: Notice[] = []
  let scaledToZero = false
  if (plan.bump) {
    runner.saveState(stateName, serializeState({ ...state, bump: plan.bump, ...wantedRollback }))
    const patience = cancelled.aborted ? quickly : persistently
    const restored = await restoreDesiredCount(ecs, clock, target, plan.bump, state.taskDefinition, patience)
    notices.push(restored.notice)
    scaledToZero = restored.count === 0
    if (restored.done) runner.saveState(stateName, '')
  }
  if (!('rollback' in ending)) return { ending, scaledToZero, notices }
  if (!wanted) {
    const isAsked = watched.rollbackRequested && !rollout.rollingBack
    const rollback: RollbackStatus = isAsked ? { kind: 'rollback-requested' } : ending.rollback
    return { ending: { ...ending, rollback }, scaledToZero, notices }
  }

  runner.saveState(stateName, serializeState({ ...state, ...wantedRollback }))
  const rollback: RollbackStatus = await rollBack(ecs, clock, target, rollout.tracked, watched.stopped)
  runner.saveState(stateName, '')
  const told = 'why' in rollback ? { ...rollback, why: redact(rollback.why, secretsOfPlan(plan)) } : rollback
  return { ending: { ...ending, rollback: told }, scaledToZero, notices }
}

function rollbackWanted(
  ending: DeploymentResult | WatchInterruption,
  policy: WatchOptions,
): 'rollback' | 'leave' {
  if (ending.kind === 'timed-out') return policy.onTimeout === 'rollback' ? 'rollback' : 'leave'
  return ending.kind === 'cancelled' ? policy.onCancel : 'leave'
}
