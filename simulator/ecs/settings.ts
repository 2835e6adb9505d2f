/**
 * Timing of this simulated ECS, and choices where AWS documents nothing. The durations are those of small
 * Fargate services behind an Application Load Balancer.
 */
export type Settings = {
  /** From UpdateService or CreateService to the first task start. */
  readonly rolloutStartMs: number
  /** From a change to the scheduler's reaction. */
  readonly schedulerMs: number
  readonly provisioningMs: number
  /** From container start to RUNNING; a container that exits before it never was RUNNING. */
  readonly activatingMs: number
  readonly deprovisioningMs: number
  /** How long a failing image pull is retried. */
  readonly pullRetriesMs: number
  /** From RUNNING until a task without health checks counts as healthy. */
  readonly presumedHealthyMs: number
  /** How long stopped tasks can be listed and described. */
  readonly stoppedTaskRetentionMs: number
  /** Delay until DescribeServices shows currentServiceDeployment. */
  readonly currentServiceDeploymentLagMs: number
  /** Minimum and maximum delay until ListServiceDeployments shows a new deployment. */
  readonly listLagMs: readonly [number, number]
  /** How long DescribeServices returns the state before an update. */
  readonly staleReadsMs: number
  /** How long a deployment that is being rolled back still reads IN_PROGRESS, as one capture shows. */
  readonly failedReadLagMs: number
  /** Delay from SUCCESSFUL to COMPLETED in Service.deployments. */
  readonly completedLagMs: number
  /** Bake time of a deployment with alarms if bakeTimeInMinutes is 0; AWS says "less than 5 minutes". */
  readonly defaultBakeMs: number
  /**
   * Whether an exit counts as a failure after the task was healthy, or after RUNNING without health checks.
   */
  readonly countExitAfterRunning: boolean
  /** If false, the circuit breaker counts and never acts, as seen with an image that cannot be pulled. */
  readonly breakerFires: boolean
  /** If true, a rollback gets a new deployment id. */
  readonly rollbackNewId: boolean
  /** Whether a rollback resets createdAt of the revived deployment. */
  readonly rollbackResetsCreatedAt: boolean
  /** Whether the reason "rolling back to deploymentId …" ends with a period. */
  readonly rollbackReasonFullStop: boolean
  /** Container instances, each with one task of a DAEMON service. */
  readonly daemonInstances: number
}

export const defaultSettings: Settings = {
  rolloutStartMs: 14_000,
  schedulerMs: 4_000,
  provisioningMs: 8_000,
  activatingMs: 3_000,
  deprovisioningMs: 14_000,
  pullRetriesMs: 110_000,
  presumedHealthyMs: 40_000,
  stoppedTaskRetentionMs: 3_600_000,
  currentServiceDeploymentLagMs: 2_000,
  listLagMs: [1_000, 3_000],
  staleReadsMs: 0,
  failedReadLagMs: 0,
  completedLagMs: 6_000,
  defaultBakeMs: 240_000,
  countExitAfterRunning: false,
  breakerFires: true,
  rollbackNewId: false,
  rollbackResetsCreatedAt: true,
  rollbackReasonFullStop: true,
  daemonInstances: 2,
}
