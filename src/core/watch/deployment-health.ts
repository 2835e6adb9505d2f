/**
 * What we do about a deployment ourselves, beside watching it: stop it when it is doomed, when the wait is over, or
 * when the workflow is cancelled. Decided from what was seen, and never against a deployment that is well.
 */

import { countsForFailFast } from '../diagnosis/failure-group.js'
import type { Service } from '../ecs/service.js'
import { deploymentOf } from '../ecs/service.js'
import type { Task } from '../ecs/task.js'
import { endedAt, isFailed, isUp } from '../ecs/task.js'
import type { Tracked } from './tracked-deployment.js'

/** What is known of a deployment at one moment. */
export interface DeploymentHealth {
  readonly tracked: Pick<Tracked, 'deploymentId'>
  readonly service: Service
  /** tasks of the deployment that were seen to stop */
  readonly stopped: readonly Task[]
  /** tasks of the deployment that are meant to run; absent where they were not read */
  readonly running: readonly Task[] | undefined
}

/**
 * Whether at least `after` of the deployment's tasks have failed and they are more than half of all that it started.
 * Slow is not failed: only tasks that ended by a failure count. A task that found no capacity does not (a rollback
 * would not find more), nor one that scaling or a Spot interruption stopped.
 */
export function shouldFailFast(health: DeploymentHealth, after: number, now: number): boolean {
  if (after === 0) return false
  const { stopped } = health
  const failed = stopped.filter(task => isFailed(task) && countsForFailFast(task)).length
  const { alive, allUp } = taskPresence(health)
  // Whatever failed before: with all tasks up and no failure for a while it may have come round.
  const recovered = allUp && !hasRecentFailure(stopped, now)
  return failed >= after && failed * 2 > stopped.length + alive && !recovered
}

/**
 * How many tasks of the deployment are there, and whether they are all that the service wants. What the service shows
 * can be older than what its tasks show: what either of the two has seen counts.
 */
function taskPresence({ tracked, service, running = [] }: DeploymentHealth) {
  const wanted = service.desiredCount
  const ours = deploymentOf(service, tracked.deploymentId)
  const counted = ours !== undefined && ours.runningCount >= wanted && ours.pendingCount === 0
  const seen = running.length > 0 && running.length >= wanted && running.every(isUp)
  return {
    alive: Math.max((ours?.runningCount ?? 0) + (ours?.pendingCount ?? 0), running.length),
    allUp: counted || seen,
  }
}

/** Failures longer ago than this, in milliseconds, say nothing about the tasks that run now. */
const recentFailureWindow = 45_000

function hasRecentFailure(stopped: readonly Task[], now: number): boolean {
  return stopped.filter(isFailed).some(task => now - (endedAt(task) ?? now) < recentFailureWindow)
}

/**
 * Whether ECS calls the deployment completed, or every task that the service wants is up and none of the deployment's
 * tasks has failed. Such a deployment is never rolled back by us: what is left may be old tasks that drain slowly, or a
 * bake time.
 */
export function isHealthy(health: DeploymentHealth): boolean {
  const { tracked, service, stopped, running } = health
  const ours = deploymentOf(service, tracked.deploymentId)
  if (ours?.rolloutState === 'COMPLETED') return true
  if (!taskPresence(health).allUp) return false
  return !stopped.some(isFailed) && (ours?.failedTasks ?? 0) === 0 && (running?.every(isUp) ?? true)
}

/**
 * Whether ECS has something to go back to: a deployment from before ours that had COMPLETED. Stopping one that has not
 * leaves the service with nothing.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export function hasRollbackTarget(tracked: Pick<Tracked, 'completedBefore'>): boolean {
  return tracked.completedBefore
}
