/**
 * After the watch: puts back what was changed for the rollout, first of all; then, where the user wants it and the
 * deployment is not well, asks ECS to roll it back. What is left undone when the process is killed is in the saved
 * state, for the post step.
 */
import { Fault } from '../core/fault.js'
import type { Notice } from '../core/notice.js'
import type { Interruption } from '../core/outcome.js'
import type { DeployPlan } from '../core/plan.js'
import { deploymentOf } from '../core/service.js'
import type { Aftermath, Policy, Standing } from '../core/settle.js'
import { hasRollbackTarget, isWell } from '../core/settle.js'
import { save, type Unfinished } from '../core/unfinished.js'
import type { Ending } from '../core/verdict.js'
import type { Ecs, Ports } from '../ports.js'
import { restoreDesiredCount } from './restore.js'
import { stopDeployment } from './stop.js'
import type { Watched } from './watch.js'

export const stateName = 'unfinished'

export interface Settled {
  readonly ending: Ending | Interruption
  readonly notices: readonly Notice[]
}

export async function settle(
  ports: Pick<Ports, 'ecs' | 'clock' | 'runner'>,
  plan: DeployPlan,
  policy: Policy,
  watched: Watched,
): Promise<Settled> {
  const { ecs, clock, runner } = ports
  const { target } = plan.observed
  const unfinished: Unfinished = { version: 1, target, taskDefinition: watched.rollout.registered.arn }
  const notices: Notice[] = []
  if (plan.bump) {
    notices.push(await restoreDesiredCount(ecs, clock, target, plan.bump, unfinished.taskDefinition))
    runner.saveState(stateName, '')
  }

  const { ending } = watched
  if (ending.kind !== 'timed-out' && ending.kind !== 'cancelled') return { ending, notices }
  const wanted = ending.kind === 'timed-out' ? policy.onTimeout : policy.onCancel
  if (wanted !== 'rollback') return { ending, notices }

  const arn = watched.rollout.serviceDeploymentArn ?? (await findNow(ecs, watched.standing))
  const aftermath = await rollBack(arn, watched.standing)
  return { ending: { ...ending, aftermath }, notices }

  async function rollBack(
    serviceDeploymentArn: string | undefined,
    standing: Standing | undefined,
  ): Promise<Aftermath> {
    const why = whyNot(serviceDeploymentArn, standing)
    if (why !== undefined || serviceDeploymentArn === undefined)
      return { kind: 'rollback-not-sent', why: why ?? '' }
    runner.saveState(stateName, save({ ...unfinished, rollback: { serviceDeploymentArn } }))
    const result = await stopDeployment(ecs, clock, serviceDeploymentArn)
    runner.saveState(stateName, '')
    return result === 'stopped'
      ? { kind: 'rollback-requested' }
      : { kind: 'rollback-not-sent', why: result.why }
  }
}

/** A deployment that was interrupted moments after its start had not been looked for yet. */
async function findNow(ecs: Ecs, standing: Standing | undefined): Promise<string | undefined> {
  if (!standing) return undefined
  const { tracked, service } = standing
  try {
    const target = { cluster: service.clusterArn, service: service.arn }
    return await ecs.findServiceDeployment(target, tracked.deploymentId)
  } catch (fault) {
    if (fault instanceof Fault) return undefined
    throw fault
  }
}

function whyNot(arn: string | undefined, standing: Standing | undefined): string | undefined {
  if (arn === undefined || standing === undefined) return 'its service deployment was not found'
  if (isWell(standing)) return 'all its tasks are up and none has failed'
  const { tracked, service } = standing
  if (deploymentOf(service, tracked.deploymentId)?.rolloutState === 'COMPLETED')
    return 'ECS does not stop what it has completed'
  return hasRollbackTarget(tracked) ? undefined : 'no earlier deployment had completed'
}
