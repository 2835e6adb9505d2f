/** How a deployment ended, with what was looked at once it was over. */
import type { Task } from '../ecs/task.js'
import { isUp } from '../ecs/task.js'
import type { Seen } from '../resources/lookup.js'
import type { Ending } from '../watch/evaluate.js'
import type { Interruption } from './outcome.js'

/** `up` are its tasks that are meant to run, as far as they were asked for; `clean` takes secrets out of a text. */
export function asSeen(
  ending: Ending | Interruption,
  up: Seen<readonly Task[] | undefined> | undefined,
  clean: (text: string) => string,
): Ending | Interruption {
  const counted = ending.kind === 'failed' ? { ...ending, running: countUp(up, ending.running) } : ending
  return 'reason' in counted ? { ...counted, reason: clean(counted.reason) } : counted
}

/** The count of ECS may hold tasks that are to stop and drain. Where they could not be looked at, it has to do. */
function countUp(seen: Seen<readonly Task[] | undefined> | undefined, counted: number): number {
  if (counted === 0 || seen?.kind !== 'seen') return counted
  return seen.value?.filter(isUp).length ?? counted
}
