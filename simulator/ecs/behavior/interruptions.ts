import type { StopCode, Task } from '../state/task.js'
import type { World } from '../world.js'
import { stopTask } from './task-stop.js'

/**
 * AWS stops a task that did nothing wrong. A Spot notice comes with either code (API_Task; ecs_task_events has
 * TerminationNotice), retirement as in task-maintenance; the texts about hosts are in public reports.
 */
export const interruptions = {
  spot: { code: 'SpotInterruption', reason: 'Your Spot Task was interrupted.' },
  'spot-notice': { code: 'TerminationNotice', reason: 'Your Spot Task was interrupted.' },
  retirement: {
    code: 'ServiceSchedulerInitiated',
    reason: 'ECS is performing maintenance on the underlying infrastructure hosting the task',
  },
  'host-failure': {
    code: 'TerminationNotice',
    reason: 'Host EC2 (instance i-06aab15feb4568492) terminated.',
  },
  'host-draining': {
    code: 'ServiceSchedulerInitiated',
    reason: 'Service web: container instance is in DRAINING state',
  },
} as const satisfies Readonly<Record<string, { readonly code: StopCode; readonly reason: string }>>

export type Interruption = keyof typeof interruptions

export function interrupt(world: World, task: Task, how: Interruption): void {
  stopTask(world, task, interruptions[how])
}
