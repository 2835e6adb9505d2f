/**
 * Whether a deployment that ECS calls completed is a success. ECS completes a rollout once its tasks are healthy; a
 * container that passes its health check and dies a minute later is completed, too, and is no success.
 */
import type { Task } from '../ecs/task.js'
import { endedAt, isFailed, isUp } from '../ecs/task.js'

/** A failure this recent, in milliseconds, may be the last turn of a loop: wait for this long without another. */
const quietFor = 120_000

/**
 * ECS counts a task without a health check as healthy after this long, in milliseconds. A deployment that completed
 * while the service wanted no task says nothing of one that was started since.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
const presumedHealthyAfter = 40_000

export type Confirmation =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'not-yet'; readonly reason: string }

/**
 * `running` are tasks of the deployment that are up, absent where they may not be read; `stopped` those that ended;
 * `completedAt` is when ECS completed it, where that is known.
 */
export function confirm(
  running: readonly Task[] | undefined,
  stopped: readonly Task[],
  now: number,
  completedAt?: number,
): Confirmation {
  if (running !== undefined && !running.some(isUp)) {
    return {
      kind: 'not-yet',
      reason: 'ECS calls the deployment completed, but none of its tasks is up',
    }
  }
  if (running !== undefined && !running.some(task => isUp(task) && isVerified(task, now, completedAt))) {
    return {
      kind: 'not-yet',
      reason: 'ECS calls the deployment completed, but its tasks have only just started',
    }
  }
  const failed = stopped.filter(isFailed)
  const recent = failed.some(task => now - (endedAt(task) ?? now) < quietFor)
  if (recent) {
    return {
      kind: 'not-yet',
      reason:
        'ECS calls the deployment completed, but a task of it failed moments ago: waiting for two quiet minutes',
    }
  }
  // Old tasks can drain for minutes, in which a loop has no new turn: what runs now has to outlive it.
  if (failed.length > 0 && running !== undefined && !running.some(task => isUp(task) && isOld(task, now))) {
    return {
      kind: 'not-yet',
      reason:
        'ECS calls the deployment completed, but tasks of it failed and none has been up for two minutes since',
    }
  }
  return { kind: 'confirmed' }
}

function isVerified({ healthStatus, startedAt }: Task, now: number, completedAt = 0): boolean {
  if (healthStatus === 'HEALTHY' || startedAt === undefined) return true
  return startedAt <= completedAt || now - startedAt >= presumedHealthyAfter
}

function isOld({ startedAt }: Task, now: number): boolean {
  return now - (startedAt ?? now) >= quietFor
}
