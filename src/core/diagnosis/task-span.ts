/** The life of one task of a deployment, without what anybody says of it. Times are milliseconds since the epoch. */

import type { Task } from '../ecs/task.js'
import { endedAt, isFailed } from '../ecs/task.js'
import type { TargetHealthSnapshot } from '../resources/target-health.js'

export interface TaskSpan {
  readonly arn: string
  readonly createdAt: number
  /** when the task became RUNNING (API_Task); absent where ECS does not say that it did */
  readonly startedAt: number | undefined
  /** the first look that found it healthy, by its containers or by the load balancer */
  readonly healthyAt: number | undefined
  /** absent: it was up when it was last seen */
  readonly endedAt: number | undefined
  readonly failed: boolean
  /** none of its containers ever ran */
  readonly neverRan: true | undefined
}

/** Oldest first; a task whose beginning ECS does not tell is left out. `healthy`: when ECS was first seen to say so. */
export function spansOf(
  tasks: readonly Task[],
  healthy: ReadonlyMap<string, number> = new Map(),
  targets: readonly TargetHealthSnapshot[] = [],
): TaskSpan[] {
  return tasks
    .flatMap(task => {
      if (task.createdAt === undefined) return []
      const looks = [healthy.get(task.arn), healthyTargetAt(task, targets)].filter(at => at !== undefined)
      return {
        arn: task.arn,
        createdAt: task.createdAt,
        failed: isFailed(task),
        startedAt: task.startedAt,
        healthyAt: looks.length > 0 ? Math.min(...looks) : undefined,
        endedAt: endedAt(task),
        neverRan: hasRun(task) ? undefined : (true as const),
      }
    })
    .sort((a, b) => a.createdAt - b.createdAt)
}

/** An exit code shows that a container ran, also where ECS never says that its task had started. */
function hasRun({ startedAt, containers }: Task): boolean {
  return startedAt !== undefined || containers.some(({ exitCode }) => exitCode !== undefined)
}

/**
 * The first look at the target groups in which the task was healthy wherever it was listed. Addresses are used again:
 * only what was seen while the task was there is about it.
 */
function healthyTargetAt(task: Task, seen: readonly TargetHealthSnapshot[]): number | undefined {
  const { addresses = [] } = task
  const from = task.startedAt ?? Number.POSITIVE_INFINITY
  const to = endedAt(task) ?? Number.POSITIVE_INFINITY
  const states = seen
    .filter(({ at }) => at >= from && at <= to)
    .flatMap(({ at, targets }) =>
      targets.filter(({ id }) => addresses.includes(id)).map(({ state }) => ({ at, state })),
    )
  return states.find(
    ({ at, state }) =>
      state === 'healthy' &&
      states.every(other => other.state === 'healthy' || Math.abs(other.at - at) > samePoll),
  )?.at
}

/** The groups are asked one after the other, within these milliseconds. */
const samePoll = 10_000
