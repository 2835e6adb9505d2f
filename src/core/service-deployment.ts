/** The newer view of a rollout: ListServiceDeployments and DescribeServiceDeployments. */
export interface ServiceDeployment {
  readonly arn: string
  /** see `stageOf`; there is no FAILED among them */
  readonly status: string
  readonly statusReason?: string
  /** its digits are those of the classic deployment id */
  readonly targetRevisionArn?: string
  readonly createdAt?: number
  readonly finishedAt?: number
  readonly breaker?: BreakerCount
  readonly rollback?: { readonly reason?: string; readonly startedAt?: number; readonly revisionArn?: string }
  readonly triggeredAlarms: readonly string[]
}

export interface BreakerCount {
  /** MONITORING, TRIGGERED, MONITORING_COMPLETE or DISABLED */
  readonly status: string
  readonly failures: number
  readonly threshold: number
}

/**
 * What a status means for the one who waits.
 * Statuses and transitions: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html
 */
export type DeploymentStage =
  | 'ongoing'
  | 'stopping'
  | 'rolling-back'
  | 'successful'
  | 'stopped'
  | 'rolled-back'
  | 'rollback-failed'

const stages: Readonly<Record<string, DeploymentStage>> = {
  PENDING: 'ongoing',
  IN_PROGRESS: 'ongoing',
  STOP_REQUESTED: 'stopping',
  ROLLBACK_REQUESTED: 'rolling-back',
  ROLLBACK_IN_PROGRESS: 'rolling-back',
  SUCCESSFUL: 'successful',
  STOPPED: 'stopped',
  ROLLBACK_SUCCESSFUL: 'rolled-back',
  ROLLBACK_FAILED: 'rollback-failed',
}

/** A status that this release does not know counts as ongoing: it decides nothing. */
export function stageOf(deployment: ServiceDeployment): DeploymentStage {
  return stages[deployment.status] ?? 'ongoing'
}
