/** Whether a deployment is healthy, fails or can be rolled back: decides whether we stop it ourselves. */

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
  /** tasks of the deployment that stopped */
  readonly stopped: readonly Task[]
  /** tasks of the deployment that are meant to run; undefined if they were not read */
  readonly running: readonly Task[] | undefined
}

/**
 * Whether at least `after` of the deployment's tasks have failed, and more than half of all that it started. Slow tasks
 * do not count, nor tasks stopped by scaling or a Spot interruption, nor those of a class that a rollback cannot help.
 */
export function shouldFailFast(
  health: DeploymentHealth,
  { after, now }: { readonly after: number; readonly now: number },
): boolean {
  if (after === 0) return false
  const { stopped } = health
  const failed = stopped.filter(task => isFailed(task) && countsForFailFast(task)).length
  const { alive, allUp } = taskPresence(health)
  // With all tasks up and no failure for a while, it may have recovered from earlier ones.
  const recovered = allUp && !hasRecentFailure(stopped, now)
  return failed >= after && failed * 2 > stopped.length + alive && !recovered
}

/** How many tasks the deployment has, and whether all that the service wants are up, by the more recent of two reads. */
function taskPresence({ tracked, service, running = [] }: DeploymentHealth) {
  const wanted = service.desiredCount
  const ours = deploymentOf(service, tracked.deploymentId)
  const counted = ours !== undefined && ours.runningCount >= wanted && ours.pendingCount === 0
  const listed = running.length > 0 && running.length >= wanted && running.every(isUp)
  return {
    alive: Math.max((ours?.runningCount ?? 0) + (ours?.pendingCount ?? 0), running.length),
    allUp: counted || listed,
  }
}

/** Failures longer ago than this, in milliseconds, say nothing about the tasks that are running now. */
const recentFailureWindow = 45_000

function hasRecentFailure(stopped: readonly Task[], now: number): boolean {
  return stopped.filter(isFailed).some(task => now - (endedAt(task) ?? now) < recentFailureWindow)
}

/**
 * Whether ECS calls the deployment completed, or all its tasks are up and none has failed. We never roll back such a
 * deployment: it may only wait for old tasks to drain, or for the end of its bake time.
 */
export function isHealthy(health: DeploymentHealth): boolean {
  const { tracked, service, stopped, running } = health
  const ours = deploymentOf(service, tracked.deploymentId)
  if (ours?.rolloutState === 'COMPLETED') return true
  if (!taskPresence(health).allUp) return false
  return !stopped.some(isFailed) && (ours?.failedTasks ?? 0) === 0 && (running?.every(isUp) ?? true)
}

/**
 * Whether ECS can roll back, to a deployment that had COMPLETED before ours. Without one, a stop would leave the service
 * without tasks.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export function hasRollbackTarget(tracked: Pick<Tracked, 'completedBefore'>): boolean {
  return tracked.completedBefore
}
