/** Reads a task until it has stopped, by polls of seconds: the waiter of the SDK pauses for minutes. */
import type { Task } from '../../core/ecs/task.js'
import { staleFor } from '../../core/watch/pace.js'
import { noErrors, pollFailed } from '../../core/watch/slices/poll-errors.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import * as policies from '../../retry/policies.js'
import { pollUntil } from '../../retry/retry.js'

export interface FollowRequest {
  readonly cluster: string
  readonly arn: string
  readonly deadline: number
  readonly onRead: (task: Task) => Promise<void>
}

export type FollowResult =
  | { readonly kind: 'stopped'; readonly task: Task }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'lost'; readonly reason: string }

export async function followTask(
  { canceled, clock, ecs }: Pick<Ports, 'canceled' | 'clock' | 'ecs'>,
  { arn, cluster, deadline, onRead }: FollowRequest,
): Promise<FollowResult> {
  let errors = noErrors
  let foundAt = clock.now()
  const result = await pollUntil(policies.oneOffTask, { clock, canceled }, async () => {
    const read = await attempt(() => ecs.describeTasks({ cluster }, [arn]))
    const now = clock.now()
    if (read.kind === 'failed') {
      const failed = pollFailed(errors, read.error)
      errors = failed.errors
      if (failed.lost) return { kind: 'lost', reason: failed.lost.reason } as const
      return now >= deadline ? ({ kind: 'timed-out' } as const) : undefined
    }
    errors = noErrors
    const task = read.value.find(one => one.arn === arn)
    // A new task is found late: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
    if (!task && now - foundAt >= staleFor)
      return { kind: 'lost', reason: 'ECS does not know the task (any more)' } as const
    if (task) {
      foundAt = now
      await onRead(task)
      if (task.lastStatus === 'STOPPED') return { kind: 'stopped', task } as const
    }
    return now >= deadline ? ({ kind: 'timed-out' } as const) : undefined
  })
  return result ?? { kind: 'cancelled' }
}
