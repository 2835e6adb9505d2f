/** What the failing deployments of the outcomes have to show. */
import type { TaskSpan } from '../../src/core/diagnosis/task-span.js'
import type { Rollback } from '../../src/core/outcome/rollback.js'
import type { Rollout } from '../../src/core/outcome/rollout.js'
import { nothingServes } from '../../src/core/outcome/serving.js'
import type { TimelineEntry } from '../../src/core/watch/timeline-event.js'
import { aFailureGroup, aSpan } from './rollout-builders.js'
import { revisionArn } from './service-builders.js'
import { taskArn } from './task-builders.js'

export const unhealthy = aFailureGroup({
  failureClass: 'health-check',
  reason:
    'Task failed ELB health checks in (target-group web), port 5001: Health checks failed with these codes: [404]',
  stopCode: 'ServiceSchedulerInitiated',
  tasks: [taskArn('3e7a1395'), taskArn('5e1c383c'), taskArn('6a127288')],
})

export const crashed = aFailureGroup({
  failureClass: 'container-exit',
  reason: 'Essential container in task exited',
  stopCode: 'EssentialContainerExited',
  container: 'app',
  exitCode: 127,
  tasks: [taskArn('77aa0001')],
})

export const entries: readonly TimelineEntry[] = [
  { at: 15_000, text: 'web:8 0 running, 2 starting of 2 · web:7 2 running' },
  {
    at: 109_000,
    text: 'task 3e7a1395 failed: Task failed ELB health checks in (target-group web) (breaker 1 of 3)',
    event: { kind: 'breaker', failures: 1, threshold: 3 },
  },
  {
    at: 112_000,
    text: 'task 5e1c383c failed the same way (breaker 2 of 3)',
    event: { kind: 'breaker', failures: 2, threshold: 3 },
  },
  { at: 162_000, text: 'waits for 1 task to start', event: { kind: 'log-only' } },
  {
    at: 204_000,
    text: 'task 6a127288 failed the same way (breaker 3 of 3): circuit breaker tripped',
    event: { kind: 'tripped', failures: 3, threshold: 3 },
  },
]

const rollingBack: TimelineEntry = {
  at: 204_000,
  text: 'rolling back to web:7',
  event: { kind: 'rolling-back', to: 'web:7' },
}

export const servesAgain: TimelineEntry = {
  at: 242_000,
  text: 'web:7 serves, 2 of 2 running',
  event: { kind: 'ended', as: 'rolled-back' },
}

const failed = (task: string, more: Partial<TaskSpan>) => aSpan({ arn: taskArn(task), failed: true, ...more })

export const failingRollout: Partial<Rollout> = {
  failures: [unhealthy],
  failedTasks: 3,
  timeline: [...entries, rollingBack],
  tasks: [
    failed('3e7a1395', { createdAt: 14_000, startedAt: 47_000, endedAt: 109_000 }),
    failed('5e1c383c', { createdAt: 14_000, startedAt: 48_000, endedAt: 112_000 }),
    failed('6a127288', { createdAt: 121_000, startedAt: 150_000, endedAt: 204_000 }),
  ],
  causes: [
    {
      group: unhealthy,
      description: 'failed the load balancer health check (404 on GET :5001/health)',
      detail: 'the container listens on 5201 (its log says "Running on http://0.0.0.0:5201")',
      next: 'Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says.',
      position: undefined,
    },
  ],
  logs: [
    {
      task: taskArn('6a127288'),
      container: 'app',
      location: { region: 'eu-west-1', group: '/ecs/web', stream: `app/app/6a127288${'0'.repeat(24)}` },
      log: {
        kind: 'read',
        lines: ['::error::not a command', '</details> | ``` <script>', 'Running on http://0.0.0.0:5201'],
      },
    },
  ],
}

/** The same, three minutes in: two tasks have failed, and nothing is decided. */
export const undecidedRollout: Partial<Rollout> = {
  ...failingRollout,
  failures: [{ ...unhealthy, tasks: unhealthy.tasks.slice(0, 2) }],
  causes: (failingRollout.causes ?? []).map(cause => ({
    ...cause,
    group: { ...unhealthy, tasks: unhealthy.tasks.slice(0, 2) },
  })),
  failedTasks: 2,
  tasks: (failingRollout.tasks ?? []).map(task =>
    (task.endedAt ?? 0) > 180_000 ? { ...task, endedAt: undefined, failed: false } : task,
  ),
  timeline: entries.slice(0, 2),
  logs: (failingRollout.logs ?? []).map(tail => ({ ...tail, task: taskArn('5e1c383c') })),
  endedAt: 180_000,
}

const unpulled = aFailureGroup({
  failureClass: 'image-pull',
  reason:
    'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref web:1f3c9e0: not found',
  stopCode: 'TaskFailedToStart',
  container: 'app',
  tasks: [taskArn('9adabece'), taskArn('6a1e89cc')],
})

/** To `web:7`, whose image is gone. */
const stuckRollback: Rollback = {
  to: revisionArn('web:7'),
  failures: [unpulled],
  causes: [
    {
      group: unpulled,
      description: 'could not pull web:1f3c9e0',
      detail: 'the repository web has no tag 1f3c9e0',
      next: 'Push the image again.',
      position: undefined,
    },
  ],
  failed: [
    failed('9adabece', { createdAt: 220_000, endedAt: 360_000 }),
    failed('6a1e89cc', { createdAt: 370_000, endedAt: 500_000 }),
  ],
}

export const stuckRollout: Partial<Rollout> = {
  ...failingRollout,
  serving: nothingServes,
  rollback: stuckRollback,
  impact: {
    kind: 'outage',
    spans: [{ from: 53_000, to: 720_000 }],
    counted: 'tasks',
    least: 0,
    of: 1,
    lasts: true,
  },
  desiredCount: 1,
  endedAt: 720_000,
}

export const stuckTimeOut = { kind: 'timed-out', minutes: 12, rollback: { kind: 'left' } } as const
