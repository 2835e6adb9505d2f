import { describe, expect, test } from '@jest/globals'
import type { Wait } from '../../../../../src/core/watch/waits/wait.js'
import { aWait, counted, lines, steady, steadyLine } from '../../../../support/progress-lines.js'
import { aDeployment, thePrevious } from '../../../../support/service-builders.js'
import { completed, running } from '../../../../support/snapshots.js'

describe('counts', () => {
  test.each([
    {
      name: 'are logged when they change and not again',
      polls: [
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
      polls: [{ at: 2, service: counted([thePrevious({ status: 'PRIMARY' })]) }],
      says: [['web:7 2 running']],
    },
    {
      name: 'say nothing about a response without the service',
      polls: [
        { at: 2, service: steady },
        { at: 4, service: 'missing' as const },
        { at: 6, service: steady },
      ],
      says: [[steadyLine], [], []],
    },
  ])('$name', ({ polls, says }) => {
    expect(lines(polls)).toStrictEqual(says)
  })
})

describe('silence', () => {
  const tasks = aWait({ object: '2 tasks to start' })
  const drain = aWait({ object: '2 tasks of web:7 to stop' })
  const logged = aWait({ object: 'a place for 2 tasks', isLogged: true })
  const at = (seconds: number, wait?: Wait) => ({ at: seconds, service: steady, wait })
  test.each([
    {
      name: 'is broken once by what the deployment waits for, and again after five minutes',
      polls: [at(2, tasks), at(31, tasks), at(32, tasks), at(120, tasks), at(331, tasks), at(332, tasks)],
      says: [[steadyLine], [], ['waits for 2 tasks to start'], [], [], ['still waits for 2 tasks to start']],
    },
    {
      name: 'is broken when it waits for something else',
      polls: [at(2, tasks), at(40, tasks), at(60, drain), at(80, drain), at(120, tasks)],
      says: [[steadyLine], ['waits for 2 tasks to start'], [], ['waits for 2 tasks of web:7 to stop'], []],
    },
    {
      name: 'is not broken by what another line has said, for five minutes',
      polls: [at(2, logged), at(60, logged), at(302, logged)],
      says: [[steadyLine], [], ['still waits for a place for 2 tasks']],
    },
    {
      name: 'starts again with every piece of news',
      polls: [at(2), { at: 25, service: running }, at(40, drain), at(69, drain)],
      says: [[steadyLine], ['web:8 2 running of 2'], [steadyLine], []],
    },
    {
      name: 'is not broken by the poll that decides',
      polls: [
        { at: 2, service: counted([aDeployment({ runningCount: 2 })]) },
        { at: 400, service: completed, wait: tasks },
      ],
      says: [['web:8 2 running of 2'], ['web:8 completed, 2 of 2 running']],
    },
  ])('$name', ({ polls, says }) => {
    expect(lines(polls)).toStrictEqual(says)
  })
})
