/**
 * We never roll back a healthy deployment: it may only wait for old tasks to drain, or for the end of its bake time. That
 * all its tasks run does not make it healthy (docs/adr/0034).
 */
import { deploymentOf } from '../ecs/service.js'
import { isFailed, isUp, type Task } from '../ecs/task.js'
import { isReady, type TargetHealth } from '../resources/target-health.js'
import { type DeploymentHealth, hasFailedWithin, taskPresence } from './deployment-health.js'
import { quietFor } from './pace.js'

export interface HealthEvidence {
  /** of each target group of the service; undefined: not readable */
  readonly targets: readonly (readonly TargetHealth[] | undefined)[]
  /** some container has a health check */
  readonly checksContainers: boolean
}

export type RollbackHealth = 'healthy' | 'not-healthy' | 'unknown'

/** All its tasks run and none has failed lately: only the health of containers and targets can say more. */
export function mayBeHealthy(health: DeploymentHealth, now: number): boolean {
  const { tracked, service, stopped, running } = health
  if (!taskPresence(health).allUp || running?.every(isUp) === false) return false
  const counted = deploymentOf(service, tracked.deploymentId)?.failedTasks ?? 0
  const isUnlisted = counted > 0 && !stopped.some(isFailed)
  return !isUnlisted && !hasFailedWithin(quietFor, { stopped, now })
}

/** For a deployment that may be healthy. */
export function rollbackHealth(
  { running, stopped }: Pick<DeploymentHealth, 'running' | 'stopped'>,
  { targets, checksContainers }: HealthEvidence,
): RollbackHealth {
  if (checksContainers && running?.some(({ healthStatus }) => healthStatus !== 'HEALTHY'))
    return 'not-healthy'
  const groups = targets.filter(group => group !== undefined)
  const hasFailed = stopped.some(isFailed) && !passContainerChecks(running)
  if (targets.length === 0) return hasFailed ? 'not-healthy' : 'healthy'
  if (groups.length < targets.length) return hasFailed ? 'not-healthy' : 'unknown'
  return areServed(running, groups) ? 'healthy' : 'not-healthy'
}

/** False without such checks: ECS then calls the health UNKNOWN. */
export function passContainerChecks(running: readonly Task[] = []): boolean {
  return running.length > 0 && running.every(({ healthStatus }) => healthStatus === 'HEALTHY')
}

/** Targets that are instances cannot be told from those of other deployments. */
function areServed(
  running: readonly Task[] | undefined,
  groups: readonly (readonly TargetHealth[])[],
): boolean {
  const addresses = running?.map(task => task.addresses ?? [])
  if (!addresses || addresses.some(own => own.length === 0)) {
    return !groups.flat().some(({ state }) => state === 'initial' || state === 'unhealthy')
  }
  return addresses.every(own => {
    const targets = groups.flat().filter(({ id }) => own.includes(id))
    return targets.length > 0 && targets.every(isReady)
  })
}
