import { countsForFailFast } from '../diagnosis/failure-group.js'
import type { Service } from '../ecs/service.js'
import { deploymentOf } from '../ecs/service.js'
import type { Task } from '../ecs/task.js'
import { endedAt, isFailed, isUp } from '../ecs/task.js'
import type { Tracked } from './tracked-deployment.js'

export interface DeploymentHealth {
  readonly tracked: Pick<Tracked, 'deploymentId'>
  readonly service: Service
  /** of the deployment */
  readonly stopped: readonly Task[]
  /** meant to run; undefined: not read */
  readonly running: readonly Task[] | undefined
}

/**
 * At least `after` tasks failed, and more than half of all that started. Slow tasks do not count, nor scaling, Spot
 * interruptions and failures that a rollback cannot help.
 */
export function shouldFailFast(
  health: DeploymentHealth,
  { after, now }: { readonly after: number; readonly now: number },
): boolean {
  if (after === 0) return false
  const { stopped } = health
  const failed = stopped.filter(task => isFailed(task) && countsForFailFast(task)).length
  const { alive, allUp } = taskPresence(health)
  // It may have recovered from earlier failures.
  const recovered = allUp && !hasRecentFailure(stopped, now)
  return failed >= after && failed * 2 > stopped.length + alive && !recovered
}

/** Either read can be the more recent one. */
export function taskPresence({ tracked, service, running = [] }: DeploymentHealth) {
  const wanted = service.desiredCount
  const ours = deploymentOf(service, tracked.deploymentId)
  const counted = ours !== undefined && ours.runningCount >= wanted && ours.pendingCount === 0
  const listed = running.length > 0 && running.length >= wanted && running.every(isUp)
  return {
    alive: Math.max((ours?.runningCount ?? 0) + (ours?.pendingCount ?? 0), running.length),
    allUp: counted || listed,
  }
}

/** In milliseconds. Older failures say nothing about the tasks that run now. */
const recentFailureWindow = 45_000

function hasRecentFailure(stopped: readonly Task[], now: number): boolean {
  return hasFailedWithin(recentFailureWindow, { stopped, now })
}

export function hasFailedWithin(
  window: number,
  { stopped, now }: { readonly stopped: readonly Task[]; readonly now: number },
): boolean {
  return stopped.filter(isFailed).some(task => now - (endedAt(task) ?? now) < window)
}

/**
 * ECS rolls back to a deployment that had COMPLETED. Without one, a stop would leave the service without tasks.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export function hasRollbackTarget(tracked: Pick<Tracked, 'completedBefore'>): boolean {
  return tracked.completedBefore
}
