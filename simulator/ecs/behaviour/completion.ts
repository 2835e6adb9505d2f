import { successCriteria } from '../rules/success-criteria.js'
import { type Deployment, primaryOf, type Service, serviceDeploymentOf } from '../state/service.js'
import type { ServiceDeployment } from '../state/service-deployment.js'
import { isHealthy, isWanted } from '../state/task.js'
import type { World } from '../world.js'
import { completed } from './rollout-texts.js'
import { finish } from './service-deployment-life.js'
import { tell } from './service-events.js'

/** Sees whether the PRIMARY deployment is through, forwards or back, and drops what it has replaced. */
export function followRollout(world: World, service: Service): void {
  dropSuperseded(world, service)
  const primary = primaryOf(service)
  if (primary.rolloutState !== 'IN_PROGRESS' || primary.completing || !isThrough(world, service, primary))
    return
  const rollback = service.serviceDeployments.findLast(({ status }) => status === 'ROLLBACK_IN_PROGRESS')
  if (rollback !== undefined) {
    complete(world, service, primary)
    finish(world, service, rollback, 'ROLLBACK_SUCCESSFUL', rollback.rollback?.reason)
    return
  }
  const own = serviceDeploymentOf(service, primary.id)
  if (isBaking(world, service, { primary, own })) return
  if (own !== undefined) finish(world, service, own, 'SUCCESSFUL')
  primary.completing = true
  world.after(world.settings.completedLagMs, () => completeLater(world, service, primary))
}

/** Bake time starts when everything else is through; a deployment without alarms bakes only where it is told to. */
function isBaking(
  world: World,
  service: Service,
  { primary, own }: { primary: Deployment; own: ServiceDeployment | undefined },
): boolean {
  if (primary.bakesUntil === undefined) {
    const watched = own?.alarmStatus === 'MONITORING' ? world.settings.defaultBakeMs : 0
    primary.bakesUntil = world.now + (service.configuration.bakeTimeInMinutes * 60_000 || watched)
  }
  if (world.now >= primary.bakesUntil) return false
  world.wake(service, primary.bakesUntil - world.now)
  return true
}

/** 100 % of the desired count running and healthy, and the tasks of the older revisions gone (early-success-criteria). */
function isThrough(world: World, service: Service, primary: Deployment): boolean {
  if (world.now < primary.beginsAt) return false
  const alive = world.tasksOf(service).filter(task => task.lastStatus !== 'STOPPED')
  const own = alive.filter(task => task.deploymentId === primary.id && isWanted(task))
  const others = alive.filter(task => task.deploymentId !== primary.id)
  const criteria = successCriteria(service.configuration, service.desiredCount)
  if (criteria.awaitsCleanup && others.length > 0) return false
  return own.length === service.desiredCount && own.filter(isHealthy).length >= criteria.healthyTasks
}

/** The classic view follows a little later, and by then a newer deployment may be the PRIMARY. */
function completeLater(world: World, service: Service, deployment: Deployment): void {
  if (!deployment.completing || !service.deployments.includes(deployment)) return
  if (deployment.status === 'PRIMARY') {
    complete(world, service, deployment)
    world.wake(service, 1)
    return
  }
  deployment.completing = false
  markCompleted(world, deployment)
}

function complete(world: World, service: Service, deployment: Deployment): void {
  deployment.desiredCount = service.desiredCount
  markCompleted(world, deployment)
  deployment.completing = false
  service.deployments = service.deployments.filter(
    other => other === deployment || hasTasks(world, service, other),
  )
  tell(world, service, `(deployment ecs-svc/${deployment.id}) deployment completed.`)
}

function markCompleted(world: World, deployment: Deployment): void {
  deployment.rolloutState = 'COMPLETED'
  deployment.rolloutStateReason = completed(deployment.id)
  deployment.updatedAt = world.now
}

/** What has no task left goes, but for what a rollback could go back to or is coming back from. */
function dropSuperseded(world: World, service: Service): void {
  const inRollback = service.serviceDeployments.find(
    ({ status }: ServiceDeployment) => status === 'ROLLBACK_IN_PROGRESS',
  )
  service.deployments = service.deployments.filter(deployment => {
    if (deployment.status === 'PRIMARY' || deployment.completing) return true
    if (deployment.rolloutState === 'COMPLETED' && primaryOf(service).rolloutState !== 'COMPLETED')
      return true
    return deployment.id === inRollback?.targetDigits || hasTasks(world, service, deployment)
  })
}

function hasTasks(world: World, service: Service, deployment: Deployment): boolean {
  return world
    .tasksOf(service)
    .some(task => task.deploymentId === deployment.id && task.lastStatus !== 'STOPPED')
}
