/** How a deployment ended, with what was looked at once it was over. */
import type { Task } from '../ecs/task.js'
import { isUp } from '../ecs/task.js'
import type { Lookup } from '../resources/lookup.js'
import type { DeploymentResult } from '../watch/evaluate.js'
import type { WatchInterruption } from './outcome.js'

/** `up` are its tasks that are meant to run, as far as they were asked for; `clean` takes secrets out of a text. */
export function withRunningTasks(
  ending: DeploymentResult | WatchInterruption,
  up: Lookup<readonly Task[] | undefined> | undefined,
  clean: (text: string) => string,
): DeploymentResult | WatchInterruption {
  const counted = ending.kind === 'failed' ? { ...ending, running: countRunning(up, ending.running) } : ending
  switch (counted.kind) {
    case 'failed':
    case 'unknown':
      return { ...counted, reason: clean(counted.reason) }
    case 'rolled-back':
      return { ...counted, reason: counted.reason && clean(counted.reason) }
    default:
      return counted
  }
}

/** The count of ECS may hold tasks that are to stop and drain. Where they could not be looked at, it has to do. */
function countRunning(record: Lookup<readonly Task[] | undefined> | undefined, counted: number): number {
  if (counted === 0 || record?.kind !== 'found') return counted
  return record.value?.filter(isUp).length ?? counted
}
