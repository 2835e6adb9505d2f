import { describe, expect, test } from '@jest/globals'
import {
  aDeployment,
  aService,
  aServiceDeployment,
  revisionArn,
  thePrevious,
} from '../../../../support/service-builders.js'
import {
  back,
  completed,
  inProgress,
  restored,
  rollbackRequested,
  rolledBack,
  rollingBack,
  running,
  started,
  stopped,
  successful,
  thresholdExceeded,
  tripFailed,
  tripNotYetFailed,
  verdictOf,
  verdicts,
} from '../../../../support/snapshots.js'

describe('a deployment that works out', () => {
  test.each([
    {
      name: 'both views: SUCCESSFUL comes first and is enough once a task runs',
      polls: [
        { service: started },
        { service: started, serviceDeployment: aServiceDeployment({ status: 'PENDING' }) },
        { service: running, serviceDeployment: inProgress },
        { service: running, serviceDeployment: successful },
      ],
      says: ['rolling-out', 'rolling-out', 'rolling-out', 'succeeded'],
    },
    {
      name: 'the classic view alone, where service deployments may not be read',
      polls: [{ service: started }, { service: running }, { service: completed }],
      says: ['rolling-out', 'rolling-out', 'succeeded'],
    },
    {
      name: 'the service was read a moment after the service deployment and is ahead of it',
      polls: [{ service: completed, serviceDeployment: inProgress }],
      says: ['succeeded'],
    },
    {
      name: 'a first deployment, with nothing before it',
      polls: [
        { service: aService({ deployments: [aDeployment()] }), serviceDeployment: inProgress },
        { service: completed, serviceDeployment: successful },
      ],
      says: ['rolling-out', 'succeeded'],
    },
    {
      name: 'an unknown status decides nothing',
      polls: [
        { service: running, serviceDeployment: aServiceDeployment({ status: 'CONTEMPLATING' }) },
        { service: completed, serviceDeployment: aServiceDeployment({ status: 'CONTEMPLATING' }) },
      ],
      says: ['rolling-out', 'succeeded'],
    },
    {
      name: 'an unknown rollout state decides nothing',
      polls: [
        { service: aService({ deployments: [aDeployment({ rolloutState: 'DREAMING', runningCount: 2 })] }) },
        { service: aService({ deployments: [aDeployment({ rolloutState: 'DREAMING', runningCount: 2 })] }) },
      ],
      says: ['rolling-out', 'rolling-out'],
    },
    {
      name: 'a rollback was requested, but the deployment succeeded before it began',
      polls: [
        { service: running, serviceDeployment: rollbackRequested },
        { service: completed, serviceDeployment: successful },
      ],
      says: ['rolling-back', 'succeeded'],
    },
    {
      name: 'a throttled read of the service deployment leaves a gap and nothing else',
      polls: [
        { service: running, serviceDeployment: inProgress },
        { service: running },
        { service: running, serviceDeployment: successful },
      ],
      says: ['rolling-out', 'rolling-out', 'succeeded'],
    },
  ])('$name', ({ polls, says }) => {
    expect(verdicts(polls)).toStrictEqual(says)
  })
})

describe('success needs a running task of ours', () => {
  const empty = aDeployment({ rolloutState: 'COMPLETED', desiredCount: 0 })
  test.each([
    {
      name: 'COMPLETED with no running task is polled again',
      poll: { service: aService({ deployments: [empty] }) },
      verdict: { kind: 'watching', stage: 'rolling-out' },
    },
    {
      name: 'SUCCESSFUL with no running task is polled again',
      poll: { service: aService({ deployments: [empty] }), serviceDeployment: successful },
      verdict: { kind: 'watching', stage: 'rolling-out' },
    },
    {
      name: 'a service that wants no tasks is idle, by the classic view',
      poll: { service: aService({ desiredCount: 0, deployments: [empty] }) },
      verdict: { kind: 'decided', result: { kind: 'idle' } },
    },
    {
      name: 'a service that wants no tasks is idle, by the service deployment',
      poll: {
        service: aService({ desiredCount: 0, deployments: [aDeployment({ desiredCount: 0 })] }),
        serviceDeployment: successful,
      },
      verdict: { kind: 'decided', result: { kind: 'idle' } },
    },
    {
      name: 'tasks that still run do not make a service that wants none verified',
      poll: {
        service: aService({ desiredCount: 0, deployments: [aDeployment({ ...empty, runningCount: 1 })] }),
      },
      verdict: { kind: 'decided', result: { kind: 'idle' } },
    },
    {
      name: 'equal counts of zero, right after the update, are not evidence',
      poll: {
        service: aService({ deployments: [aDeployment({ desiredCount: 0 }), thePrevious()] }),
        serviceDeployment: inProgress,
      },
      verdict: { kind: 'watching', stage: 'rolling-out' },
    },
    {
      name: 'the number of running tasks is logged',
      poll: { service: completed, serviceDeployment: successful },
      verdict: { kind: 'decided', result: { kind: 'succeeded', running: 2 } },
    },
    {
      name: 'our id with another task definition is not our deployment',
      poll: {
        service: aService({
          deployments: [
            aDeployment({ taskDefinition: revisionArn('web:7'), rolloutState: 'COMPLETED', runningCount: 2 }),
          ],
        }),
      },
      verdict: { kind: 'watching', stage: 'rolling-out' },
    },
  ])('$name', ({ poll, verdict }) => {
    expect(verdictOf(poll)).toEqual(verdict)
  })
})

describe('a rollback', () => {
  test.each([
    {
      name: 'both views, from the trip to the end',
      polls: [
        { service: started, serviceDeployment: inProgress },
        { service: tripNotYetFailed, serviceDeployment: rollingBack },
        { service: tripFailed, serviceDeployment: rollingBack },
        { service: restored, serviceDeployment: rolledBack },
      ],
      says: ['rolling-out', 'rolling-back', 'rolling-back', 'rolled-back'],
    },
    {
      name: 'the classic view alone: two polls without ours, so that one old read cannot say it',
      polls: [
        { service: started },
        { service: tripNotYetFailed },
        { service: tripFailed },
        { service: restored },
        { service: restored },
      ],
      says: ['rolling-out', 'rolling-back', 'rolling-back', 'rolling-back', 'rolled-back'],
    },
    {
      name: 'the classic view alone, while ours still drains next to the one that serves',
      polls: [
        { service: tripFailed },
        {
          service: aService({
            deployments: [
              thePrevious({ status: 'PRIMARY' }),
              aDeployment({ status: 'DRAINING', rolloutState: 'FAILED' }),
            ],
          }),
        },
        { service: restored },
      ],
      says: ['rolling-back', 'rolling-back', 'rolled-back'],
    },
    {
      name: 'the service deployment is ahead of an old read of the service',
      polls: [
        { service: started, serviceDeployment: rolledBack },
        { service: restored, serviceDeployment: rolledBack },
      ],
      says: ['rolling-out', 'rolled-back'],
    },
    {
      name: 'a person stops the deployment: ROLLBACK_REQUESTED ends STOPPED with the old one PRIMARY',
      polls: [
        { service: running, serviceDeployment: inProgress },
        { service: running, serviceDeployment: rollbackRequested },
        { service: restored, serviceDeployment: stopped },
      ],
      says: ['rolling-out', 'rolling-back', 'rolled-back'],
    },
    {
      name: 'the phase was too short to be read: STOPPED, and the old one is PRIMARY and completed',
      polls: [
        { service: running, serviceDeployment: inProgress },
        { service: restored, serviceDeployment: stopped },
        { service: restored, serviceDeployment: stopped },
        { service: restored, serviceDeployment: stopped },
        { service: restored, serviceDeployment: stopped },
      ],
      says: ['rolling-out', 'rolling-out', 'rolling-out', 'rolling-out', 'rolled-back'],
    },
    {
      name: 'ours is out of the list while the old one comes back',
      polls: [
        { service: started },
        { service: aService({ deployments: [back] }) },
        { service: restored },
        { service: restored },
      ],
      says: ['rolling-out', 'rolling-back', 'rolling-back', 'rolled-back'],
    },
    {
      name: 'an old read shows the rollback of an earlier deployment, before ours was read',
      polls: [{ service: aService({ deployments: [back] }) }, { service: running }, { service: completed }],
      says: ['rolling-out', 'rolling-out', 'succeeded'],
    },
    {
      name: 'the old one has completed while ours is in the list and not FAILED: not over yet',
      polls: [1, 2, 3].map(() => ({
        service: aService({
          deployments: [thePrevious({ status: 'PRIMARY' }), aDeployment({ status: 'ACTIVE' })],
        }),
      })),
      says: ['rolling-back', 'rolling-back', 'rolling-back'],
    },
    {
      name: 'the old deployment never completes again: undecided by the classic view',
      polls: [{ service: tripFailed }, { service: tripFailed }, { service: tripFailed }],
      says: ['rolling-back', 'rolling-back', 'rolling-back'],
    },
  ])('$name', ({ polls, says }) => {
    expect(verdicts(polls)).toStrictEqual(says)
  })

  test.each([
    {
      name: 'says which revision serves, and why ECS rolled back',
      poll: { service: restored, serviceDeployment: rolledBack },
      result: { kind: 'rolled-back', serving: revisionArn('web:7'), reason: thresholdExceeded },
    },
    {
      name: 'with the reason of the status where the rollback has none',
      poll: {
        service: restored,
        serviceDeployment: aServiceDeployment({
          status: 'ROLLBACK_SUCCESSFUL',
          statusReason:
            'Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT pause hook timed out.',
        }),
      },
      result: {
        kind: 'rolled-back',
        serving: revisionArn('web:7'),
        reason: 'Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT pause hook timed out.',
      },
    },
    {
      name: 'without a reason where ECS gives none',
      poll: {
        service: restored,
        serviceDeployment: aServiceDeployment({ status: 'ROLLBACK_SUCCESSFUL' }),
      },
      result: { kind: 'rolled-back', serving: revisionArn('web:7') },
    },
  ])('$name', ({ poll, result }) => {
    expect(verdictOf(poll)).toEqual({ kind: 'decided', result })
  })
})
