import type { LifecycleStage } from '../rules/lifecycle-stages.js'
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

/** One run of a lifecycle hook. */
export type HookRun = {
  readonly hookId: string
  readonly targetType: 'AWS_LAMBDA' | 'PAUSE'
  readonly targetArn?: string
  readonly stage: LifecycleStage
  status: 'AWAITING_ACTION' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT'
  readonly expiresAt?: number
  readonly timeoutAction?: 'ROLLBACK' | 'CONTINUE'
}

/** Where a deployment with lifecycle stages is. */
export type Lifecycle = {
  readonly stage: LifecycleStage
  /** How many steps of the traffic shift are done. */
  step: number
  /** When a stage that takes time is over. */
  overAt?: number
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
  lifecycle?: Lifecycle
  readonly hooks: HookRun[]
  /** Percent of the traffic that was asked for on the new revision. */
  productionWeight: number
  testWeight: number
  alarmStatus: MonitorStatus
  triggeredAlarms: readonly string[]
  /** The threshold and the counts as they were at the end: afterwards the answer is a snapshot. */
  finalThreshold?: number
  finalCounts?: RevisionCounts
}

export function isTerminal(deployment: ServiceDeployment): boolean {
  return ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'].includes(deployment.status)
}
