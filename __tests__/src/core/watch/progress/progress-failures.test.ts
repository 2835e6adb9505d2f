import { describe, expect, test } from '@jest/globals'
import { id, lines, steady, steadyLine } from '../../../../support/progress-lines.js'
import { aTracked } from '../../../../support/rollout-builders.js'
import { anEvent, aServiceDeployment } from '../../../../support/service-builders.js'
import { aContainer, anUnhealthyTask, aStoppedTask, taskArn } from '../../../../support/task-builders.js'

describe('failed tasks', () => {
  const first = anUnhealthyTask({ arn: taskArn('3e7a1395') })
  const second = anUnhealthyTask({ arn: taskArn('5e1c383c') })
  const check = 'Task failed ELB health checks in (target-group web)'
  const many = Array.from({ length: 500 }, (_, nth) => nth.toString(16).padStart(8, '0'))
  const crash = aStoppedTask({
    arn: taskArn('77aa0001'),
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [aContainer({ exitCode: 1 })],
  })
  const read = anEvent(
    `(service web) (task ${id('3e7a1395')}) (port 5001) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/8e6d) due to (reason Request timed out)`,
  )
  const portless = anEvent(read.message.replace('(port 5001) ', ''))
  const containerCheck = anEvent(`(service web) (task ${id('3e7a1395')}) failed container health checks.`)
  const unwell = aStoppedTask({
    arn: taskArn('3e7a1395'),
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: 'Task failed container health checks',
  })
  test.each([
    {
      name: 'are logged once each',
      polls: [
        { at: 2, service: steady, tasks: [first] },
        { at: 4, service: steady, tasks: [first, second] },
        { at: 6, service: steady, tasks: [first, second] },
      ],
      says: [[`task 3e7a1395 failed: ${check}`, steadyLine], ['task 5e1c383c failed the same way'], []],
    },
    {
      name: 'of one poll that failed alike are one line, and so are those after them',
      polls: [
        { at: 2, service: steady, tasks: [first, second] },
        {
          at: 4,
          service: steady,
          tasks: [
            first,
            second,
            ...[taskArn('6a127288'), taskArn('7b238399')].map(arn => ({ ...first, arn })),
          ],
        },
      ],
      says: [
        [`2 tasks failed: 3e7a1395 5e1c383c: ${check}`, steadyLine],
        ['2 tasks failed the same way: 6a127288 7b238399'],
      ],
    },
    {
      name: 'are counted, where there are too many to name',
      polls: [{ at: 2, service: steady, tasks: many.map(start => ({ ...first, arn: taskArn(start) })) }],
      says: [[`500 tasks failed: ${many.slice(0, 10).join(' ')} and 490 more: ${check}`, steadyLine]],
    },
    {
      name: 'say when they ended, where that was noticed late',
      polls: [
        {
          at: 40,
          service: steady,
          tasks: [
            { ...first, stoppedAt: 31_000 },
            { ...second, stoppedAt: 33_900 },
          ],
        },
        {
          at: 50,
          service: steady,
          tasks: [
            { ...first, arn: taskArn('6a127288'), stoppedAt: 44_000 },
            { ...first, arn: taskArn('7b238399'), stoppedAt: 44_900 },
          ],
        },
        { at: 60, service: steady, tasks: [{ ...first, arn: taskArn('8c349400'), stoppedAt: 55_000 }] },
      ],
      says: [
        [`2 tasks failed: 3e7a1395 5e1c383c: ${check} (ended at 0:31 to 0:33)`, steadyLine],
        ['2 tasks failed the same way: 6a127288 7b238399 (ended at 0:44)'],
        ['task 8c349400 failed the same way'],
      ],
    },
    {
      name: 'say when they ended next to the count',
      polls: [
        { at: 2, service: steady },
        {
          at: 30,
          service: steady,
          tasks: [{ ...first, stoppedAt: 20_000 }],
          serviceDeployment: aServiceDeployment({
            breaker: { status: 'MONITORING', failures: 1, threshold: 3 },
          }),
        },
      ],
      says: [[steadyLine], [`task 3e7a1395 failed: ${check} (ended at 0:20; breaker 1 of 3)`]],
    },
    {
      name: 'say whom they are like where another way came between',
      polls: [
        { at: 2, service: steady, tasks: [first] },
        { at: 4, service: steady, tasks: [first, crash] },
        { at: 6, service: steady, tasks: [first, crash, second] },
      ],
      says: [
        [`task 3e7a1395 failed: ${check}`, steadyLine],
        ['task 77aa0001 failed: Essential container in task exited, app ended with exit code 1'],
        ['task 5e1c383c failed the same way as 3e7a1395'],
      ],
    },
    {
      name: 'take what the load balancer saw into their line',
      polls: [{ at: 2, service: { ...steady, events: [read] }, tasks: [first] }],
      says: [[`task 3e7a1395 failed: ${check}, port 5001: Request timed out`, steadyLine]],
    },
    {
      name: 'have what the load balancer says too late in a line of its own',
      polls: [
        { at: 2, service: steady, tasks: [first] },
        { at: 4, service: { ...steady, events: [read] }, tasks: [first] },
      ],
      says: [
        [`task 3e7a1395 failed: ${check}`, steadyLine],
        ['3e7a1395 (port 5001) is unhealthy in target group web due to (reason Request timed out)'],
      ],
    },
    {
      name: 'have an event of their target in a line of its own where their line cannot hold it',
      polls: [{ at: 2, service: { ...steady, events: [portless] }, tasks: [first] }],
      says: [
        [
          '3e7a1395 is unhealthy in target group web due to (reason Request timed out)',
          `task 3e7a1395 failed: ${check}`,
          steadyLine,
        ],
      ],
    },
    {
      name: 'of a container health check have one line, and not another one from the event that says the same',
      polls: [{ at: 2, service: { ...steady, events: [containerCheck] }, tasks: [unwell] }],
      says: [['task 3e7a1395 failed: Task failed container health checks', steadyLine]],
    },
    {
      name: 'do not hide the event of a container health check where they ended otherwise',
      polls: [
        {
          at: 2,
          service: { ...steady, events: [containerCheck] },
          tasks: [{ ...crash, arn: taskArn('3e7a1395') }],
        },
      ],
      says: [
        [
          '3e7a1395 failed container health checks',
          'task 3e7a1395 failed: Essential container in task exited, app ended with exit code 1',
          steadyLine,
        ],
      ],
    },
    {
      name: 'that were replaced or scaled in did not fail',
      polls: [
        {
          at: 2,
          service: steady,
          tasks: [aStoppedTask({ stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/8)' })],
        },
      ],
      says: [[steadyLine]],
    },
    {
      name: 'say which container ended how',
      polls: [
        {
          at: 2,
          service: steady,
          tasks: [
            aStoppedTask({
              stopCode: 'EssentialContainerExited',
              stoppedReason: 'Essential container in task exited',
              containers: [aContainer({ exitCode: 1 })],
            }),
          ],
        },
      ],
      says: [
        ['task 3e7a1395 failed: Essential container in task exited, app ended with exit code 1', steadyLine],
      ],
    },
    {
      name: 'stay on one line, whatever the reason holds',
      polls: [
        {
          at: 2,
          service: steady,
          tasks: [
            aStoppedTask({
              stopCode: 'TaskFailedToStart',
              stoppedReason: 'CannotStartContainerError: exec\r\n::error::not found\n',
            }),
          ],
        },
      ],
      says: [['task 3e7a1395 failed: CannotStartContainerError: exec ::error::not found', steadyLine]],
    },
  ])('$name', ({ polls, says }) => {
    expect(lines(polls)).toStrictEqual(says)
  })

  test('have no count of the breaker if it is off', () => {
    const off = aTracked({ breaker: { ...aTracked().breaker, enable: false } })
    expect(lines([{ at: 2, service: steady, tasks: [first] }], off)).toStrictEqual([
      [`task 3e7a1395 failed: ${check}`, steadyLine],
    ])
  })
})
