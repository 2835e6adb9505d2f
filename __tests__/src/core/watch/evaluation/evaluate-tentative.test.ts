import { describe, expect, test } from '@jest/globals'
import { evaluate } from '../../../../../src/core/watch/evaluation/evaluate.js'
import { initialEvaluation } from '../../../../../src/core/watch/evaluation/evaluation.js'
import { aSnapshot, aTracked } from '../../../../support/rollout-builders.js'
import {
  aCompetingDeployment,
  aDeployment,
  aService,
  aServiceDeployment,
  before,
  ours,
  serviceRevisionArn,
  theirs,
  thePrevious,
} from '../../../../support/service-builders.js'
import {
  completed,
  inProgress,
  rolledBack,
  rollingBack,
  running,
  stale,
  stalled,
  stopped,
  successful,
  verdictOf,
  verdicts,
} from '../../../../support/snapshots.js'

const competingAlone = aService({
  deployments: [aCompetingDeployment({ runningCount: 2, rolloutState: 'COMPLETED' })],
})

describe('reads that are older than our deployment', () => {
  const quiet = [{ service: stale }, { service: stale }, { service: stale }]
  test.each([
    {
      name: 'before ours was read they say nothing, for a minute',
      polls: [...quiet, { service: running }, { service: completed }],
      says: ['rolling-out', 'rolling-out', 'rolling-out', 'rolling-out', 'succeeded'],
    },
    {
      name: 'that never show ours, a minute long after reads can be stale, mean a rollback that was never read',
      polls: Array.from({ length: 12 }, () => ({ service: stale })),
      says: [...Array.from({ length: 11 }, () => 'rolling-out'), 'rolled-back'],
    },
    {
      name: 'one after ours was read says nothing either',
      polls: [{ service: running }, { service: stale }, { service: running }, { service: stale }],
      says: ['rolling-out', 'rolling-out', 'rolling-out', 'rolling-out'],
    },
    {
      name: 'next to a service deployment that goes on they need more than two',
      polls: [
        { service: running, serviceDeployment: inProgress },
        ...quiet.map(poll => ({ ...poll, serviceDeployment: inProgress })),
        { service: running, serviceDeployment: successful },
      ],
      says: ['rolling-out', 'rolling-out', 'rolling-out', 'rolling-out', 'succeeded'],
    },
    {
      name: 'a competing PRIMARY that was read before ours may be older than ours',
      polls: [{ service: competingAlone }, { service: running }],
      says: ['rolling-out', 'rolling-out'],
    },
    {
      name: 'a response without any deployment decides nothing',
      polls: [{ service: aService({ deployments: [] }) }, { service: completed }],
      says: ['rolling-out', 'succeeded'],
    },
  ])('$name', ({ polls, says }) => {
    expect(verdicts(polls)).toStrictEqual(says)
  })
})

describe('views that contradict each other decide nothing', () => {
  const ourRevision = serviceRevisionArn(ours)
  test.each([
    {
      name: 'SUCCESSFUL, but the old one is PRIMARY',
      poll: { service: stale, serviceDeployment: successful },
    },
    {
      name: 'SUCCESSFUL, but ours is FAILED',
      poll: { service: stalled, serviceDeployment: successful },
    },
    {
      name: 'ROLLBACK_SUCCESSFUL, but ours is PRIMARY and COMPLETED',
      poll: { service: completed, serviceDeployment: rolledBack },
    },
    {
      name: 'ROLLBACK_IN_PROGRESS, but ours is PRIMARY and COMPLETED',
      poll: { service: completed, serviceDeployment: rollingBack },
    },
    {
      name: 'STOPPED, but ours is PRIMARY and COMPLETED',
      poll: { service: completed, serviceDeployment: stopped },
    },
    {
      name: 'ROLLBACK_SUCCESSFUL of a revision that is not ours',
      poll: {
        service: running,
        serviceDeployment: { ...rolledBack, targetRevisionArn: serviceRevisionArn(theirs) },
      },
    },
    {
      name: 'SUCCESSFUL of a revision with digits that only end like ours',
      poll: {
        service: running,
        serviceDeployment: { ...successful, targetRevisionArn: ourRevision.replace('/62163', '/162163') },
      },
    },
  ])('$name', ({ poll }) => {
    expect(verdictOf(poll).kind).toBe('watching')
  })
})

const draining = aService({ status: 'DRAINING' })

describe('a service that is gone', () => {
  test.each([
    {
      name: 'one response without it may be a glitch',
      polls: [{ service: 'missing' as const }],
      says: ['rolling-out'],
    },
    {
      name: 'two in a row are none',
      polls: [{ service: 'missing' as const }, { service: 'missing' as const }],
      says: ['rolling-out', 'unknown'],
    },
    {
      name: 'two with another response between them are glitches',
      polls: [{ service: 'missing' as const }, { service: running }, { service: 'missing' as const }],
      says: ['rolling-out', 'rolling-out', 'rolling-out'],
    },
    {
      name: 'a response without it interrupts consecutive polls',
      polls: [{ service: stalled }, { service: 'missing' as const }, { service: stalled }],
      says: ['rolling-out', 'rolling-out', 'rolling-out'],
    },
    {
      name: 'DRAINING takes two in a row',
      polls: [{ service: draining }, { service: running }, { service: draining }, { service: draining }],
      says: ['rolling-out', 'rolling-out', 'rolling-out', 'unknown'],
    },
    {
      name: 'INACTIVE after it was missing, whatever its deployments look like',
      polls: [
        { service: 'missing' as const },
        { service: { ...completed, status: 'INACTIVE' }, serviceDeployment: successful },
      ],
      says: ['rolling-out', 'unknown'],
    },
  ])('$name', ({ polls, says }) => {
    expect(verdicts(polls)).toStrictEqual(says)
  })
})

test('digits that start with 0 and exceed 2^53 are distinguished to the last one', () => {
  const id = 'ecs-svc/01928765432109876541'
  const tracked = aTracked({ deploymentId: id, before: ['ecs-svc/01928765432109876540', before] })
  const service = aService({
    deployments: [aDeployment({ id, runningCount: 2 }), thePrevious({ id: 'ecs-svc/01928765432109876540' })],
  })
  const of = (digits: string) =>
    aServiceDeployment({ ...successful, targetRevisionArn: serviceRevisionArn(digits) })
  expect([
    verdicts([{ service, serviceDeployment: of('ecs-svc/01928765432109876540') }], tracked),
    verdicts([{ service, serviceDeployment: of('ecs-svc/1928765432109876541') }], tracked),
    verdicts([{ service, serviceDeployment: of(id) }], tracked),
  ]).toStrictEqual([['rolling-out'], ['rolling-out'], ['succeeded']])
})

test('the reason names the end of the service', () => {
  const before = { ...initialEvaluation, readsAreCurrent: true, gonePolls: 1 }
  const gone = [draining, 'missing' as const]
  expect(
    gone.map(service => evaluate(aTracked(), before, aSnapshot({ at: 1, service })).verdict),
  ).toStrictEqual([
    {
      kind: 'decided',
      result: { kind: 'unknown', reason: 'the service is DRAINING: somebody deleted it', lost: 'service' },
    },
    {
      kind: 'decided',
      result: { kind: 'unknown', reason: 'the service no longer exists', lost: 'service' },
    },
  ])
})
