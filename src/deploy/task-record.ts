/**
 * The tasks of our deployment as they come and go. ECS forgets stopped tasks after about an hour, so they are kept as
 * they are seen. Optional: without the permission the verdict stands, only the reasons are missing.
 */
import { Fault, missingPermission } from '../core/fault.js'
import type { Notice } from '../core/notice.js'
import { notice } from '../core/notice.js'
import { taskReadGap } from '../core/pace.js'
import type { Target } from '../core/service.js'
import type { Task } from '../core/task.js'
import { isUp } from '../core/task.js'
import type { Tracked } from '../core/verdict.js'
import type { Clock, Ecs } from '../ports.js'

export interface TaskRecord {
  /** reads stopped tasks, unless that was done a moment ago and `now` is not given */
  refresh(urgency: 'when-due' | 'now'): Promise<void>
  /** whether a task of ours is up; true where tasks may not be read */
  anyUp(): Promise<boolean>
  all(): readonly Task[]
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
      if (!(fault instanceof Fault)) throw fault
      if (fault.kind === 'denied') {
        blind = true
        notices.push(notice(`Reasons of failed tasks are missing: allow ${missingPermission(fault)}.`))
      }
      return undefined
    }
  }

  return {
    async refresh(urgency) {
      if (urgency === 'when-due' && clock.now() - readAt < taskReadGap) return
      const tasks = await read('stopped')
      if (!tasks) return
      readAt = clock.now()
      for (const task of tasks) seen.set(task.arn, task)
    },
    async anyUp() {
      const tasks = await read('running')
      return tasks === undefined || tasks.some(isUp)
    },
    all: () => [...seen.values()],
    notices: () => notices,
  }
}
