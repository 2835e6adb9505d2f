/** How a watch ended, with the tasks that were read once it was over. */
import type { Task } from '../ecs/task.js'
import { isUp } from '../ecs/task.js'
import type { WatchResult } from '../watch/watch-result.js'

/** `running` are the tasks that are meant to run, as far as they were read; `clean` takes secrets out of a text. */
export function withRunningTasks(
  result: WatchResult,
  running: readonly Task[] | undefined,
  clean: (text: string) => string,
): WatchResult {
  switch (result.kind) {
    case 'failed':
      return { ...result, running: countRunning(running, result.running), reason: clean(result.reason) }
    case 'unknown':
      return { ...result, reason: clean(result.reason) }
    case 'rolled-back':
      return { ...result, reason: result.reason && clean(result.reason) }
    default:
      return result
  }
}

/** The count of ECS may hold tasks that are to stop and drain. Where they were not read, it has to do. */
function countRunning(running: readonly Task[] | undefined, counted: number): number {
  return counted === 0 ? counted : (running?.filter(isUp).length ?? counted)
}
