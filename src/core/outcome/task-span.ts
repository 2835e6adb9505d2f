/** The life of one task of a deployment, without what anybody says of it. Times are milliseconds since the epoch. */
import { given } from '../given.js'
import type { Task } from '../service/task.js'
import { endedAt, isFailed } from '../service/task.js'

export interface TaskSpan {
  readonly arn: string
  readonly createdAt: number
  /** absent: its containers never ran */
  readonly startedAt?: number
  /** absent: it was up when it was last seen */
  readonly endedAt?: number
  readonly failed: boolean
}

/** Oldest first; a task whose beginning ECS does not tell is left out. */
export function spansOf(tasks: readonly Task[]): TaskSpan[] {
  return tasks
    .flatMap(task =>
      task.createdAt === undefined
        ? []
        : {
            arn: task.arn,
            createdAt: task.createdAt,
            failed: isFailed(task),
            ...given('startedAt', task.startedAt),
            ...given('endedAt', endedAt(task)),
          },
    )
    .sort((a, b) => a.createdAt - b.createdAt)
}
