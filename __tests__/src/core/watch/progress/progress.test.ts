import { describe, expect, test } from '@jest/globals'
import { counted, lines, steady, steadyLine } from '../../../../support/progress-lines.js'
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
      name: 'say nothing of an answer without the service',
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
  const at = (seconds: number) => ({ at: seconds, service: steady })
  test.each([
    {
      name: 'is broken before a minute has passed, with the time since the last news',
      polls: [at(2), at(30), at(51), at(52), at(58), at(101), at(102)],
      says: [[steadyLine], [], [], ['no change for 0:50'], [], [], ['no change for 1:40']],
    },
    {
      name: 'starts again with every piece of news',
      polls: [at(2), { at: 40, service: running }, { at: 89, service: steady }],
      says: [[steadyLine], ['web:8 2 running of 2'], [steadyLine]],
    },
    {
      name: 'is not broken by the poll that decides',
      polls: [
        { at: 2, service: counted([aDeployment({ runningCount: 2 })]) },
        { at: 90, service: completed },
      ],
      says: [['web:8 2 running of 2'], ['web:8 completed, 2 of 2 running']],
    },
  ])('$name', ({ polls, says }) => {
    expect(lines(polls)).toStrictEqual(says)
  })
})
