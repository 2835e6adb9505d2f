/**
 * How quick this world's ECS is, and how it decides where AWS documents nothing.
 * The durations are those of small Fargate services behind an Application Load Balancer.
 */
export type Settings = {
  /** From UpdateService or CreateService to the first tasks being started. */
  readonly rolloutStartMs: number
  /** From a change to the service scheduler acting on it. */
  readonly schedulerMs: number
  readonly provisioningMs: number
  /** From the containers' start to the task's RUNNING; a container that exits within it never was RUNNING. */
  readonly activatingMs: number
  readonly deprovisioningMs: number
  /** How long a pull is retried before the task is given up. */
  readonly pullRetriesMs: number
  /** A task without any health check counts as healthy this long after RUNNING. */
  readonly presumedHealthyMs: number
  /** How long stopped tasks can still be listed and described. */
  readonly stoppedTaskRetentionMs: number
  /** DescribeServices shows a new deployment as currentServiceDeployment only after this. */
  readonly currentServiceDeploymentLagMs: number
  /** ListServiceDeployments shows a new deployment after a time between these two. */
  readonly listLagMs: readonly [number, number]
  /** DescribeServices keeps answering with the state before an update for this long. */
  readonly staleReadsMs: number
  /** A deployment that is being rolled back still reads IN_PROGRESS for this long, as one capture shows. */
  readonly failedReadLagMs: number
  /** A service deployment is SUCCESSFUL this long before the classic deployment reads COMPLETED. */
  readonly completedLagMs: number
  /** How long a deployment with alarms bakes where bakeTimeInMinutes is 0; AWS says "less than 5 minutes". */
  readonly defaultBakeMs: number
  /** Whether the exit of a task counts as a failure after it was healthy, or after RUNNING where it has no health check. */
  readonly countExitAfterRunning: boolean
  /** False: the circuit breaker counts and never acts, as seen with an image that cannot be pulled. */
  readonly breakerFires: boolean
  /** True: a rollback gets a new deployment id instead of reviving the old one. */
  readonly rollbackNewId: boolean
  /** Whether the revived deployment's createdAt is the start of the rollback. */
  readonly rollbackResetsCreatedAt: boolean
  /** Whether the reason "rolling back to deploymentId …" ends with a full stop. */
  readonly rollbackReasonFullStop: boolean
  /** Container instances that a DAEMON service puts one task on. */
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
