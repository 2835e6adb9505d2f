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
      name: 'that failed begins to end before it has stopped',
      task: anUnhealthyTask({ ...began, stoppingAt: 50, stoppedAt: 90 }),
      span: { ...began, endedAt: 50, failed: true },
    },
    {
      name: 'that was stopped did not fail',
      task: aStoppedTask({ ...began, stoppedAt: 90 }),
      span: { ...began, endedAt: 90, failed: false },
    },
    {
      name: 'without a moment at which it had started, and without a container that ran',
      task: aStoppedTask({ createdAt: 10, stopCode: 'TaskFailedToStart', stoppedAt: 20 }),
      span: { createdAt: 10, endedAt: 20, failed: true, neverRan: true },
    },
    {
      name: 'whose container left an exit code: it ran',
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

  test('oldest first, without those of which ECS tells no beginning', () => {
    const tasks = [30, 10, undefined].map((createdAt, nth) => aTask({ arn: taskArn(`${nth}`), createdAt }))
    expect(spansOf(tasks).map(span => span.arn)).toStrictEqual([taskArn('1'), taskArn('0')])
  })
})

describe('when it was first seen healthy', () => {
  const task = aTask({ createdAt: 0, startedAt: 10_000, addresses: ['10.0.1.2'] })
  const look = (at: number, state: string, id = '10.0.1.2') => ({
    at,
    group: 'g',
    targets: [aTarget({ id, state })],
  })
  test.each([
    { name: 'by its containers', healthy: new Map([[arn, 40_000]]), looks: [], at: 40_000 },
    { name: 'by the load balancer', looks: [look(30_000, 'initial'), look(60_000, 'healthy')], at: 60_000 },
    {
      name: 'by whichever saw it first',
      healthy: new Map([[arn, 80_000]]),
      looks: [look(60_000, 'healthy')],
      at: 60_000,
    },
    { name: 'not by a look before it had started', looks: [look(9_000, 'healthy')], at: undefined },
    {
      name: 'not by the health of another task',
      looks: [look(60_000, 'healthy', '10.0.9.9')],
      at: undefined,
    },
    {
      name: 'not while another target group disagrees',
      looks: [look(60_000, 'healthy'), look(60_200, 'unhealthy'), look(90_000, 'healthy')],
      at: 90_000,
    },
  ])('$name', ({ healthy, looks, at }) => {
    expect(spansOf([task], healthy, looks)[0]?.healthyAt).toBe(at)
  })

  test('not after it had ended, when its address may be that of another', () => {
    const ended = { ...task, stoppingAt: 50_000 }
    expect(spansOf([ended], new Map(), [look(60_000, 'healthy')])[0]?.healthyAt).toBeUndefined()
  })
})
