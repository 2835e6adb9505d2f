import { describe, expect, test } from '@jest/globals'
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
} from '../../../../support/looks.js'
import {
  aDeployment,
  aService,
  aServiceDeployment,
  revisionArn,
  thePrevious,
} from '../../../../support/service-builders.js'

describe('a deployment that works out', () => {
  test.each([
    {
      name: 'both views: SUCCESSFUL comes first and is enough once a task runs',
      looks: [
        { service: started },
        { service: started, serviceDeployment: aServiceDeployment({ status: 'PENDING' }) },
        { service: running, serviceDeployment: inProgress },
        { service: running, serviceDeployment: successful },
      ],
      says: ['rolling-out', 'rolling-out', 'rolling-out', 'succeeded'],
    },
    {
      name: 'the classic view alone, where service deployments may not be read',
      looks: [{ service: started }, { service: running }, { service: completed }],
      says: ['rolling-out', 'rolling-out', 'succeeded'],
    },
    {
      name: 'the service was read a moment after the service deployment and is ahead of it',
      looks: [{ service: completed, serviceDeployment: inProgress }],
      says: ['succeeded'],
    },
    {
      name: 'a first deployment, with nothing before it',
      looks: [
        { service: aService({ deployments: [aDeployment()] }), serviceDeployment: inProgress },
        { service: completed, serviceDeployment: successful },
      ],
      says: ['rolling-out', 'succeeded'],
    },
    {
      name: 'a status that nobody knows decides nothing',
      looks: [
        { service: running, serviceDeployment: aServiceDeployment({ status: 'CONTEMPLATING' }) },
        { service: completed, serviceDeployment: aServiceDeployment({ status: 'CONTEMPLATING' }) },
      ],
      says: ['rolling-out', 'succeeded'],
    },
    {
      name: 'a rollout state that nobody knows decides nothing',
      looks: [
        { service: aService({ deployments: [aDeployment({ rolloutState: 'DREAMING', runningCount: 2 })] }) },
        { service: aService({ deployments: [aDeployment({ rolloutState: 'DREAMING', runningCount: 2 })] }) },
      ],
      says: ['rolling-out', 'rolling-out'],
    },
    {
      name: 'a rollback was requested, but the deployment succeeded before it began',
      looks: [
        { service: running, serviceDeployment: rollbackRequested },
        { service: completed, serviceDeployment: successful },
      ],
      says: ['rolling-back', 'succeeded'],
    },
    {
      name: 'a throttled read of the service deployment leaves a gap and nothing else',
      looks: [
        { service: running, serviceDeployment: inProgress },
        { service: running },
        { service: running, serviceDeployment: successful },
      ],
      says: ['rolling-out', 'rolling-out', 'succeeded'],
    },
  ])('$name', ({ looks, says }) => {
    expect(verdicts(looks)).toStrictEqual(says)
  })
})

describe('success needs a running task of ours', () => {
  const empty = aDeployment({ rolloutState: 'COMPLETED', desiredCount: 0 })
  test.each([
    {
      name: 'COMPLETED with no running task is looked at again',
      look: { service: aService({ deployments: [empty] }) },
      verdict: { kind: 'watching', stage: 'rolling-out' },
    },
    {
      name: 'SUCCESSFUL with no running task is looked at again',
      look: { service: aService({ deployments: [empty] }), serviceDeployment: successful },
      verdict: { kind: 'watching', stage: 'rolling-out' },
    },
    {
      name: 'a service that wants no tasks is idle, by the classic view',
      look: { service: aService({ desiredCount: 0, deployments: [empty] }) },
      verdict: { kind: 'decided', result: { kind: 'idle' } },
    },
    {
      name: 'a service that wants no tasks is idle, by the service deployment',
      look: {
        service: aService({ desiredCount: 0, deployments: [aDeployment({ desiredCount: 0 })] }),
        serviceDeployment: successful,
      },
      verdict: { kind: 'decided', result: { kind: 'idle' } },
    },
    {
      name: 'tasks that still run do not make a service that wants none verified',
      look: {
        service: aService({ desiredCount: 0, deployments: [aDeployment({ ...empty, runningCount: 1 })] }),
      },
      verdict: { kind: 'decided', result: { kind: 'idle' } },
    },
    {
      name: 'counts that are equal at zero, right after the update, are no evidence',
      look: {
        service: aService({ deployments: [aDeployment({ desiredCount: 0 }), thePrevious()] }),
        serviceDeployment: inProgress,
      },
      verdict: { kind: 'watching', stage: 'rolling-out' },
    },
    {
      name: 'the number of running tasks is told',
      look: { service: completed, serviceDeployment: successful },
      verdict: { kind: 'decided', result: { kind: 'succeeded', running: 2 } },
    },
    {
      name: 'our id with another task definition is not our deployment',
      look: {
        service: aService({
          deployments: [
            aDeployment({ taskDefinition: revisionArn('web:7'), rolloutState: 'COMPLETED', runningCount: 2 }),
          ],
        }),
      },
      verdict: { kind: 'watching', stage: 'rolling-out' },
    },
  ])('$name', ({ look, verdict }) => {
    expect(verdictOf(look)).toEqual(verdict)
  })
})

describe('a rollback', () => {
  test.each([
    {
      name: 'both views, from the trip to the end',
      looks: [
        { service: started, serviceDeployment: inProgress },
        { service: tripNotYetFailed, serviceDeployment: rollingBack },
        { service: tripFailed, serviceDeployment: rollingBack },
        { service: restored, serviceDeployment: rolledBack },
      ],
      says: ['rolling-out', 'rolling-back', 'rolling-back', 'rolled-back'],
    },
    {
      name: 'the classic view alone: two looks without ours, so that one old read cannot say it',
      looks: [
        { service: started },
        { service: tripNotYetFailed },
        { service: tripFailed },
        { service: restored },
        { service: restored },
      ],
      says: ['rolling-out', 'rolling-back', 'rolling-back', 'rolling-back', 'rolled-back'],
    },
    {
      name: 'the classic view alone, while ours still drains beside the one that serves',
      looks: [
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
      looks: [
        { service: started, serviceDeployment: rolledBack },
        { service: restored, serviceDeployment: rolledBack },
      ],
      says: ['rolling-out', 'rolled-back'],
    },
    {
      name: 'a person stops the deployment: ROLLBACK_REQUESTED ends STOPPED with the old one PRIMARY',
      looks: [
        { service: running, serviceDeployment: inProgress },
        { service: running, serviceDeployment: rollbackRequested },
        { service: restored, serviceDeployment: stopped },
      ],
      says: ['rolling-out', 'rolling-back', 'rolled-back'],
    },
    {
      name: 'the phase was too short to be seen: STOPPED, and the old one is PRIMARY and completed',
      looks: [
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
      looks: [
        { service: started },
        { service: aService({ deployments: [back] }) },
        { service: restored },
        { service: restored },
      ],
      says: ['rolling-out', 'rolling-back', 'rolling-back', 'rolled-back'],
    },
    {
      name: 'an old read shows the rollback of an earlier deployment, before ours was seen',
      looks: [{ service: aService({ deployments: [back] }) }, { service: running }, { service: completed }],
      says: ['rolling-out', 'rolling-out', 'succeeded'],
    },
    {
      name: 'the old one has completed while ours is in the list and not FAILED: not over yet',
      looks: [1, 2, 3].map(() => ({
        service: aService({
          deployments: [thePrevious({ status: 'PRIMARY' }), aDeployment({ status: 'ACTIVE' })],
        }),
      })),
      says: ['rolling-back', 'rolling-back', 'rolling-back'],
    },
    {
      name: 'the old deployment never completes again: undecided by the classic view',
      looks: [{ service: tripFailed }, { service: tripFailed }, { service: tripFailed }],
      says: ['rolling-back', 'rolling-back', 'rolling-back'],
    },
  ])('$name', ({ looks, says }) => {
    expect(verdicts(looks)).toStrictEqual(says)
  })

  test.each([
    {
      name: 'says which revision serves, and why ECS rolled back',
      look: { service: restored, serviceDeployment: rolledBack },
      result: { kind: 'rolled-back', serving: revisionArn('web:7'), reason: thresholdExceeded },
    },
    {
      name: 'with the reason of the status where the rollback has none',
      look: {
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
      look: {
        service: restored,
        serviceDeployment: aServiceDeployment({ status: 'ROLLBACK_SUCCESSFUL' }),
      },
      result: { kind: 'rolled-back', serving: revisionArn('web:7') },
    },
  ])('$name', ({ look, result }) => {
    expect(verdictOf(look)).toEqual({ kind: 'decided', result })
  })
})
