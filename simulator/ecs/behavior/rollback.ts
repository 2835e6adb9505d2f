import {
  type Deployment,
  olderThanPrimary,
  primaryOf,
  type Service,
  serviceDeploymentOf,
} from '../state/service.js'
import type { ServiceDeployment } from '../state/service-deployment.js'
import type { World } from '../world.js'
import {
  type Cause,
  failedEvent,
  failedReason,
  inProgress,
  noCandidate,
  rolledBackReason,
  rollingBackReason,
} from './rollout-messages.js'
import { finish } from './service-deployment-status.js'
import { addEvent, addUnprefixedEvent } from './service-events.js'

/** From STOP_REQUESTED to STOPPED. */
const stoppingMs = 5_000

/** A failed deployment starts no more tasks; the settings decide about the rollback. */
export function trip(world: World, service: Service, cause: Cause): void {
  const failed = primaryOf(service)
  const serviceDeployment = serviceDeploymentOf(service, failed.id)
  fail(world, failed, failedReason(cause))
  addEvent(world, service, failedEvent(cause, failed.id))
  if (serviceDeployment === undefined) return
  if (cause.kind === 'circuit-breaker') serviceDeployment.breakerStatus = 'TRIGGERED'
  if (rollsBack(serviceDeployment, cause)) {
    rollBack(world, service, { failed, serviceDeployment, cause })
    return
  }
  serviceDeployment.status = 'STOP_REQUESTED'
  serviceDeployment.updatedAt = world.now
  world.after(stoppingMs, () => finish(world, service, { deployment: serviceDeployment, status: 'STOPPED' }))
}

function rollsBack({ configuration }: ServiceDeployment, cause: Cause): boolean {
  switch (cause.kind) {
    case 'circuit-breaker':
      return configuration.deploymentCircuitBreaker.rollback
    case 'alarm':
      return configuration.alarms.rollback
    case 'user':
    case 'hook':
      return true
  }
}

function fail(world: World, deployment: Deployment, reason: string): void {
  deployment.rolloutState = 'FAILED'
  deployment.failedAt = world.now
  deployment.rolloutStateReason = reason
  deployment.updatedAt = world.now
}

function rollBack(
  world: World,
  service: Service,
  {
    failed,
    serviceDeployment,
    cause,
  }: { failed: Deployment; serviceDeployment: ServiceDeployment; cause: Cause },
): void {
  const reason = rolledBackReason(cause)
  const candidate = olderThanPrimary(service).find(({ rolloutState }) => rolloutState === 'COMPLETED')
  if (candidate === undefined) {
    serviceDeployment.rollback = { reason, startedAt: world.now, revisionDigits: failed.id }
    finish(world, service, {
      deployment: serviceDeployment,
      status: 'ROLLBACK_FAILED',
      reason: noCandidate,
    })
    const id = serviceDeployment.arn.slice(serviceDeployment.arn.lastIndexOf('/') + 1)
    addUnprefixedEvent(world, service, `Deployment [${id}] rollback has failed. ${noCandidate}`)
    return
  }
  const revived = revive(world, service, { candidate, cause })
  failed.status = 'ACTIVE'
  failed.desiredCount = 0
  service.deployments.unshift(revived)
  service.loadBalancers = revived.revision.loadBalancers
  serviceDeployment.status = 'ROLLBACK_IN_PROGRESS'
  serviceDeployment.productionWeight = 0
  serviceDeployment.testWeight = 0
  serviceDeployment.updatedAt = world.now
  serviceDeployment.rollback = { reason, startedAt: world.now, revisionDigits: revived.revision.digits }
  addEvent(world, service, `rolling back to deployment ecs-svc/${revived.id}.`)
  world.scheduleRun(service)
}

/** The last completed deployment becomes PRIMARY again under its old id. */
function revive(
  world: World,
  service: Service,
  { candidate, cause }: { candidate: Deployment; cause: Cause },
): Deployment {
  const { rollbackNewId, rollbackReasonFullStop, rollbackResetsCreatedAt } = world.settings
  const id = rollbackNewId ? world.random.revisionDigits() : candidate.id
  for (const task of world.tasksOf(service)) {
    if (task.deploymentId === candidate.id) task.deploymentId = id
  }
  service.deployments = service.deployments.filter(deployment => deployment !== candidate)
  return {
    ...candidate,
    id,
    status: 'PRIMARY',
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason:
      cause.kind === 'user'
        ? inProgress(id)
        : rollingBackReason(cause, { id, fullStop: rollbackReasonFullStop }),
    failedTasks: 0,
    updatedAt: world.now,
    createdAt: rollbackResetsCreatedAt ? world.now : candidate.createdAt,
  }
}
