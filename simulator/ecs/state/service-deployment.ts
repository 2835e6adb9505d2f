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

export type HookRun = {
  readonly hookId: string
  readonly targetType: 'AWS_LAMBDA' | 'PAUSE'
  readonly targetArn: string | undefined
  readonly stage: LifecycleStage
  status: 'AWAITING_ACTION' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT'
  readonly expiresAt: number | undefined
  readonly timeoutAction: 'ROLLBACK' | 'CONTINUE' | undefined
}

export type Lifecycle = {
  readonly stage: LifecycleStage
  /** Completed steps of the traffic shift. */
  step: number
  overAt: number | undefined
}

/** The newer view of a rollout; Deployment is the older one. Both carry the digits of the revision. */
export type ServiceDeployment = {
  readonly arn: string
  readonly createdAt: number
  /** When ListServiceDeployments starts to show it. */
  readonly listedAt: number
  readonly targetDigits: string
  readonly sources: readonly RevisionCounts[]
  readonly configuration: DeploymentConfiguration
  startedAt: number | undefined
  finishedAt: number | undefined
  stoppedAt: number | undefined
  updatedAt: number
  status: ServiceDeploymentStatus
  statusReason: string | undefined
  rollback: Rollback | undefined
  breakerStatus: MonitorStatus
  failureCount: number
  lifecycle: Lifecycle | undefined
  readonly hooks: HookRun[]
  /** In percent. */
  productionWeight: number
  testWeight: number
  alarmStatus: MonitorStatus
  triggeredAlarms: readonly string[]
  /** Frozen when the deployment ends. */
  finalThreshold: number | undefined
  finalCounts: RevisionCounts | undefined
}

export function isTerminal(deployment: ServiceDeployment): boolean {
  return ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'].includes(deployment.status)
}
