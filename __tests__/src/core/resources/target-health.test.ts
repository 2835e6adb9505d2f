/** When nobody answered behind a load balancer, of the few looks at it that were made. */
import { expect, test } from '@jest/globals'
import {
  healthyTargets,
  revisionShares,
  summarizeTargetHealth,
  type TargetHealthSnapshot,
} from '../../../../src/core/resources/target-health.js'
import { aTarget } from '../../../support/service-builders.js'

function look(at: number, group: string, ...states: string[]): TargetHealthSnapshot {
  return {
    at: at * 1_000,
    group,
    targets: states.map((state, nth) => aTarget({ id: `10.0.0.${nth}`, state })),
  }
}

test.each<{ name: string; looks: TargetHealthSnapshot[]; at: number[] }>([
  { name: 'one healthy target is enough', looks: [look(80, 'web', 'draining', 'healthy')], at: [] },
  {
    name: 'none is healthy for a while',
    looks: [
      look(78, 'web', 'healthy', 'draining'),
      look(90, 'web', 'draining', 'unhealthy'),
      look(220, 'web', 'healthy'),
    ],
    at: [90_000],
  },
  { name: 'none is registered', looks: [look(80, 'web')], at: [80_000] },
  { name: 'the other target group has one', looks: [look(80, 'blue', 'healthy'), look(81, 'green')], at: [] },
  {
    name: 'no target group has one',
    looks: [look(80, 'blue', 'draining'), look(81, 'green', 'initial')],
    at: [80_000],
  },
  {
    name: 'the other target group was not asked again',
    looks: [look(80, 'blue', 'healthy'), look(81, 'green', 'initial'), look(200, 'blue', 'draining')],
    at: [],
  },
  { name: 'no listener asks them', looks: [look(80, 'web', 'unused', 'unused')], at: [] },
])('$name', ({ looks, at }) => {
  expect(summarizeTargetHealth(looks).flatMap(({ at, isOutage }) => (isOutage ? at : []))).toStrictEqual(at)
})

test('what several target groups say at once is one look', () => {
  const looks = [look(80, 'blue', 'healthy', 'healthy'), look(81, 'green', 'initial'), look(85, 'blue')]
  expect(summarizeTargetHealth(looks).map(({ at, healthy, of }) => [at, healthy, of])).toStrictEqual([
    [80_000, 2, 3],
    [85_000, 0, 0],
  ])
})

test.each([
  { name: 'what drains is left out', states: ['healthy', 'healthy', 'draining'], healthy: 2, of: 2 },
  { name: 'unless all of it drains', states: ['draining', 'unhealthy.draining'], healthy: 0, of: 2 },
  { name: 'nothing is registered', states: [], healthy: 0, of: 0 },
])('targets are counted: $name', ({ states, healthy, of }) => {
  expect(healthyTargets(look(0, 'web', ...states))).toStrictEqual({ healthy, of })
})

test('what is healthy is told by revision, the newest first, and what drains of each is left out', () => {
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
