/** Outages behind a load balancer and healthy targets, as far as polls show them. */
import { expect, test } from '@jest/globals'
import {
  revisionShares,
  summarizeTargetHealth,
  type TargetHealthSnapshot,
} from '../../../../src/core/resources/target-health.js'
import { aTarget } from '../../../support/service-builders.js'

function snapshotAt(at: number, group: string, ...states: string[]): TargetHealthSnapshot {
  return {
    at: at * 1_000,
    group,
    targets: states.map((state, index) => aTarget({ id: `10.0.0.${index}`, state })),
  }
}

test.each<{ name: string; snapshots: TargetHealthSnapshot[]; at: number[] }>([
  { name: 'one healthy target is enough', snapshots: [snapshotAt(80, 'web', 'draining', 'healthy')], at: [] },
  {
    name: 'none is healthy for a while',
    snapshots: [
      snapshotAt(78, 'web', 'healthy', 'draining'),
      snapshotAt(90, 'web', 'draining', 'unhealthy'),
      snapshotAt(220, 'web', 'healthy'),
    ],
    at: [90_000],
  },
  { name: 'none is registered', snapshots: [snapshotAt(80, 'web')], at: [80_000] },
  {
    name: 'the other target group has one',
    snapshots: [snapshotAt(80, 'blue', 'healthy'), snapshotAt(81, 'green')],
    at: [],
  },
  {
    name: 'no target group has one',
    snapshots: [snapshotAt(80, 'blue', 'draining'), snapshotAt(81, 'green', 'initial')],
    at: [80_000],
  },
  {
    name: 'the other target group was not read again',
    snapshots: [
      snapshotAt(80, 'blue', 'healthy'),
      snapshotAt(81, 'green', 'initial'),
      snapshotAt(200, 'blue', 'draining'),
    ],
    at: [],
  },
  { name: 'no listener checks them', snapshots: [snapshotAt(80, 'web', 'unused', 'unused')], at: [] },
])('$name', ({ snapshots, at }) => {
  expect(summarizeTargetHealth(snapshots).flatMap(({ at, isOutage }) => (isOutage ? at : []))).toStrictEqual(
    at,
  )
})

test('target groups that are read together are one poll', () => {
  const snapshots = [
    snapshotAt(80, 'blue', 'healthy', 'healthy'),
    snapshotAt(81, 'green', 'initial'),
    snapshotAt(85, 'blue'),
  ]
  expect(summarizeTargetHealth(snapshots).map(({ at, healthy, of }) => [at, healthy, of])).toStrictEqual([
    [80_000, 2, 3],
    [85_000, 0, 0],
  ])
})

test.each([
  { name: 'without draining ones', states: ['healthy', 'healthy', 'draining'], healthy: 2, of: 2 },
  { name: 'all of them if all drain', states: ['draining', 'unhealthy.draining'], healthy: 0, of: 2 },
  { name: 'none if none is registered', states: [], healthy: 0, of: 0 },
])('targets of a poll are counted $name', ({ states, healthy, of }) => {
  expect(summarizeTargetHealth([snapshotAt(0, 'web', ...states)])).toMatchObject([{ healthy, of }])
})

test('healthy targets are counted by revision, newest first, without draining ones', () => {
  const target = (state: string, revision?: string) => aTarget({ state, revision })
  expect(
    revisionShares([
      target('initial'),
      target('healthy', 'web:9'),
      target('draining', 'web:9'),
      target('draining', 'web:10'),
    ]),
  ).toStrictEqual([
    { revision: 'web:10', healthy: 0, of: 1 },
    { revision: 'web:9', healthy: 1, of: 1 },
    { revision: undefined, healthy: 0, of: 1 },
  ])
})
