/**
 * The tasks of our deployment as they come and go. ECS forgets stopped tasks after about an hour, so they are kept as
 * they are seen. Optional: without the permission the verdict stands, only the reasons are missing.
 */
import { Fault, isPassing, whyUnseen } from '../core/fault.js'
import type { Notice } from '../core/notice.js'
import { warning } from '../core/notice.js'
import type { Target } from '../core/service/service.js'
import type { Task } from '../core/service/task.js'
import { taskReadGap } from '../core/watch/pace.js'
import type { Tracked } from '../core/watch/tracked.js'
import type { Clock, Ecs } from '../ports.js'

export interface TaskRecord {
  /** reads stopped tasks, unless that was done a moment ago and the urgency is not `now` */
  refresh(urgency: 'when-due' | 'now'): Promise<void>
  /** tasks that are meant to run; nothing where they may not be read. Raises a passing Fault. */
  running(): Promise<readonly Task[] | undefined>
  /** every task that was seen to stop */
  stopped(): readonly Task[]
  notices(): readonly Notice[]
}

export function recordTasks(ecs: Ecs, clock: Clock, target: Target, tracked: Tracked): TaskRecord {
  const seen = new Map<string, Task>()
  const notices: Notice[] = []
  let readAt = Number.NEGATIVE_INFINITY
  let blind = false

  async function read(which: 'running' | 'stopped'): Promise<readonly Task[] | undefined> {
    if (blind) return undefined
    try {
      return await ecs.tasksOf(target, tracked.deploymentId, which)
    } catch (fault) {
      if (!(fault instanceof Fault) || isPassing(fault)) throw fault
      blind = true
      notices.push(warning(`The tasks of the deployment could not be looked at: ${whyUnseen(fault)}.`))
      return undefined
    }
  }

  return {
    async refresh(urgency) {
      if (urgency === 'when-due' && clock.now() - readAt < taskReadGap) return
      try {
        readAt = clock.now()
        const tasks = await read('stopped')
        for (const task of tasks ?? []) seen.set(task.arn, task)
      } catch (fault) {
        // The next look reads them again; the verdict does not depend on it.
        if (!(fault instanceof Fault)) throw fault
      }
    },
    running: () => read('running'),
    stopped: () => [...seen.values()],
    notices: () => notices,
  }
}
