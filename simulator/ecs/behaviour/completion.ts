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
  if (own !== undefined) finish(world, service, own, 'SUCCESSFUL')
  primary.completing = true
  world.after(world.settings.completedLagMs, () => completeLater(world, service, primary))
}

/** 100 % of the desired count running and healthy, and the tasks of the older revisions gone (early-success-criteria). */
function isThrough(world: World, service: Service, primary: Deployment): boolean {
  if (world.now < primary.beginsAt) return false
  const alive = world.tasksOf(service).filter(task => task.lastStatus !== 'STOPPED')
  const own = alive.filter(task => task.deploymentId === primary.id && isWanted(task))
  const others = alive.filter(task => task.deploymentId !== primary.id)
  return others.length === 0 && own.length === service.desiredCount && own.every(isHealthy)
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
  service.deployments = [deployment]
  tell(world, service, `(deployment ecs-svc/${deployment.id}) deployment completed.`)
}

function markCompleted(world: World, deployment: Deployment): void {
  deployment.rolloutState = 'COMPLETED'
  deployment.rolloutStateReason = completed(deployment.id)
  deployment.updatedAt = world.now
}

/** A deployment that never completed and has no task left goes, unless its own rollback is still to be seen through. */
function dropSuperseded(world: World, service: Service): void {
  const inRollback = service.serviceDeployments.find(
    ({ status }: ServiceDeployment) => status === 'ROLLBACK_IN_PROGRESS',
  )
  service.deployments = service.deployments.filter(deployment => {
    if (deployment.status === 'PRIMARY' || deployment.rolloutState === 'COMPLETED' || deployment.completing)
      return true
    if (deployment.id === inRollback?.targetDigits) return true
    const isAlive = world
      .tasksOf(service)
      .some(task => task.deploymentId === deployment.id && task.lastStatus !== 'STOPPED')
    return isAlive
  })
}
