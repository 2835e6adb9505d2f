import { describe, expect, test } from '@jest/globals'
import { completed } from '../../../support/looks.js'
import { aTracked } from '../../../support/rollout-builders.js'
import { aDeployment, anEvent, ours, thePrevious } from '../../../support/service-builders.js'
import { counted, id, lines, steady, steadyLine } from '../../../support/telling.js'

describe('counts', () => {
  test.each([
    {
      name: 'are told when they change and not again',
      looks: [
        { at: 2, service: steady },
        { at: 4, service: steady },
        { at: 7, service: counted([aDeployment({ pendingCount: 2 }), thePrevious()]) },
        { at: 9, service: counted([aDeployment({ runningCount: 2 }), thePrevious({ runningCount: 0 })]) },
      ],
      says: [
        [steadyLine],
        [],
        ['web:8 0 running, 2 starting of 2 · web:7 2 running'],
        ['web:8 2 running of 2'],
      ],
    },
    {
      name: 'leave out ours when it is gone',
      looks: [{ at: 2, service: counted([thePrevious({ status: 'PRIMARY' })]) }],
      says: [['web:7 2 running']],
    },
    {
      name: 'say nothing of an answer without the service',
      looks: [
        { at: 2, service: steady },
        { at: 4, service: 'missing' as const },
        { at: 6, service: steady },
      ],
      says: [[steadyLine], [], []],
    },
  ])('$name', ({ looks, says }) => {
    expect(lines(looks)).toStrictEqual(says)
  })
})

describe('silence', () => {
  const at = (seconds: number) => ({ at: seconds, service: steady })
  test.each([
    {
      name: 'is broken before a minute has passed, with the time since the last news',
      looks: [at(2), at(30), at(51), at(52), at(58), at(101), at(102)],
      says: [[steadyLine], [], [], ['no change for 0:50'], [], [], ['no change for 1:40']],
    },
    {
      name: 'starts again with every piece of news',
      looks: [at(2), { at: 40, service: completed }, { at: 89, service: steady }],
      says: [[steadyLine], ['web:8 2 running of 2'], [steadyLine]],
    },
    {
      name: 'is not broken by the look that decides',
      looks: [
        { at: 2, service: counted([aDeployment({ runningCount: 2 })]) },
        { at: 90, service: completed },
      ],
      says: [['web:8 2 running of 2'], []],
    },
  ])('$name', ({ looks, says }) => {
    expect(lines(looks)).toStrictEqual(says)
  })
})

describe('service events', () => {
  const tasks = `(task ${id('3e7a1395')}) (task ${id('5e1c383c')})`
  const target = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/Blue/d981484920c49db1'
  const texts = [
    ['(service web) has reached a steady state.', 'has reached a steady state'],
    [`(service web) (deployment ${ours}) deployment completed.`, `${ours} deployment completed`],
    [`(service web) has started 2 tasks: ${tasks}.`, 'has started 2 tasks: 3e7a1395 5e1c383c'],
    ['(service web) stopped 2 pending tasks.', 'stopped 2 pending tasks'],
    [
      `(service web) registered 2 targets in (target-group ${target})`,
      'registered 2 targets in target group Blue',
    ],
    [
      `(service web, taskSet ${ours}) has begun draining connections on 2 tasks.`,
      'has begun draining connections on 2 tasks',
    ],
    [
      `(service web) (deployment ${ours}) deployment failed: tasks failed to start.`,
      `${ours} deployment failed: tasks failed to start`,
    ],
    ['(service web) rolling back to deployment ecs-svc/56.', 'rolling back to deployment ecs-svc/56'],
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
      'was unable to place a task. Reason: CannotPullContainerError: web:nope: not found',
    ],
    [
      '(service web) is unable to consistently start tasks successfully.',
      'is unable to consistently start tasks successfully',
    ],
    [
      '(service web) was unable to place a task.\n::error::Reason\r\nunknown',
      'was unable to place a task. ::error::Reason unknown',
    ],
  ] as const
  test.each(texts.map(([message, text]) => ({ message, text })))('$text', ({ message, text }) => {
    const service = { ...steady, events: [anEvent(message)] }
    expect(lines([{ at: 2, service }])).toStrictEqual([[text, steadyLine]])
  })

  test('come in the order in which they happened, each once, and none from before', () => {
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

  test('of one look that differ only in the task are one line', () => {
    const failed = (start: string) =>
      anEvent(`(service web) (task ${id(start)}) failed container health checks.`)
    const service = { ...steady, events: [failed('5e1c383c'), failed('3e7a1395')] }
    expect(lines([{ at: 2, service }])).toStrictEqual([
      ['3e7a1395, 5e1c383c failed container health checks', steadyLine],
    ])
  })
})
