/**
 * After the watch: puts back what was changed for the rollout, first of all; then, where the user wants it and a fresh
 * look shows that the deployment is not well, asks ECS to roll it back. What is left undone when the process is killed
 * is in the saved state, for the post step.
 */
import type { Notice } from '../../core/errors/notice.js'
import type { Interruption } from '../../core/outcome/outcome.js'
import { save } from '../../core/outcome/saved-state.js'
import type { DeployPlan } from '../../core/plan/plan.js'
import { secretsOfPlan } from '../../core/plan/plan.js'
import { clean } from '../../core/task-definition/redact.js'
import type { Aftermath, Policy } from '../../core/watch/deployment-health.js'
import type { Ending } from '../../core/watch/evaluate.js'
import type { Ports } from '../../ports.js'
import type { Watched } from '../watch/watch.js'
import { hurried, patient, restoreDesiredCount } from './restore-desired-count.js'
import { rollBack } from './roll-back.js'

export const stateName = 'unfinished'

export interface Settled {
  readonly ending: Ending | Interruption
  /** a service that was woken up for the rollout wants no task again */
  readonly sleeps: boolean
  readonly notices: readonly Notice[]
}

export async function settle(
  ports: Pick<Ports, 'ecs' | 'clock' | 'runner' | 'cancelled'>,
  plan: DeployPlan,
  policy: Policy,
  watched: Watched,
): Promise<Settled> {
  const { ecs, clock, runner, cancelled } = ports
  const { ending, rollout } = watched
  const { target } = plan.observed
  const state = { version: 1, target, taskDefinition: rollout.registered.arn } as const
  // What ECS rolls back already needs nobody to ask for it.
  const wanted = wish(ending, policy) === 'rollback' && !rollout.rollingBack
  const { deploymentId, completedBefore } = rollout.tracked
  const rollback = wanted ? { rollback: { deploymentId, completedBefore } } : {}

  const notices: Notice[] = []
  let sleeps = false
  if (plan.bump) {
    runner.saveState(stateName, save({ ...state, bump: plan.bump, ...rollback }))
    const patience = cancelled.aborted ? hurried : patient
    const restored = await restoreDesiredCount(ecs, clock, target, plan.bump, state.taskDefinition, patience)
    notices.push(restored.notice)
    sleeps = restored.count === 0
    if (restored.done) runner.saveState(stateName, '')
  }
  if (!('aftermath' in ending)) return { ending, sleeps, notices }
  if (!wanted) {
    const isAsked = watched.rollbackRequested && !rollout.rollingBack
    const aftermath: Aftermath = isAsked ? { kind: 'rollback-requested' } : ending.aftermath
    return { ending: { ...ending, aftermath }, sleeps, notices }
  }

  runner.saveState(stateName, save({ ...state, ...rollback }))
  const aftermath: Aftermath = await rollBack(ecs, clock, target, rollout.tracked, watched.stopped)
  runner.saveState(stateName, '')
  const told =
    'why' in aftermath ? { ...aftermath, why: clean(aftermath.why, secretsOfPlan(plan)) } : aftermath
  return { ending: { ...ending, aftermath: told }, sleeps, notices }
}

function wish(ending: Ending | Interruption, policy: Policy): 'rollback' | 'leave' {
  if (ending.kind === 'timed-out') return policy.onTimeout === 'rollback' ? 'rollback' : 'leave'
  return ending.kind === 'cancelled' ? policy.onCancel : 'leave'
}
