/**
 * Tasks, and which of their ends are failures of a deployment.
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
  /** private ones, by which a target group of type `ip` knows it; absent without a network interface of its own */
  readonly addresses: readonly string[] | undefined
}

export interface Container {
  readonly name: string
  readonly exitCode: number | undefined
  readonly reason: string | undefined
}

/**
 * Whether the end of this task speaks against its revision: it could not start, its essential container ended, or it
 * failed a health check. Scaling, a person's StopTask, Spot interruptions and failing hosts do not.
 */
export function isFailed(task: Task): boolean {
  if (task.desiredStatus !== 'STOPPED' && task.lastStatus !== 'STOPPED') return false
  if (task.stopCode === 'TaskFailedToStart' || task.stopCode === 'EssentialContainerExited') return true
  return /^Task failed .*health checks/i.test(task.stoppedReason ?? '')
}

/** Whether a task is up by what ECS says of it: running, meant to run, and not unhealthy. */
export function isUp(task: Task): boolean {
  return (
    task.lastStatus === 'RUNNING' && task.desiredStatus === 'RUNNING' && task.healthStatus !== 'UNHEALTHY'
  )
}

/** When the task began to end, as far as ECS says. */
export function endedAt(task: Task): number | undefined {
  return task.stoppingAt ?? task.stoppedAt
}
