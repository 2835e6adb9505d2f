import { startDelay } from '../rules/start-delay.js'
import { type Deployment, primaryOf, type Service, serviceDeploymentOf } from '../state/service.js'
import { containersHealth, hasHealthCheck, isDesiredRunning, isHealthy, type Task } from '../state/task.js'
import type { World } from '../world.js'
import { addDrainingEvents, loseTargets } from './load-balancing.js'
import { trip } from './rollback.js'
import { thresholdOf } from './service-deployment-status.js'
import { addEvent, nameTasks } from './service-events.js'
import { stopTask } from './task-stop.js'

/** Returns how many tasks of a completed deployment need replacement. */
export function evaluateTasks(world: World, service: Service): number {
  let replaced = 0
  loseTargets(world, service)
  for (const deployment of service.deployments.slice()) {
    const tasks = world.tasksOf(service).filter(task => task.deploymentId === deployment.id)
    for (const task of tasks) countStoppedTask(world, service, { deployment, task })
    replaced += stopUnhealthy(world, service, { deployment, tasks })
    for (const task of tasks) recordHealthy(service, deployment, task)
  }
  return replaced
}

function countStoppedTask(
  world: World,
  service: Service,
  { deployment, task }: { deployment: Deployment; task: Task },
): void {
  if (task.startedAt !== undefined && isDesiredRunning(task)) deployment.startFailures = 0
  if (task.counted || task.lastStatus !== 'STOPPED') return
  task.counted = true
  if (task.stopCode === 'TaskFailedToStart') {
    deployment.startFailures += 1
    delayStarts(world, service, deployment)
  }
  if (countsAsFailure(world, task) && countFailure(world, service, deployment))
    trip(world, service, { kind: 'circuit-breaker' })
}

/**
 * A failure is a task that does not reach RUNNING or fails a health check (deployment-circuit-breaker). An
 * exit after RUNNING is not documented; it counts until the health checks have passed.
 */
function countsAsFailure(world: World, task: Task): boolean {
  if (task.stopCode === 'TaskFailedToStart') return true
  if (task.stopCode !== 'EssentialContainerExited') return false
  if (task.startedAt === undefined) return true
  return (hasHealthCheck(task) && !task.wasHealthy) || world.settings.countExitAfterRunning
}

/** Delays grow while tasks go from PENDING to STOPPED (service-throttle-logic). */
function delayStarts(world: World, service: Service, deployment: Deployment): void {
  const delay = startDelay(deployment.startFailures)
  if (delay === 0) return
  if (deployment.startsFrom <= world.now)
    addEvent(world, service, 'is unable to consistently start tasks successfully.')
  deployment.startsFrom = world.now + delay
}

function stopUnhealthy(
  world: World,
  service: Service,
  { deployment, tasks }: { deployment: Deployment; tasks: readonly Task[] },
): number {
  // A FAILED deployment neither starts nor stops tasks (deployment-circuit-breaker).
  if (deployment.rolloutState === 'FAILED') return 0
  const stopped: Task[] = []
  let isFailed = false
  for (const task of tasks) {
    if (isFailed || !isDesiredRunning(task) || task.startedAt === undefined) continue
    const reason = reportUnhealthy(world, service, task)
    if (reason === undefined) continue
    task.counted = true
    stopTask(world, task, { code: 'ServiceSchedulerInitiated', reason })
    stopped.push(task)
    isFailed = countFailure(world, service, deployment)
  }
  if (stopped.length > 0) {
    addEvent(world, service, `has stopped ${stopped.length} running tasks: ${nameTasks(stopped)}.`)
    addDrainingEvents(world, service, { deploymentId: deployment.id, tasks: stopped })
  }
  if (isFailed) trip(world, service, { kind: 'circuit-breaker' })
  return deployment.rolloutState === 'COMPLETED' ? stopped.length : 0
}

/** Returns the reason to stop the task; undefined in the grace period. */
function reportUnhealthy(world: World, service: Service, task: Task): string | undefined {
  const target = task.targets.find(({ state }) => state === 'unhealthy')
  const hasFailedHealthCheck = containersHealth(task) === 'UNHEALTHY'
  if (target === undefined && !hasFailedHealthCheck) return undefined
  const graceEnds = (task.startedAt ?? world.now) + service.healthCheckGracePeriodSeconds * 1000
  if (world.now < graceEnds) {
    world.scheduleRun(service, graceEnds - world.now)
    return undefined
  }
  if (target === undefined) {
    addEvent(world, service, `(task ${task.id}) failed container health checks.`)
    return 'Task failed container health checks'
  }
  const groupText = `(target-group ${target.groupArn})`
  addEvent(
    world,
    service,
    `(task ${task.id}) (port ${target.port}) is unhealthy in ${groupText} due to (reason ${target.reason})`,
  )
  return `Task failed ELB health checks in ${groupText}`
}

function recordHealthy(service: Service, deployment: Deployment, task: Task): void {
  if (task.wasHealthy || !isHealthy(task)) return
  task.wasHealthy = true
  const serviceDeployment = serviceDeploymentOf(service, deployment.id)
  const { configuration } = serviceDeployment ?? service
  if (!configuration.deploymentCircuitBreaker.resetOnHealthyTask) return
  deployment.failedTasks = 0
  if (serviceDeployment?.status === 'IN_PROGRESS') serviceDeployment.failureCount = 0
}

/** True if the circuit breaker must act. */
function countFailure(world: World, service: Service, deployment: Deployment): boolean {
  const isRolling = deployment === primaryOf(service) && deployment.rolloutState === 'IN_PROGRESS'
  if (!isRolling || deployment.completing) return false
  deployment.failedTasks += 1
  deployment.updatedAt = world.now
  const serviceDeployment = serviceDeploymentOf(service, deployment.id)
  // The configuration at the deployment's start; AWS does not document which one applies.
  if (serviceDeployment?.status !== 'IN_PROGRESS' || serviceDeployment.breakerStatus !== 'MONITORING')
    return false
  serviceDeployment.failureCount += 1
  serviceDeployment.updatedAt = world.now
  return (
    world.settings.breakerFires && serviceDeployment.failureCount >= thresholdOf(service, serviceDeployment)
  )
}
