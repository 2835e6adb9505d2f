/**
 * Tasks that AWS or somebody stopped, whatever they run.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html (stopCode)
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-maintenance.html
 */
import type { FailureClass } from '../diagnosis/classes.js'
import { endedAt, type Task } from '../ecs/task.js'

interface Kind {
  readonly matches: (task: Task) => boolean
  /** `were interrupted by Spot` */
  readonly as: string
  readonly failureClass: FailureClass
  readonly next: string
}

const kinds: readonly Kind[] = [
  {
    matches: ({ stopCode, stoppedReason = '' }) =>
      stopCode === 'SpotInterruption' || /spot (?:task|interruption)/i.test(stoppedReason),
    as: 'interrupted by Spot',
    failureClass: 'placement',
    next: 'Run a part of the tasks on capacity that is not Spot (capacityProviderStrategy), or deploy again when Spot capacity is back.',
  },
  {
    matches: ({ stoppedReason = '' }) => /performing maintenance/i.test(stoppedReason),
    as: 'retired for maintenance of the host',
    failureClass: 'placement',
    next: 'Deploy again: AWS replaces hosts, which does not depend on the revision.',
  },
  {
    matches: ({ stopCode, stoppedReason = '' }) =>
      stopCode === 'InfrastructureHealth' ||
      stopCode === 'TerminationNotice' ||
      /^Host EC2 .*(?:terminated|stopped)|instance is in DRAINING/i.test(stoppedReason),
    as: 'lost with a host',
    failureClass: 'placement',
    next: 'Check the container instances and their Auto Scaling group, then deploy again.',
  },
  {
    matches: ({ stopCode }) => stopCode === 'UserInitiated',
    as: 'stopped by a person or a program',
    failureClass: 'other',
    next: 'Find out what stops tasks of the service (StopTask), then deploy again.',
  },
]

export interface Interruption extends Pick<Kind, 'as' | 'failureClass' | 'next'> {
  readonly count: number
  /** of the last one */
  readonly at: number
}

/** Most frequent first. */
export function interruptions(tasks: readonly Task[]): Interruption[] {
  const found = kinds.map(kind => ({ kind, ended: tasks.filter(task => kindOf(task) === kind) }))
  return found
    .filter(({ ended }) => ended.length > 0)
    .map(({ kind: { as, failureClass, next }, ended }) => ({
      as: `${ended.length === 1 ? 'was' : 'were'} ${as}`,
      failureClass,
      next,
      count: ended.length,
      at: Math.max(...ended.map(task => endedAt(task) ?? 0)),
    }))
    .sort((a, b) => b.count - a.count)
}

function kindOf(task: Task): Kind | undefined {
  return kinds.find(({ matches }) => matches(task))
}
