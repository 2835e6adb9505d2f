import { describe, expect, test } from '@jest/globals'
import { counted, lines, steady, steadyLine } from '../../../../support/progress-lines.js'
import { aTracked } from '../../../../support/rollout-builders.js'
import {
  aDeployment,
  anEvent,
  aService,
  aServiceDeployment,
  thePrevious,
} from '../../../../support/service-builders.js'
import { tripFailed, tripped } from '../../../../support/snapshots.js'
import { anUnhealthyTask, taskArn } from '../../../../support/task-builders.js'

describe('the breaker', () => {
  const counts = (failures: number, status = 'MONITORING') =>
    aServiceDeployment({ breaker: { status, failures, threshold: 3 } })
  const failure = anUnhealthyTask()
  test.each([
    {
      name: 'logs its count with the failure that moved it',
      polls: [
        { at: 2, service: steady, serviceDeployment: counts(0) },
        { at: 4, service: steady, serviceDeployment: counts(1), tasks: [failure] },
      ],
      says: [
        [steadyLine],
        ['task 3e7a1395 failed: Task failed ELB health checks in (target-group web) (breaker 1 of 3)'],
      ],
    },
    {
      name: 'logs its trip with the failure that tripped it',
      polls: [
        { at: 2, service: steady, serviceDeployment: counts(2), tasks: [failure] },
        {
          at: 4,
          service: steady,
          serviceDeployment: counts(3, 'TRIGGERED'),
          tasks: [failure, { ...failure, arn: taskArn('6a127288') }],
        },
      ],
      says: [
        [
          'task 3e7a1395 failed: Task failed ELB health checks in (target-group web) (breaker 2 of 3)',
          steadyLine,
        ],
        ['task 6a127288 failed the same way (breaker 3 of 3): circuit breaker tripped'],
      ],
    },
    {
      name: 'that tripped counts no more, whatever the classic view says',
      polls: [
        { at: 2, service: steady, serviceDeployment: counts(3, 'TRIGGERED') },
        { at: 4, service: counted([aDeployment({ failedTasks: 3 }), thePrevious()]) },
        { at: 6, service: steady, serviceDeployment: counts(3, 'TRIGGERED') },
      ],
      says: [['circuit breaker tripped at 3 of 3 failures', steadyLine], [], []],
    },
    {
      name: 'counts anew after a healthy task',
      polls: [counts(1), counts(0), counts(1)].map((serviceDeployment, i) => ({
        at: 2 + 2 * i,
        service: steady,
        serviceDeployment,
      })),
      says: [
        ['circuit breaker counts 1 of 3 failures', steadyLine],
        [],
        ['circuit breaker counts 1 of 3 failures'],
      ],
    },
    {
      name: 'is known by the classic view alone, with the threshold for what the service wants',
      polls: [{ at: 2, service: counted([aDeployment({ failedTasks: 1 }), thePrevious()]) }],
      says: [['circuit breaker counts 1 of 3 failures', steadyLine]],
    },
    {
      name: 'logs a count once',
      polls: [
        { at: 2, service: steady, serviceDeployment: counts(2) },
        { at: 4, service: steady, serviceDeployment: counts(2) },
      ],
      says: [['circuit breaker counts 2 of 3 failures', steadyLine], []],
    },
    {
      name: 'logs its trip and the rollback, once',
      polls: [
        { at: 2, service: steady, serviceDeployment: counts(0) },
        {
          at: 4,
          service: tripFailed,
          serviceDeployment: aServiceDeployment({ status: 'ROLLBACK_IN_PROGRESS', breaker: tripped }),
        },
        {
          at: 6,
          service: tripFailed,
          serviceDeployment: aServiceDeployment({ status: 'ROLLBACK_IN_PROGRESS', breaker: tripped }),
        },
      ],
      says: [[steadyLine], ['circuit breaker tripped at 3 of 3 failures', 'rolling back to web:7'], []],
    },
    {
      name: 'that is off says nothing',
      polls: [{ at: 2, service: steady, serviceDeployment: counts(2, 'DISABLED') }],
      says: [[steadyLine]],
    },
    {
      name: 'says nothing of a gap between two reads',
      polls: [
        { at: 2, service: steady, serviceDeployment: counts(2) },
        { at: 4, service: steady },
        { at: 6, service: steady, serviceDeployment: counts(2) },
      ],
      says: [['circuit breaker counts 2 of 3 failures', steadyLine], [], []],
    },
  ])('$name', ({ polls, says }) => {
    expect(lines(polls)).toStrictEqual(says)
  })
})

test('a failed rollback comes after the trip that began it', () => {
  const message =
    'Deployment [Ao9_OyjP4DEDZ0qSXcYle] rollback has failed. No rollback candidate was found to run the rollback.'
  const service = aService({
    deployments: [aDeployment({ rolloutState: 'FAILED', failedTasks: 3 })],
    events: [anEvent(message)],
  })
  const serviceDeployment = aServiceDeployment({ status: 'ROLLBACK_FAILED', breaker: tripped })
  const [logged] = lines([{ at: 2, service, serviceDeployment }])
  expect(logged?.slice(0, 3)).toStrictEqual([
    'circuit breaker tripped at 3 of 3 failures',
    'the rollback has failed. No rollback candidate was found to run the rollback',
    'web:8 failed',
  ])
})

test('the log names the target of a stop and of a rollback', () => {
  const status = (status: string) => aServiceDeployment({ status })
  expect([
    lines([{ at: 2, service: steady, serviceDeployment: status('STOP_REQUESTED') }]),
    lines([{ at: 2, service: steady, serviceDeployment: status('ROLLBACK_REQUESTED') }]),
  ]).toStrictEqual([
    [['the deployment is being stopped', steadyLine]],
    [['rolling back to web:7', steadyLine]],
  ])
})

test('a breaker that the service does not have counts nothing', () => {
  const off = aTracked({ breaker: { ...aTracked().breaker, enable: false } })
  const service = counted([aDeployment({ failedTasks: 2 }), thePrevious()])
  expect(lines([{ at: 2, service }], off)).toStrictEqual([[steadyLine]])
})
