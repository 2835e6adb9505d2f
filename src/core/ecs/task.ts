/** Stop codes: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html */
export interface Task {
  readonly arn: string
  /** classic deployment id, for a task of a service */
  readonly startedBy: string | undefined
  readonly taskDefinition: string | undefined
  readonly lastStatus: string
  readonly desiredStatus: string
  /** HEALTHY, UNHEALTHY or UNKNOWN, by container health checks only */
  readonly healthStatus: string | undefined
  readonly stopCode: string | undefined
  readonly stoppedReason: string | undefined
  readonly createdAt: number | undefined
  readonly startedAt: number | undefined
  readonly stoppingAt: number | undefined
  readonly stoppedAt: number | undefined
  readonly containers: readonly Container[]
  /** private; target ids in groups of type `ip`; only with its own network interface */
  readonly addresses: readonly string[] | undefined
}

export interface Container {
  readonly name: string
  /** HEALTHY, UNHEALTHY or UNKNOWN */
  readonly healthStatus: string | undefined
  readonly exitCode: number | undefined
  readonly reason: string | undefined
}

/** A task that RunTask could not place. */
export interface PlacementFailure {
  readonly reason: string
  readonly detail: string | undefined
  /** a container instance, mostly */
  readonly arn: string | undefined
}

/**
 * Failed to start, an essential container exited, or a health check failed; not scaling, StopTask by a person, Spot
 * interruptions or failing hosts.
 */
export function isFailed(task: Task): boolean {
  if (task.desiredStatus !== 'STOPPED' && task.lastStatus !== 'STOPPED') return false
  if (task.stopCode === 'TaskFailedToStart' || task.stopCode === 'EssentialContainerExited') return true
  return /^Task failed .*health checks/i.test(task.stoppedReason ?? '')
}

export function isUp(task: Task): boolean {
  return (
    task.lastStatus === 'RUNNING' && task.desiredStatus === 'RUNNING' && task.healthStatus !== 'UNHEALTHY'
  )
}

/** When it began to stop. */
export function endedAt(task: Task): number | undefined {
  return task.stoppingAt ?? task.stoppedAt
}
