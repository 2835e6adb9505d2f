/** From ListServiceDeployments and DescribeServiceDeployments. */
export interface ServiceDeployment {
  readonly arn: string
  /** see `stageOf`; there is no FAILED */
  readonly status: string
  readonly statusReason: string | undefined
  /** same digits as the classic deployment id */
  readonly targetRevisionArn: string | undefined
  readonly createdAt: number | undefined
  readonly finishedAt: number | undefined
  readonly breaker: BreakerCount | undefined
  readonly rollback:
    | {
        readonly reason: string | undefined
        readonly revisionArn: string | undefined
        readonly startedAt: number | undefined
      }
    | undefined
  readonly triggeredAlarms: readonly string[]
  /** if traffic shifts: SCALE_UP, TEST_TRAFFIC_SHIFT, BAKE_TIME … */
  readonly lifecycleStage: string | undefined
  readonly hooks: readonly Hook[]
  /** percent of production traffic for the new revision */
  readonly trafficWeight: number | undefined
}

/** Used if ECS does not name triggered alarms. */
export const unnamedAlarm = '(not named)'

export interface ServiceRevision {
  readonly arn: string
  readonly taskDefinition: string
  readonly images: readonly RanImage[]
}

export interface RanImage {
  readonly container: string
  readonly image: string
  readonly digest: string | undefined
}

/** A Lambda function, or a pause that a person ends. */
export interface Hook {
  readonly id: string
  readonly targetType: string
  readonly targetArn: string | undefined
  /** AWAITING_ACTION, IN_PROGRESS, SUCCEEDED, FAILED or TIMED_OUT */
  readonly status: string
  readonly expiresAt: number | undefined
  /** at `expiresAt`: ROLLBACK or CONTINUE */
  readonly timeoutAction: string | undefined
}

export interface BreakerCount {
  /** MONITORING, TRIGGERED, MONITORING_COMPLETE or DISABLED */
  readonly status: string
  readonly failures: number
  readonly threshold: number
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html */
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

/** No deployment had ever COMPLETED. */
export function hasNoRollbackTarget(reason: string | undefined): boolean {
  return /^No rollback candidate was found/.test(reason ?? '')
}

/** An unknown status counts as ongoing. */
export function stageOf(deployment: Pick<ServiceDeployment, 'status'>): DeploymentStage {
  return stages[deployment.status] ?? 'ongoing'
}

/** ECS has decided it. */
export function isOver(deployment: Pick<ServiceDeployment, 'status'>): boolean {
  const stage = stageOf(deployment)
  return stage !== 'ongoing' && stage !== 'stopping' && stage !== 'rolling-back'
}

/** The pause hook that a person has to end; the first of several. */
export function waitingPause({ hooks }: Pick<ServiceDeployment, 'hooks'>): Hook | undefined {
  return hooks.find(({ status, targetType }) => status === 'AWAITING_ACTION' && targetType === 'PAUSE')
}
