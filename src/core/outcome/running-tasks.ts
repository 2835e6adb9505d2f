import type { Task } from '../ecs/task.js'
import { isUp } from '../ecs/task.js'
import type { WatchResult } from '../watch/watch-result.js'

/** `running`: tasks that should run, if read */
export function withRunningTasks(
  result: WatchResult,
  running: readonly Task[] | undefined,
  redacted: (text: string) => string,
): WatchResult {
  switch (result.kind) {
    case 'failed':
      return { ...result, running: countRunning(running, result.running), reason: redacted(result.reason) }
    case 'unknown':
      return { ...result, reason: redacted(result.reason) }
    case 'rolled-back':
      return { ...result, reason: result.reason && redacted(result.reason) }
    case 'succeeded':
    case 'idle':
    case 'superseded':
    case 'paused':
    case 'started':
    case 'timed-out':
    case 'cancelled':
      return result
  }
}

/** ECS may count tasks that are draining. */
function countRunning(running: readonly Task[] | undefined, counted: number): number {
  return counted === 0 ? counted : (running?.filter(isUp).length ?? counted)
}
