import { successCriteria } from '../rules/success-criteria.js'
import type { Deployment, Service } from '../state/service.js'
import { isDesiredRunning, isHealthy } from '../state/task.js'
import type { World } from '../world.js'

/** All desired tasks are healthy, those of older revisions gone (early-success-criteria). */
export function isRolloutComplete(world: World, service: Service, primary: Deployment): boolean {
  const criteria = successCriteria(service.configuration, service.desiredCount)
  if (criteria.awaitsCleanup && !isCleanedUp(world, service, primary)) return false
  return isScaledUp(world, service, { primary, healthyTasks: criteria.healthyTasks })
}

function isCleanedUp(world: World, service: Service, primary: Deployment): boolean {
  const others = world
    .tasksOf(service)
    .filter(task => task.lastStatus !== 'STOPPED' && task.deploymentId !== primary.id)
  if (others.length === 0) return true
  const isRollback = service.serviceDeployments.some(({ status }) => status === 'ROLLBACK_IN_PROGRESS')
  const waitMs = isRollback ? Number.POSITIVE_INFINITY : world.settings.cleanupWaitMs
  const ends = others.map(({ stoppingAt = Number.POSITIVE_INFINITY }) => stoppingAt + waitMs)
  const end = Math.max(...ends)
  if (end > world.now && Number.isFinite(end)) world.scheduleRun(service, end - world.now)
  return end <= world.now
}

export function isScaledUp(
  world: World,
  service: Service,
  { primary, healthyTasks }: { primary: Deployment; healthyTasks: number },
): boolean {
  if (world.now < primary.beginsAt) return false
  const own = world
    .tasksOf(service)
    .filter(task => task.deploymentId === primary.id && isDesiredRunning(task))
  return own.length === service.desiredCount && own.filter(isHealthy).length >= healthyTasks
}
