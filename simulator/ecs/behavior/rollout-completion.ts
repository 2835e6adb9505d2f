import { type Deployment, primaryOf, type Service, serviceDeploymentOf } from '../state/service.js'
import type { ServiceDeployment } from '../state/service-deployment.js'
import type { World } from '../world.js'
import { completed } from './rollout-messages.js'
import { isRolloutComplete } from './rollout-progress.js'
import { finish } from './service-deployment-status.js'
import { addEvent } from './service-events.js'

export function completeRollout(world: World, service: Service): void {
  dropSuperseded(world, service)
  const primary = primaryOf(service)
  if (
    primary.rolloutState !== 'IN_PROGRESS' ||
    primary.completing ||
    !isRolloutComplete(world, service, primary)
  )
    return
  const rollback = service.serviceDeployments.findLast(({ status }) => status === 'ROLLBACK_IN_PROGRESS')
  if (rollback !== undefined) {
    complete(world, service, primary)
    finish(world, service, {
      deployment: rollback,
      status: 'ROLLBACK_SUCCESSFUL',
      reason: rollback.rollback?.reason,
    })
    return
  }
  const own = serviceDeploymentOf(service, primary.id)
  if (isBaking(world, service, { primary, own })) return
  if (own !== undefined) finish(world, service, { deployment: own, status: 'SUCCESSFUL' })
  primary.completing = true
  world.after(world.settings.completedLagMs, () => completeLater(world, service, primary))
}

/** Starts when everything else is done; without alarms only if it is configured. */
function isBaking(
  world: World,
  service: Service,
  { primary, own }: { primary: Deployment; own: ServiceDeployment | undefined },
): boolean {
  if (primary.bakesUntil === undefined) {
    const watched = own?.alarmStatus === 'MONITORING' ? world.settings.defaultBakeMs : 0
    // With traffic shifting, bake time is a stage before the cleanup.
    const isRolling = service.configuration.strategy === 'ROLLING'
    const bakes = service.configuration.bakeTimeInMinutes * 60_000 || watched
    primary.bakesUntil = world.now + (isRolling ? bakes : 0)
  }
  if (world.now >= primary.bakesUntil) return false
  world.scheduleRun(service, primary.bakesUntil - world.now)
  return true
}

/** Service.deployments lags; by then a newer deployment may be PRIMARY. */
function completeLater(world: World, service: Service, deployment: Deployment): void {
  if (!deployment.completing || !service.deployments.includes(deployment)) return
  if (deployment.status === 'PRIMARY') {
    complete(world, service, deployment)
    world.scheduleRun(service, 1)
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
  addEvent(world, service, `(deployment ecs-svc/${deployment.id}) deployment completed.`)
}

function markCompleted(world: World, deployment: Deployment): void {
  deployment.rolloutState = 'COMPLETED'
  deployment.everCompleted = true
  deployment.rolloutStateReason = completed(deployment.id)
  deployment.updatedAt = world.now
}

/** Keeps the source and the candidate of a rollback. */
function dropSuperseded(world: World, service: Service): void {
  const rollback = service.serviceDeployments.find(
    ({ status }: ServiceDeployment) => status === 'ROLLBACK_IN_PROGRESS',
  )
  service.deployments = service.deployments.filter(deployment => {
    if (deployment.status === 'PRIMARY' || deployment.completing) return true
    if (deployment.rolloutState === 'COMPLETED' && primaryOf(service).rolloutState !== 'COMPLETED')
      return true
    return deployment.id === rollback?.targetDigits || hasTasks(world, service, deployment)
  })
}

function hasTasks(world: World, service: Service, deployment: Deployment): boolean {
  return world
    .tasksOf(service)
    .some(task => task.deploymentId === deployment.id && task.lastStatus !== 'STOPPED')
}
