/**
 * Durations of small Fargate services behind an Application Load Balancer, and choices where AWS documents
 * nothing.
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
  /** How long ECS retries a failing image pull. */
  readonly pullRetriesMs: number
  /** From RUNNING until a task without health checks counts as healthy. */
  readonly presumedHealthyMs: number
  /** How long stopped tasks stay visible. */
  readonly stoppedTaskRetentionMs: number
  readonly currentServiceDeploymentLagMs: number
  /** Minimum and maximum delay of a new deployment in ListServiceDeployments. */
  readonly listLagMs: readonly [number, number]
  /** How long DescribeServices returns the state before an update. */
  readonly staleReadsMs: number
  /** How long DescribeTasks does not find a new task. */
  readonly newTaskLagMs: number
  /** How long a deployment in rollback still reads IN_PROGRESS, as one capture shows. */
  readonly failedReadLagMs: number
  /** From SUCCESSFUL to COMPLETED in Service.deployments. */
  readonly completedLagMs: number
  /** How long SUCCESSFUL waits for old tasks that stop: one capture shows it while they drain. */
  readonly cleanupWaitMs: number
  /** With alarms, if bakeTimeInMinutes is 0; AWS says "less than 5 minutes". */
  readonly defaultBakeMs: number
  /**
   * Whether an exit counts as a failure after the task was healthy (without health checks: after RUNNING).
   */
  readonly countExitAfterRunning: boolean
  /** False: the circuit breaker only counts, as seen with an image that cannot be pulled. */
  readonly breakerFires: boolean
  readonly rollbackNewId: boolean
  readonly rollbackResetsCreatedAt: boolean
  /** Whether "rolling back to deploymentId …" ends with a period. */
  readonly rollbackReasonFullStop: boolean
  /** In which DescribeServices lists deployments; API_Service promises none, and captures have the newest first. */
  readonly deploymentOrder: 'newest-first' | 'oldest-first' | 'by-id'
  /** Container instances; each runs one task of a DAEMON service. */
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
  newTaskLagMs: 0,
  failedReadLagMs: 0,
  completedLagMs: 6_000,
  cleanupWaitMs: Number.POSITIVE_INFINITY,
  defaultBakeMs: 240_000,
  countExitAfterRunning: false,
  breakerFires: true,
  rollbackNewId: false,
  rollbackResetsCreatedAt: true,
  rollbackReasonFullStop: true,
  deploymentOrder: 'newest-first',
  daemonInstances: 2,
}
