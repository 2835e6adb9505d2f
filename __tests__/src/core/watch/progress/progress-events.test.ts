import { describe, expect, test } from '@jest/globals'
import { counted, id, lines, steady, steadyLine } from '../../../../support/progress-lines.js'
import { aTracked } from '../../../../support/rollout-builders.js'
import {
  aDeployment,
  anEvent,
  aServiceDeployment,
  before,
  ours,
  thePrevious,
} from '../../../../support/service-builders.js'
import { completed, restored, rolledBack, tripFailed, tripped } from '../../../../support/snapshots.js'
import { anUnhealthyTask, taskArn } from '../../../../support/task-builders.js'

const tasks = `(task ${id('3e7a1395')}) (task ${id('5e1c383c')})`
const target = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/Blue/d981484920c49db1'
const capacity = 'was unable to place a task. Reason: Capacity is unavailable at this time'

describe('an event is logged in the words of ECS, shortened', () => {
  const texts = [
    ['(service web) has reached a steady state.', 'the service has reached a steady state'],
    [`(service web) (deployment ${ours}) deployment completed.`, 'web:8 deployment completed'],
    ['(service web) (deployment ecs-svc/99) deployment completed.', 'ecs-svc/99 deployment completed'],
    [
      `(service web) (deployment ${ours}) deployment failed: tasks failed to start.`,
      'web:8 deployment failed: tasks failed to start',
    ],
    [`(service web) rolling back to deployment ${before}.`, 'rolling back to deployment web:7'],
    [
      `(service web) (task ${id('3e7a1395')}) failed container health checks.`,
      '3e7a1395 failed container health checks',
    ],
    [
      `(service web) (task ${id('3e7a1395')}) (port 8080) is unhealthy in (target-group ${target}) due to (reason Health checks failed with these codes: [503]).`,
      '3e7a1395 (port 8080) is unhealthy in target group Blue due to (reason Health checks failed with these codes: [503])',
    ],
    [
      '(service web) was unable to place a task. Reason: CannotPullContainerError: web:nope: not found.',
      'the service was unable to place a task. Reason: CannotPullContainerError: web:nope: not found',
    ],
    [
      `(service web) ${capacity}. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
      `the service ${capacity}`,
    ],
    [
      '(service web) is unable to consistently start tasks successfully. For more information, see the news.',
      'the service is unable to consistently start tasks successfully. For more information, see the news',
    ],
    [
      '(service web) was unable to place a task.\n::error::Reason\r\nunknown',
      'the service was unable to place a task. ::error::Reason unknown',
    ],
  ] as const
  test.each(texts.map(([message, text]) => ({ message, text })))('$text', ({ message, text }) => {
    const service = { ...steady, events: [anEvent(message)] }
    expect(lines([{ at: 2, service }])).toStrictEqual([[text, steadyLine]])
  })

  test('in the order in which they happened, each once, and none from before', () => {
    const [one, two, three] = ['one', 'two', 'three'].map(text => anEvent(`(service web) ${text}.`))
    if (!one || !two || !three) throw new Error('three events')
    expect(
      lines(
        [
          { at: 2, service: { ...steady, events: [two, one] } },
          { at: 4, service: { ...steady, events: [three, two, one] } },
          { at: 6, service: { ...steady, events: [three, two] } },
        ],
        aTracked(),
        [one.id],
      ),
    ).toStrictEqual([['two', steadyLine], ['three'], []])
  })

  test('and those of one poll that differ only in the task are one line', () => {
    const failed = (start: string) =>
      anEvent(`(service web) (task ${id(start)}) failed container health checks.`)
    const service = { ...steady, events: [failed('5e1c383c'), failed('3e7a1395')] }
    expect(lines([{ at: 2, service }])).toStrictEqual([
      ['3e7a1395, 5e1c383c failed container health checks', steadyLine],
    ])
  })
})

describe('tasks that come and go are one line with the counts', () => {
  const starting = 'web:8 0 running of 2 · web:7 2 running'
  test.each([
    {
      name: 'that started',
      messages: [`has started 2 tasks: ${tasks}.`],
      line: 'the service has started 2 tasks: 3e7a1395 5e1c383c',
    },
    {
      name: 'that started one by one',
      messages: [
        `has started 1 tasks: (task ${id('3e7a1395')}).`,
        `has started 1 tasks: (task ${id('5e1c383c')}).`,
      ],
      line: 'the service has started 2 tasks: 3e7a1395 5e1c383c',
    },
    {
      name: 'that are too many to name',
      messages: [
        `has started 12 tasks: ${Array.from('0123456789ab', nth => `(task ${id(nth.repeat(8))})`).join(' ')}.`,
      ],
      line: `the service has started 12 tasks: ${Array.from('0123456789', nth => nth.repeat(8)).join(' ')} and 2 more`,
    },
    {
      name: 'that never ran',
      messages: ['stopped 2 pending tasks.'],
      line: 'the service stopped 2 pending tasks',
    },
    {
      name: 'that were registered',
      messages: [`registered 1 targets in (target-group ${target})`],
      line: 'the service registered 1 target in target group Blue',
    },
    {
      name: 'that leave the load balancer, which the targets do, too',
      messages: [
        `has stopped 1 running tasks: (task ${id('3e7a1395')}).`,
        `deregistered 1 targets in (target-group ${target})`,
        'has begun draining connections on 1 tasks.',
      ],
      line: 'the service has stopped 1 running task: 3e7a1395; it has begun draining connections on 1 task',
    },
    {
      name: 'that only leave the load balancer',
      messages: [`deregistered 2 targets in (target-group ${target})`],
      line: 'the service deregistered 2 targets in target group Blue',
    },
    {
      name: 'of an unknown kind',
      messages: [`has started 2 tasks quickly: ${tasks}.`],
      line: 'the service has started 2 tasks quickly: 3e7a1395 5e1c383c',
    },
  ])('$name', ({ messages, line }) => {
    const events = messages.map(message => anEvent(`(service web) ${message}`)).reverse()
    expect(lines([{ at: 2, service: { ...steady, events } }])).toStrictEqual([[`${line}; ${starting}`]])
  })

  test('and nothing of the stop of tasks that are logged to have failed', () => {
    const stop = anEvent(`(service web) has stopped 1 running tasks: (task ${id('3e7a1395')}).`)
    const failed = anUnhealthyTask({ arn: taskArn('3e7a1395') })
    expect(lines([{ at: 2, service: { ...steady, events: [stop] }, tasks: [failed] }])).toStrictEqual([
      ['task 3e7a1395 failed: Task failed ELB health checks in (target-group web)', steadyLine],
    ])
  })
})

describe('repeated messages', () => {
  const events = (count: number, message = `(service web) ${capacity}.`) =>
    Array.from({ length: count }, (_, nth) => anEvent(message, { id: `${nth}` })).reverse()
  const poll = (at: number, count: number) => ({ at, service: { ...steady, events: events(count) } })
  const again = (times: number) => `again: the service was unable to place a task (${times} times)`
  test.each([
    {
      name: 'is logged in full once, then with a count before a minute has passed',
      polls: [poll(10, 1), poll(40, 2), poll(59, 3), poll(60, 3), poll(90, 4), poll(110, 5)],
      says: [[`the service ${capacity}`, steadyLine], [], [], [again(3)], [], [again(5)]],
    },
    {
      name: 'is not logged when it stops; then nothing changes',
      polls: [poll(10, 1), poll(60, 1), poll(70, 2), poll(110, 2)],
      says: [[`the service ${capacity}`, steadyLine], [], [again(2)], []],
    },
    {
      name: 'is logged at the end, at the latest',
      polls: [poll(10, 1), poll(40, 2), { at: 50, service: { ...completed, events: events(3) } }],
      says: [[`the service ${capacity}`, steadyLine], [], [again(3), 'web:8 completed, 2 of 2 running']],
    },
    {
      name: 'is the same for another container instance',
      polls: [1, 2].map(nth => ({
        at: nth * 60,
        service: {
          ...steady,
          events: Array.from({ length: nth }, (_, i) =>
            anEvent(
              `(service web) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance ${id(`${i}`)}) has insufficient state available.`,
            ),
          ).reverse(),
        },
      })),
      says: [
        [
          'the service was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 00000000) has insufficient state available',
          steadyLine,
        ],
        ['again: the service was unable to place a task (2 times)'],
      ],
    },
    {
      name: 'is another thing where it is about another task',
      polls: [
        {
          at: 2,
          service: { ...steady, events: [anEvent(`(service web) (task ${id('3e7a1395')}) is odd.`)] },
        },
        {
          at: 4,
          service: { ...steady, events: [anEvent(`(service web) (task ${id('5e1c383c')}) is odd.`)] },
        },
      ],
      says: [['3e7a1395 is odd', steadyLine], ['5e1c383c is odd']],
    },
  ])('$name', ({ polls, says }) => {
    expect(lines(polls)).toStrictEqual(says)
  })
})

describe('messages that another line says better are not logged', () => {
  const about = (id: string, text: string) => anEvent(`(service web) (deployment ${id}) deployment ${text}.`)
  const back = anEvent(`(service web) rolling back to deployment ${before}.`)
  const failed = (reason: string) => about(ours, `failed: ${reason}`)
  const rollingBack = { status: 'ROLLBACK_IN_PROGRESS' } as const
  test.each([
    {
      name: 'the failure and the rollback, by the trip',
      poll: {
        service: { ...tripFailed, events: [back, failed('tasks failed to start')] },
        serviceDeployment: aServiceDeployment({ ...rollingBack, breaker: tripped }),
      },
      says: ['circuit breaker tripped at 3 of 3 failures', 'rolling back to web:7'],
    },
    {
      name: 'the failure, by the alarm',
      poll: {
        service: { ...tripFailed, events: [back, failed('alarm detected')] },
        serviceDeployment: aServiceDeployment({ ...rollingBack, triggeredAlarms: ['web-5xx'] }),
      },
      says: ['alarm triggered: web-5xx', 'rolling back to web:7'],
    },
    {
      name: 'but the failure where nothing else logs it',
      poll: {
        service: { ...tripFailed, events: [back, failed('rollback requested')] },
        serviceDeployment: aServiceDeployment(rollingBack),
      },
      says: ['web:8 deployment failed: rollback requested', 'rolling back to web:7'],
    },
    {
      name: 'and never the failure of another deployment',
      poll: {
        service: { ...tripFailed, events: [about(before, 'failed: tasks failed to start')] },
        serviceDeployment: aServiceDeployment({ ...rollingBack, breaker: tripped }),
      },
      says: [
        'web:7 deployment failed: tasks failed to start',
        'circuit breaker tripped at 3 of 3 failures',
        'rolling back to web:7',
      ],
    },
    {
      name: 'the completion, by the success',
      poll: {
        service: {
          ...completed,
          events: [anEvent('(service web) has reached a steady state.'), about(ours, 'completed')],
        },
      },
      says: ['web:8 completed, 2 of 2 running'],
    },
    {
      name: 'the completion, by the end of the rollback',
      poll: {
        service: {
          ...restored,
          events: [anEvent('(service web) has reached a steady state.'), about(before, 'completed')],
        },
        serviceDeployment: rolledBack,
      },
      says: ['circuit breaker tripped at 3 of 3 failures', 'web:7 serves, 2 of 2 running'],
    },
    {
      name: 'the steady state, by the completion',
      poll: {
        service: {
          ...counted([aDeployment({ runningCount: 2 }), thePrevious()]),
          events: [anEvent('(service web) has reached a steady state.'), about(ours, 'completed')],
        },
      },
      says: ['web:8 deployment completed', 'web:8 2 running of 2 · web:7 2 running'],
    },
  ])('$name', ({ poll, says }) => {
    const [logged = []] = lines([{ at: 2, ...poll }])
    expect(logged.filter(line => line !== steadyLine)).toStrictEqual(says)
  })
})
