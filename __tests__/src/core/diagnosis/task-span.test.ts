import { describe, expect, test } from '@jest/globals'
import type { TaskSpan } from '../../../../src/core/diagnosis/task-span.js'
import { spansOf } from '../../../../src/core/diagnosis/task-span.js'
import type { Task } from '../../../../src/core/ecs/task.js'
import { aSpan } from '../../../support/rollout-builders.js'
import { aTarget } from '../../../support/service-builders.js'
import { aContainer, anUnhealthyTask, aStoppedTask, aTask, taskArn } from '../../../support/task-builders.js'

const arn = taskArn('3e7a1395')
const began = { createdAt: 10, startedAt: 30 }

describe('the life of a task', () => {
  test.each<{ name: string; task: Task; span: Partial<TaskSpan> }>([
    { name: 'that is up', task: aTask(began), span: { ...began, failed: false } },
    {
      name: 'that failed ends when it begins to stop',
      task: anUnhealthyTask({ ...began, stoppingAt: 50, stoppedAt: 90 }),
      span: { ...began, endedAt: 50, failed: true },
    },
    {
      name: 'that was stopped did not fail',
      task: aStoppedTask({ ...began, stoppedAt: 90 }),
      span: { ...began, endedAt: 90, failed: false },
    },
    {
      name: 'without a start time, and without a container that ran',
      task: aStoppedTask({ createdAt: 10, stopCode: 'TaskFailedToStart', stoppedAt: 20 }),
      span: { createdAt: 10, endedAt: 20, failed: true, neverRan: true },
    },
    {
      name: 'with an exit code of its container: it ran',
      task: aStoppedTask({
        createdAt: 10,
        stopCode: 'EssentialContainerExited',
        stoppedAt: 20,
        containers: [aContainer({ exitCode: 137 })],
      }),
      span: { createdAt: 10, endedAt: 20, failed: true },
    },
  ])('$name', ({ task, span }) => {
    expect(spansOf([task])).toStrictEqual([aSpan({ arn, ...span })])
  })

  test('oldest first, without tasks that have no creation time', () => {
    const tasks = [30, 10, undefined].map((createdAt, nth) => aTask({ arn: taskArn(`${nth}`), createdAt }))
    expect(spansOf(tasks).map(span => span.arn)).toStrictEqual([taskArn('1'), taskArn('0')])
  })
})

describe('the first time that a task is healthy', () => {
  const task = aTask({ createdAt: 0, startedAt: 10_000, addresses: ['10.0.1.2'] })
  const snapshot = (at: number, state: string, id = '10.0.1.2') => ({
    at,
    group: 'g',
    targets: [aTarget({ id, state })],
  })
  test.each([
    { name: 'by its containers', healthy: new Map([[arn, 40_000]]), snapshots: [], at: 40_000 },
    {
      name: 'by the load balancer',
      snapshots: [snapshot(30_000, 'initial'), snapshot(60_000, 'healthy')],
      at: 60_000,
    },
    {
      name: 'by whichever is earlier',
      healthy: new Map([[arn, 80_000]]),
      snapshots: [snapshot(60_000, 'healthy')],
      at: 60_000,
    },
    {
      name: 'not by a snapshot from before its start',
      snapshots: [snapshot(9_000, 'healthy')],
      at: undefined,
    },
    {
      name: 'not by the health of another task',
      snapshots: [snapshot(60_000, 'healthy', '10.0.9.9')],
      at: undefined,
    },
    {
      name: 'not while another target group disagrees',
      snapshots: [snapshot(60_000, 'healthy'), snapshot(60_200, 'unhealthy'), snapshot(90_000, 'healthy')],
      at: 90_000,
    },
  ])('$name', ({ healthy, snapshots, at }) => {
    expect(spansOf([task], { reported: healthy, snapshots })[0]?.healthyAt).toBe(at)
  })

  test('not after its end, when another task may have its address', () => {
    const ended = { ...task, stoppingAt: 50_000 }
    expect(spansOf([ended], { snapshots: [snapshot(60_000, 'healthy')] })[0]?.healthyAt).toBeUndefined()
  })
})
