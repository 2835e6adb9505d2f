/** ECS watches a deployment until it has completed it; a crash loop afterwards goes on for ever (docs/adr/0033). */
import { countsForFailFast } from '../diagnosis/failure-group.js'
import type { Task } from '../ecs/task.js'
import { endedAt, isFailed, isUp } from '../ecs/task.js'
import { quietFor } from './pace.js'

export interface TasksAfterCompletion {
  /** of the deployment */
  readonly stopped: readonly Task[]
  /** meant to run */
  readonly running: readonly Task[]
  readonly completedAt: number
}

/**
 * At least `after` tasks failed since the completion, and more than half of those that there were; some of them replaced
 * tasks that had failed; and no task has been up for two minutes and longer than those that failed.
 */
export function keepsFailing(
  { stopped, running, completedAt }: TasksAfterCompletion,
  { after, now }: { readonly after: number; readonly now: number },
): boolean {
  if (after === 0) return false
  const ended = stopped.filter(task => (endedAt(task) ?? now) > completedAt)
  const failed = failedSince(ended, completedAt)
  if (failed.length < after || failed.length * 2 <= ended.length + running.length) return false
  return hasFailedReplacement(failed) && !running.some(task => isStable(task, { failed, now }))
}

/** A rollback or new tasks can help against these failures. */
export function failedSince(stopped: readonly Task[], completedAt: number): readonly Task[] {
  return stopped.filter(
    task =>
      isFailed(task) && countsForFailFast(task) && (endedAt(task) ?? Number.POSITIVE_INFINITY) > completedAt,
  )
}

/** All tasks can fail once, for example while a database restarts. */
export function hasFailedReplacement(failed: readonly Task[]): boolean {
  const firstEnd = Math.min(...failed.map(task => endedAt(task) ?? Number.POSITIVE_INFINITY))
  return failed.some(({ createdAt }) => createdAt !== undefined && createdAt > firstEnd)
}

function isStable(
  task: Task,
  { failed, now }: { readonly failed: readonly Task[]; readonly now: number },
): boolean {
  const { startedAt } = task
  if (!isUp(task) || startedAt === undefined) return false
  const longest = Math.max(
    ...failed.map(one => (endedAt(one) ?? now) - (one.startedAt ?? endedAt(one) ?? now)),
  )
  return now - startedAt >= Math.max(quietFor, longest)
}
