import { describe, expect, test } from '@jest/globals'
import { evaluate } from '../../../../../src/core/watch/evaluation/evaluate.js'
import { initialEvaluation } from '../../../../../src/core/watch/evaluation/evaluation.js'
import { aSnapshot, aTracked } from '../../../../support/rollout-builders.js'
import {
  aCompetingDeployment,
  aDeployment,
  aService,
  aServiceDeployment,
  thePrevious,
} from '../../../../support/service-builders.js'
import {
  failedWithPrevious,
  inProgress,
  noCandidate,
  overtaken,
  restored,
  rolledBack,
  rollingBack,
  stale,
  stalled,
  started,
  stopped,
  stopRequested,
  successful,
  tripFailed,
  tripped,
  verdictOf,
  verdicts,
} from '../../../../support/snapshots.js'

const rollbackFailed = aServiceDeployment({
  status: 'ROLLBACK_FAILED',
  statusReason: noCandidate,
  breaker: tripped,
})
const competingAlone = aService({
  deployments: [aCompetingDeployment({ runningCount: 2, rolloutState: 'COMPLETED' })],
})
const tasksFailed = 'ECS deployment circuit breaker: tasks failed to start.'

describe('a deployment that fails and stays', () => {
  test.each([
    {
      name: 'a first deployment by the classic view: FAILED stays PRIMARY, in two polls',
      polls: [
        { service: aService({ deployments: [aDeployment()] }) },
        { service: stalled },
        { service: stalled },
      ],
      says: ['rolling-out', 'rolling-out', 'failed'],
    },
    {
      name: 'a first deployment by both views: ROLLBACK_FAILED says it at once',
      polls: [
        { service: started, serviceDeployment: inProgress },
        { service: stalled, serviceDeployment: rollbackFailed },
      ],
      says: ['rolling-out', 'failed'],
    },
    {
      name: 'ROLLBACK_FAILED decides even while the service reads as it was before the trip',
      polls: [{ service: started, serviceDeployment: rollbackFailed }],
      says: ['failed'],
    },
    {
      name: 'rollback off: STOP_REQUESTED, then STOPPED with the breaker TRIGGERED',
      polls: [
        { service: started, serviceDeployment: inProgress },
        { service: failedWithPrevious, serviceDeployment: { ...stopRequested, breaker: tripped } },
        { service: failedWithPrevious, serviceDeployment: { ...stopped, breaker: tripped } },
      ],
      says: ['rolling-out', 'stopping', 'failed'],
    },
    {
      name: 'rollback off, by the classic view: FAILED next to the old tasks',
      polls: [{ service: started }, { service: failedWithPrevious }, { service: failedWithPrevious }],
      says: ['rolling-out', 'rolling-out', 'failed'],
    },
    {
      name: 'FAILED for a moment before the rollback begins is not a failure',
      polls: [
        { service: failedWithPrevious },
        { service: tripFailed },
        { service: restored },
        { service: restored },
      ],
      says: ['rolling-out', 'rolling-back', 'rolling-back', 'rolled-back'],
    },
    {
      name: 'FAILED while the service deployment goes on: four polls, since that view will say it by itself',
      polls: [1, 2, 3, 4].map(() => ({ service: failedWithPrevious, serviceDeployment: inProgress })),
      says: ['rolling-out', 'rolling-out', 'rolling-out', 'failed'],
    },
    {
      name: 'FAILED while ECS rolls back is a rollback that has not moved yet',
      polls: [1, 2, 3, 4, 5].map(() => ({ service: failedWithPrevious, serviceDeployment: rollingBack })),
      says: ['rolling-back', 'rolling-back', 'rolling-back', 'rolling-back', 'rolling-back'],
    },
    {
      name: 'STOPPED, with ours still PRIMARY and no other deployment: stopped for good',
      polls: [1, 2, 3, 4].map(() => ({ service: started, serviceDeployment: stopped })),
      says: ['rolling-out', 'rolling-out', 'rolling-out', 'failed'],
    },
  ])('$name', ({ polls, says }) => {
    expect(verdicts(polls)).toStrictEqual(says)
  })

  test.each([
    {
      name: 'says what still runs, and why there was no rollback',
      poll: { service: stalled, serviceDeployment: rollbackFailed },
      result: { kind: 'failed', running: 1, reason: noCandidate },
    },
    {
      name: 'STOPPED by the breaker says what the deployment says',
      poll: { service: failedWithPrevious, serviceDeployment: { ...stopped, breaker: tripped } },
      result: { kind: 'failed', running: 0, reason: tasksFailed },
    },
    {
      name: 'STOPPED by an alarm, without any text of ECS',
      poll: {
        service: started,
        serviceDeployment: { ...stopped, triggeredAlarms: ['web-5xx'] },
      },
      result: { kind: 'failed', running: 0, reason: 'a CloudWatch alarm stopped it' },
    },
    {
      name: 'the breaker had tripped before another deployment took over',
      poll: {
        service: overtaken,
        serviceDeployment: { ...stopped, breaker: tripped },
      },
      result: {
        kind: 'failed',
        running: 0,
        reason: 'the circuit breaker tripped',
        replacedBy: aCompetingDeployment(),
      },
    },
    {
      name: 'the breaker had tripped, and the stop continues when another deployment takes over',
      poll: {
        service: aService({
          deployments: [
            aCompetingDeployment(),
            aDeployment({ status: 'ACTIVE', rolloutState: 'FAILED', runningCount: 1 }),
            thePrevious(),
          ],
        }),
        serviceDeployment: { ...stopRequested, breaker: tripped },
      },
      result: { kind: 'failed', running: 1, reason: tasksFailed, replacedBy: aCompetingDeployment() },
    },
  ])('$name', ({ poll, result }) => {
    expect(verdictOf(poll)).toEqual({ kind: 'decided', result })
  })

  test('STOPPED by the breaker says that rollback is off if it is', () => {
    const tracked = aTracked({ breaker: { ...aTracked().breaker, rollback: false } })
    const snapshot = aSnapshot({ service: started, serviceDeployment: { ...stopped, breaker: tripped } })
    expect(evaluate(tracked, initialEvaluation, snapshot).verdict).toEqual({
      kind: 'decided',
      result: { kind: 'failed', running: 0, reason: 'the circuit breaker tripped, and rollback is off' },
    })
  })
})

describe('a deployment that another deployment replaces', () => {
  test.each([
    {
      name: 'while it rolls out, both views',
      poll: { service: overtaken, serviceDeployment: stopRequested },
      stateWhenSuperseded: 'undecided',
    },
    {
      name: 'while it rolls out, the classic view alone',
      poll: { service: overtaken },
      stateWhenSuperseded: 'undecided',
    },
    {
      name: 'when it is already out of the list',
      poll: { service: competingAlone, serviceDeployment: stopped },
      stateWhenSuperseded: 'undecided',
    },
    {
      name: 'STOPPED without TRIGGERED is not a failure',
      poll: {
        service: overtaken,
        serviceDeployment: {
          ...stopped,
          breaker: { status: 'MONITORING_COMPLETE', failures: 1, threshold: 3 },
        },
      },
      stateWhenSuperseded: 'undecided',
    },
    {
      name: 'while it was being rolled back',
      poll: { service: overtaken, serviceDeployment: rollingBack },
      stateWhenSuperseded: 'rolling-back',
    },
    {
      name: 'after it was rolled back',
      poll: { service: competingAlone, serviceDeployment: rolledBack },
      stateWhenSuperseded: 'rolling-back',
    },
    {
      name: 'right after it had completed',
      poll: { service: competingAlone, serviceDeployment: successful },
      stateWhenSuperseded: 'completed',
    },
  ])('$name', ({ poll, stateWhenSuperseded }) => {
    const verdict = verdictOf(poll)
    const by = poll.service.deployments[0]
    expect(verdict).toStrictEqual({
      kind: 'decided',
      result: { kind: 'superseded', by, stateWhenSuperseded },
    })
  })

  test('a rollback that was read earlier is remembered', () => {
    expect(
      verdicts([{ service: tripFailed }, { service: competingAlone }]).concat(verdicts([{ service: stale }])),
    ).toStrictEqual(['rolling-back', 'superseded', 'rolling-out'])
  })

  test('two rivals at once: the one that is PRIMARY is named', () => {
    const other = aCompetingDeployment({ id: 'ecs-svc/3541978090126952138', status: 'ACTIVE' })
    const service = aService({
      deployments: [other, aCompetingDeployment(), aDeployment({ status: 'ACTIVE' })],
    })
    expect(verdictOf({ service })).toStrictEqual({
      kind: 'decided',
      result: { kind: 'superseded', by: aCompetingDeployment(), stateWhenSuperseded: 'undecided' },
    })
  })
})
