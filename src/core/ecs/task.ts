/**
 * Tasks, and which of them failed because of their revision.
 *
 * Stop codes: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html
 */
export interface Task {
  readonly arn: string
  /** for a task of a service: the classic id of the deployment that started it */
  readonly startedBy: string | undefined
  readonly lastStatus: string
  readonly desiredStatus: string
  /** HEALTHY, UNHEALTHY or UNKNOWN, by container health checks alone */
  readonly healthStatus: string | undefined
  readonly stopCode: string | undefined
  readonly stoppedReason: string | undefined
  readonly createdAt: number | undefined
  readonly startedAt: number | undefined
  readonly stoppingAt: number | undefined
  readonly stoppedAt: number | undefined
  readonly containers: readonly Container[]
  /** private ones, the ids of its targets in groups of type `ip`; only with a network interface of its own */
  readonly addresses: readonly string[] | undefined
}

export interface Container {
  readonly name: string
  readonly exitCode: number | undefined
  readonly reason: string | undefined
}

/**
 * Whether the task could not start, its essential container ended, or it failed a health check. Scaling, a person's
 * StopTask, Spot interruptions and failing hosts are not failures.
 */
export function isFailed(task: Task): boolean {
  if (task.desiredStatus !== 'STOPPED' && task.lastStatus !== 'STOPPED') return false
  if (task.stopCode === 'TaskFailedToStart' || task.stopCode === 'EssentialContainerExited') return true
  return /^Task failed .*health checks/i.test(task.stoppedReason ?? '')
}

/** Running, supposed to run, and not unhealthy. */
export function isUp(task: Task): boolean {
  return (
    task.lastStatus === 'RUNNING' && task.desiredStatus === 'RUNNING' && task.healthStatus !== 'UNHEALTHY'
  )
}

/** When the task began to stop, as far as ECS says. */
export function endedAt(task: Task): number | undefined {
  return task.stoppingAt ?? task.stoppedAt
}
