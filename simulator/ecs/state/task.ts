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
  | 'InfrastructureHealth'
  | 'ServiceSchedulerInitiated'
  | 'SpotInterruption'
  | 'TaskFailedToStart'
  | 'TerminationNotice'
  | 'UserInitiated'

export type HealthStatus = 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN'

export type Container = {
  readonly definition: ContainerDefinition
  readonly arn: string
  readonly runtimeId: string
  imageDigest: string | undefined
  lastStatus: 'PENDING' | 'RUNNING' | 'STOPPED'
  health: HealthStatus
  exitCode: number | undefined
  reason: string | undefined
}

/** In one target group. */
export type Target = {
  readonly groupArn: string
  readonly containerName: string
  readonly port: number
  state: 'initial' | 'healthy' | 'unhealthy' | 'draining'
  passed: number
  failed: number
  /** Why the target is unhealthy. */
  reason: string | undefined
}

export type Task = {
  readonly id: string
  readonly arn: string
  readonly clusterArn: string
  readonly taskDefinition: TaskDefinition
  readonly group: string
  readonly startedBy: string | undefined
  readonly serviceArn: string | undefined
  /** Digits. */
  deploymentId: string | undefined
  readonly launchType: string
  /** Undefined on Fargate. */
  readonly containerInstanceArn: string | undefined
  readonly createdAt: number
  readonly containers: readonly Container[]
  readonly attributes: Document
  /** Undefined outside awsvpc. */
  readonly subnet: string | undefined
  tags: readonly Tag[]
  targets: Target[]
  lastStatus: LastStatus
  desiredStatus: 'RUNNING' | 'STOPPED'
  version: number
  connectivityAt: number | undefined
  pullStartedAt: number | undefined
  pullStoppedAt: number | undefined
  /** Times in Software count from here. */
  containersStartedAt: number | undefined
  startedAt: number | undefined
  stoppingAt: number | undefined
  executionStoppedAt: number | undefined
  stoppedAt: number | undefined
  stopCode: StopCode | undefined
  stoppedReason: string | undefined
  /** The 40 seconds without health checks are over. */
  presumedHealthy: boolean
  wasHealthy: boolean
  /** Scale-in protection (API_UpdateTaskProtection). */
  protectedUntil: number | undefined
  /** Its end was counted, or must not be. */
  counted: boolean
}

/** Also increments Task.version. */
export function setLastStatus(task: Task, status: Task['lastStatus']): void {
  task.lastStatus = status
  task.version += 1
}

/** Counts toward maximumPercent: PENDING, RUNNING or STOPPING (update-service-parameters). */
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

/** RUNNING with all health checks passed; without any, RUNNING for 40 seconds (DeploymentConfiguration). */
export function isHealthy(task: Task): boolean {
  if (task.lastStatus !== 'RUNNING' || !isDesiredRunning(task)) return false
  if (!hasHealthCheck(task)) return task.presumedHealthy
  return (
    task.targets.every(target => target.state === 'healthy') &&
    containersHealth(task) !== 'UNHEALTHY' &&
    !awaitsHealthChecks(task)
  )
}

/** The worst health of the essential containers with a health check (Task.healthStatus). */
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
