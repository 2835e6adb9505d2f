import type { Document, Tag } from './document.js'
import type { ContainerDefinition, TaskDefinition } from './task-definition.js'

export type LastStatus =
  | 'PROVISIONING'
  | 'PENDING'
  | 'ACTIVATING'
  | 'RUNNING'
  | 'DEACTIVATING'
  | 'STOPPING'
  | 'DEPROVISIONING'
  | 'STOPPED'

export type StopCode =
  | 'EssentialContainerExited'
  | 'ServiceSchedulerInitiated'
  | 'SpotInterruption'
  | 'TaskFailedToStart'
  | 'UserInitiated'

export type HealthStatus = 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN'

export type Container = {
  readonly definition: ContainerDefinition
  readonly arn: string
  readonly runtimeId: string
  imageDigest?: string
  lastStatus: 'PENDING' | 'RUNNING' | 'STOPPED'
  health: HealthStatus
  exitCode?: number
  reason?: string
}

/** A task's registration in one target group. */
export type Target = {
  readonly groupArn: string
  readonly containerName: string
  readonly port: number
  state: 'initial' | 'healthy' | 'unhealthy' | 'draining'
  passed: number
  failed: number
  /** Why the load balancer calls the target unhealthy, in its own words. */
  reason?: string
}

export type Task = {
  readonly id: string
  readonly arn: string
  readonly clusterArn: string
  readonly taskDefinition: TaskDefinition
  readonly group: string
  readonly startedBy?: string
  readonly serviceArn?: string
  /** Digits of the deployment that the task counts for. */
  deploymentId?: string
  readonly launchType: string
  readonly createdAt: number
  readonly containers: readonly Container[]
  readonly attributes: Document
  /** Where its network interface is; a task in the network of its instance has none. */
  readonly subnet?: string
  tags: readonly Tag[]
  targets: Target[]
  lastStatus: LastStatus
  desiredStatus: 'RUNNING' | 'STOPPED'
  version: number
  connectivityAt?: number
  pullStartedAt?: number
  pullStoppedAt?: number
  /** When its containers were started; software counts its time from here. */
  containersStartedAt?: number
  startedAt?: number
  stoppingAt?: number
  executionStoppedAt?: number
  stoppedAt?: number
  stopCode?: StopCode
  stoppedReason?: string
  /** The 40 seconds after which a task without health checks counts as healthy are over. */
  presumedHealthy: boolean
  /** It was healthy at least once. */
  wasHealthy: boolean
  /** It was already counted against its deployment, or must never be. */
  counted: boolean
}

/** Its version says that it changed (Task.version). */
export function setLastStatus(task: Task, status: Task['lastStatus']): void {
  task.lastStatus = status
  task.version += 1
}

/** Tasks that take up room under maximumPercent: in the PENDING, RUNNING or STOPPING state (update-service-parameters). */
export function occupiesCapacity(task: Task): boolean {
  return task.lastStatus !== 'DEPROVISIONING' && task.lastStatus !== 'STOPPED'
}

export function isDesiredRunning(task: Task): boolean {
  return task.desiredStatus === 'RUNNING'
}

export function isRunning(task: Task): boolean {
  return task.lastStatus === 'RUNNING' || task.lastStatus === 'DEACTIVATING'
}

export function isPending(task: Task): boolean {
  return (
    task.lastStatus === 'PROVISIONING' || task.lastStatus === 'PENDING' || task.lastStatus === 'ACTIVATING'
  )
}

export function hasHealthCheck(task: Task): boolean {
  return (
    task.targets.length > 0 ||
    task.containers.some(container => container.definition.healthCheck !== undefined)
  )
}

/** RUNNING, and every health check that it has is passed; without one, RUNNING for 40 seconds (DeploymentConfiguration). */
export function isHealthy(task: Task): boolean {
  if (task.lastStatus !== 'RUNNING' || !isDesiredRunning(task)) return false
  if (!hasHealthCheck(task)) return task.presumedHealthy
  return (
    task.targets.every(target => target.state === 'healthy') &&
    containersHealth(task) !== 'UNHEALTHY' &&
    !awaitsHealthChecks(task)
  )
}

/** The health of a task is the worst of its essential containers that have a health check (Task.healthStatus). */
export function containersHealth(task: Task): HealthStatus {
  const checked = task.containers.filter(container => container.definition.healthCheck !== undefined)
  if (checked.some(container => container.health === 'UNHEALTHY')) return 'UNHEALTHY'
  if (checked.length > 0 && checked.every(container => container.health === 'HEALTHY')) return 'HEALTHY'
  return 'UNKNOWN'
}

function awaitsHealthChecks(task: Task): boolean {
  return (
    task.containers.some(container => container.definition.healthCheck !== undefined) &&
    containersHealth(task) === 'UNKNOWN'
  )
}
