import type { DeploymentConfiguration } from './deployment-configuration.js'

export type ServiceDeploymentStatus =
  | 'PENDING'
  | 'IN_PROGRESS'
  | 'SUCCESSFUL'
  | 'STOPPED'
  | 'STOP_REQUESTED'
  | 'ROLLBACK_REQUESTED'
  | 'ROLLBACK_IN_PROGRESS'
  | 'ROLLBACK_SUCCESSFUL'
  | 'ROLLBACK_FAILED'

export type MonitorStatus = 'TRIGGERED' | 'MONITORING' | 'MONITORING_COMPLETE' | 'DISABLED'

export type RevisionCounts = {
  readonly digits: string
  readonly requested: number
  readonly running: number
  readonly pending: number
}

export type Rollback = {
  readonly reason: string
  readonly startedAt: number
  readonly revisionDigits: string
}

/** The newer of ECS's two views of a rollout; the older one is Deployment. Both carry the digits of the revision. */
export type ServiceDeployment = {
  readonly arn: string
  readonly createdAt: number
  /** From when ListServiceDeployments shows it. */
  readonly listedAt: number
  readonly targetDigits: string
  readonly sources: readonly RevisionCounts[]
  readonly configuration: DeploymentConfiguration
  startedAt?: number
  finishedAt?: number
  stoppedAt?: number
  updatedAt: number
  status: ServiceDeploymentStatus
  statusReason?: string
  rollback?: Rollback
  breakerStatus: MonitorStatus
  failureCount: number
  alarmStatus: MonitorStatus
  triggeredAlarms: readonly string[]
  /** The threshold and the counts as they were at the end: afterwards the answer is a snapshot. */
  finalThreshold?: number
  finalCounts?: RevisionCounts
}

export function isTerminal(deployment: ServiceDeployment): boolean {
  return ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'].includes(deployment.status)
}
