import { breakerThreshold } from '../rules/breaker-threshold.js'
import type { Service } from '../state/service.js'
import {
  isTerminal,
  type RevisionCounts,
  type ServiceDeployment,
  type ServiceDeploymentStatus,
} from '../state/service-deployment.js'
import { isPending, isRunning } from '../state/task.js'
import type { World } from '../world.js'

type Terminal = Extract<
  ServiceDeploymentStatus,
  'SUCCESSFUL' | 'STOPPED' | 'ROLLBACK_SUCCESSFUL' | 'ROLLBACK_FAILED'
>

/** Freezes the counts. */
export function finish(
  world: World,
  service: Service,
  {
    deployment,
    status,
    reason,
  }: { deployment: ServiceDeployment; status: Terminal; reason?: string | undefined },
): void {
  if (isTerminal(deployment)) return
  deployment.status = status
  deployment.updatedAt = world.now
  deployment.finishedAt = world.now
  if (status === 'STOPPED') deployment.stoppedAt = world.now
  if (reason !== undefined) deployment.statusReason = reason
  if (deployment.breakerStatus === 'MONITORING') deployment.breakerStatus = 'MONITORING_COMPLETE'
  if (deployment.alarmStatus === 'MONITORING') deployment.alarmStatus = 'MONITORING_COMPLETE'
  deployment.finalThreshold = thresholdOf(service, deployment)
  deployment.finalCounts = countRevision(world, service, deployment.targetDigits)
}

export function thresholdOf(service: Service, deployment: ServiceDeployment): number {
  const { thresholdConfiguration } = deployment.configuration.deploymentCircuitBreaker
  return deployment.finalThreshold ?? breakerThreshold(thresholdConfiguration, service.desiredCount)
}

export function countRevision(world: World, service: Service, digits: string): RevisionCounts {
  const deployment = service.deployments.find(({ revision }) => revision.digits === digits)
  const tasks = world.tasksOf(service).filter(task => task.deploymentId === deployment?.id)
  return {
    digits,
    requested: deployment?.desiredCount ?? 0,
    running: tasks.filter(isRunning).length,
    pending: tasks.filter(isPending).length,
  }
}
