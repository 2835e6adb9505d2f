/**
 * Rolls our own undecided deployment back, after one more look at it: never when all its tasks run and none has failed,
 * when ECS has completed it, stops it already or has nothing to go back to, or when it cannot be seen. Bounded to a few
 * seconds, which is what a cancelled workflow has.
 */

import type { Service, Target } from '../../core/ecs/service.js'
import { deploymentOf } from '../../core/ecs/service.js'
import { type DeploymentStage, stageOf } from '../../core/ecs/service-deployment.js'
import type { Task } from '../../core/ecs/task.js'
import { ApiError, isTransient, unavailableReason } from '../../core/errors/api-error.js'
import type { RollbackStatus } from '../../core/watch/deployment-health.js'
import { hasRollbackTarget, isHealthy } from '../../core/watch/deployment-health.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type { Clock, Ecs } from '../../ports.js'
import { stopDeployment } from '../change/stop-deployment.js'

/** What has to be known of our deployment. */
type RollbackTarget = Pick<Tracked, 'deploymentId' | 'completedBefore'>

/** How often to look for the service deployment, which is listed seconds after its start, and the pause between. */
const looks = 4
const pause = 1_000

const unseen = 'it could not be seen'
const completed = 'ECS does not stop what it has completed'

/** `stopped` are tasks of the deployment that were seen to stop. */
export async function rollBack(
  ecs: Ecs,
  clock: Clock,
  target: Target,
  tracked: RollbackTarget,
  stopped: readonly Task[],
): Promise<RollbackStatus> {
  const [service, running] = await Promise.all([
    ifSeen(() => ecs.describeService(target, 'once')),
    ifSeen(() => readRunning(ecs, target, tracked.deploymentId)),
  ])
  if (!service || service === 'missing') return { kind: 'rollback-not-sent', why: unseen }
  const why = refusalReason(tracked, service, stopped, running)
  if (why) return { kind: 'rollback-not-sent', why }
  const found = await find(ecs, clock, target, tracked)
  if ('why' in found) return { kind: 'rollback-not-sent', why: found.why }
  const result = await stopDeployment(ecs, clock, found.arn)
  if (result === 'stopped') return { kind: 'rollback-requested' }
  return { kind: result.doubtful ? 'rollback-unconfirmed' : 'rollback-not-sent', why: result.why }
}

function refusalReason(
  tracked: RollbackTarget,
  service: Service,
  stopped: readonly Task[],
  running: readonly Task[] | undefined,
): string | undefined {
  const ours = deploymentOf(service, tracked.deploymentId)
  if (ours?.rolloutState === 'COMPLETED') return completed
  if (!ours && !running) return unseen
  if (isHealthy({ tracked, service, stopped, running })) {
    return 'all its tasks run and none has failed'
  }
  return hasRollbackTarget(tracked) ? undefined : 'no earlier deployment had completed'
}

/** What is asked of these has no effect: somebody's deployment has taken over, or ours went well. */
const alreadyEnded: Partial<Readonly<Record<DeploymentStage, string>>> = {
  stopping: 'ECS is stopping it already',
  stopped: 'ECS has stopped it already',
  successful: completed,
}

async function find(
  ecs: Ecs,
  clock: Clock,
  target: Target,
  tracked: RollbackTarget,
): Promise<{ readonly arn: string } | { readonly why: string }> {
  let why = 'its service deployment was not found'
  for (let poll = 0; poll < looks; poll++) {
    if (poll > 0) await clock.sleep(pause)
    try {
      const found = await ecs.findServiceDeployment(target, tracked.deploymentId)
      const ended = found && alreadyEnded[stageOf(found)]
      if (found) return ended ? { why: ended } : found
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      why = `its service deployment could not be read (${unavailableReason(error)})`
      if (!isTransient(error)) return { why }
    }
  }
  return { why }
}

async function readRunning(ecs: Ecs, target: Target, deploymentId: string): Promise<readonly Task[]> {
  const tasks = await ecs.describeTasks(target, await ecs.listTasks(target, { startedBy: deploymentId }))
  return tasks.filter(({ startedBy }) => startedBy === deploymentId)
}

async function ifSeen<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}
