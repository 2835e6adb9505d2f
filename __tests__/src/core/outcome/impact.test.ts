/** Only what was seen: an outage, less than before, or nothing of both while everything was seen. */
import { expect, test } from '@jest/globals'
import { type Impact, impactOf } from '../../../../src/core/outcome/impact.js'
import { unknownServing } from '../../../../src/core/outcome/serving.js'
import type { TargetHealthSnapshot } from '../../../../src/core/resources/target-health.js'
import { type CapacityPoll, capacityPolled } from '../../../../src/core/watch/slices/capacity.js'
import type { WatchResult } from '../../../../src/core/watch/watch-result.js'
import {
  anObserved,
  aServicePlan,
  aSnapshot,
  aSpan,
  aTracked,
  tasksOf,
} from '../../../support/rollout-builders.js'
import {
  aDeployment,
  aLoadBalancer,
  aService,
  aTarget,
  before,
  ours,
  revisionArn,
  targetGroupArn,
  thePrevious,
} from '../../../support/service-builders.js'

type Watch = Parameters<typeof impactOf>[0]

const rolledBack: WatchResult = { kind: 'rolled-back', serving: revisionArn('web:7') }

function planned(running: number, loadBalancers = [aLoadBalancer()]) {
  const deployments = running === 0 ? [] : [thePrevious({ status: 'PRIMARY', runningCount: running })]
  return aServicePlan({
    observed: anObserved({ service: aService({ loadBalancers, deployments }) }),
  })
}

function watch(overrides: Partial<Watch>): Watch {
  return {
    plan: planned(2),
    tracked: aTracked(),
    capacity: [poll(10, { old: 2, ours: 0 }), poll(60, { old: 2, ours: 2 })],
    targets: [],
    alarms: new Map(),
    last: aSnapshot(),
    result: rolledBack,
    spans: [],
    serving: unknownServing,
    endedAt: 200_000,
    ...overrides,
  }
}

function poll(
  seconds: number,
  { old, ours: own, weight }: { readonly old: number; readonly ours: number; readonly weight?: number },
): CapacityPoll {
  const deployments = [
    { id: ours, taskDefinition: revisionArn('web:8'), running: own },
    { id: before, taskDefinition: revisionArn('web:7'), running: old },
  ].filter(({ running }) => running > 0)
  const at = seconds * 1_000
  return { at, lastAt: at, wanted: 2, deployments, trafficWeight: weight }
}

function health(seconds: number, ...states: readonly string[]): TargetHealthSnapshot {
  const targets = states.map(state => aTarget({ state }))
  return { at: seconds * 1_000, group: targetGroupArn, targets }
}

const first = { from: 10_000, to: 10_000 }
const last = { from: 60_000, to: 60_000 }

const other = (snapshot: TargetHealthSnapshot) => ({ ...snapshot, group: `${targetGroupArn}-b` })

test.each<{ readonly name: string; readonly seen: Partial<Watch>; readonly impact: Partial<Impact> }>([
  { name: 'the earlier tasks ran all the time', seen: {}, impact: { kind: 'unaffected', kept: 2 } },
  {
    name: 'fewer ran before than wanted: that is no loss',
    seen: { plan: planned(1), capacity: [poll(10, { old: 1, ours: 0 })] },
    impact: { kind: 'unaffected', kept: 1 },
  },
  {
    name: 'one task less for a while',
    seen: {
      capacity: [poll(10, { old: 1, ours: 0 }), poll(60, { old: 1, ours: 0 }), poll(90, { old: 2, ours: 0 })],
    },
    impact: { kind: 'reduced', least: 1, of: 2, lasts: false, spans: [{ from: 10_000, to: 60_000 }] },
  },
  {
    name: 'no task ran, then tasks that may have been healthy, then none again',
    seen: {
      capacity: [poll(10, { old: 0, ours: 0 }), poll(40, { old: 0, ours: 2 }), poll(60, { old: 0, ours: 0 })],
    },
    impact: { kind: 'outage', counted: 'tasks', lasts: true, spans: [first, last] },
  },
  {
    name: 'no task ran, then tasks none of which is healthy at the end',
    seen: {
      plan: planned(2, []),
      capacity: [poll(10, { old: 0, ours: 0 }), poll(60, { old: 2, ours: 0 })],
      serving: { kind: 'none', others: [tasksOf('web:7', { running: 2, healthy: 0 })] },
    },
    impact: { kind: 'outage', counted: 'tasks', least: 0, lasts: true },
  },
  {
    name: 'two outages with health between them',
    seen: {
      targets: [
        health(70, 'unhealthy', 'draining'),
        health(100, 'healthy', 'healthy'),
        health(130, 'initial'),
      ],
      capacity: [poll(10, { old: 2, ours: 0 }), poll(140, { old: 2, ours: 0 })],
    },
    impact: {
      kind: 'outage',
      counted: 'targets',
      lasts: false,
      spans: [
        { from: 70_000, to: 70_000 },
        { from: 130_000, to: 130_000 },
      ],
    },
  },
  {
    name: 'no target at the end, because no task runs',
    seen: { capacity: [poll(10, { old: 2, ours: 0 }), poll(60, { old: 0, ours: 0 })], targets: [health(70)] },
    impact: { kind: 'outage', counted: 'tasks', lasts: true },
  },
  {
    name: 'one of two targets is healthy at the end',
    seen: { targets: [health(70, 'healthy', 'unhealthy', 'unhealthy')] },
    impact: { kind: 'reduced', counted: 'targets', least: 1, lasts: true },
  },
  {
    name: 'a target in each of two groups: their sum says nothing',
    seen: { targets: [health(70, 'healthy'), other(health(71, 'unhealthy'))] },
    impact: { kind: 'unaffected' },
  },
  {
    name: 'no load balancer uses the group: unused is no outage',
    seen: { targets: [health(70, 'unused', 'unused')] },
    impact: { kind: 'unaffected' },
  },
  {
    name: 'the new tasks replaced earlier ones',
    seen: { capacity: [poll(10, { old: 1, ours: 1 })] },
    impact: { kind: 'unknown', reason: 'health-unread' },
  },
  {
    name: 'a new task was healthy before it failed',
    seen: { spans: [aSpan({ healthyAt: 50_000 })] },
    impact: { kind: 'unknown', reason: 'new-served' },
  },
  {
    name: 'a new task was healthy, and the deployment is not decided',
    seen: {
      spans: [aSpan({ healthyAt: 50_000 })],
      result: { kind: 'timed-out', minutes: 3, rollback: { kind: 'left' } },
    },
    impact: { kind: 'unaffected' },
  },
  {
    name: 'a healthy new task without any traffic',
    seen: { spans: [aSpan({ healthyAt: 50_000 })], capacity: [poll(10, { old: 2, ours: 2, weight: 0 })] },
    impact: { kind: 'unaffected' },
  },
  {
    name: 'a share of the traffic',
    seen: { capacity: [poll(10, { old: 2, ours: 2, weight: 10 })] },
    impact: { kind: 'unknown', reason: 'new-served' },
  },
  {
    name: 'an alarm, although every task ran',
    seen: { alarms: new Map([['web-5xx', { state: 'ALARM' } as never]]) },
    impact: { kind: 'unknown', reason: 'alarm' },
  },
  {
    name: 'the watch lost sight',
    seen: { result: { kind: 'unknown', reason: 'credentials' } },
    impact: { kind: 'unknown', reason: 'lost-sight' },
  },
  {
    name: 'no poll was answered',
    seen: { capacity: [] },
    impact: { kind: 'unknown', reason: 'health-unread' },
  },
  {
    name: 'the first deployment, which came up',
    seen: {
      plan: planned(0),
      capacity: [poll(10, { old: 0, ours: 0 }), poll(60, { old: 0, ours: 2 })],
      result: { kind: 'succeeded', running: 2 },
    },
    impact: { kind: 'unaffected', kept: 0 },
  },
  {
    name: 'the first deployment, which runs and is not healthy',
    seen: {
      plan: planned(0),
      capacity: [poll(10, { old: 0, ours: 0 }), poll(60, { old: 0, ours: 2 })],
      targets: [health(65, 'unhealthy', 'unhealthy')],
    },
    impact: { kind: 'outage', counted: 'targets', of: 0, lasts: true },
  },
])('$name', ({ seen, impact }) => {
  expect(impactOf(watch(seen))).toMatchObject(impact)
})

test('equal polls in a row are one, and a service that is gone adds none', () => {
  const service = aService({ deployments: [aDeployment({ runningCount: 0 }), thePrevious()] })
  const polls = [10_000, 20_000, 30_000].reduce<readonly CapacityPoll[]>(
    (all, at) => capacityPolled(all, aSnapshot({ at, service })),
    [],
  )
  const wanted = service.desiredCount
  const deployments = [{ id: before, taskDefinition: revisionArn('web:7'), running: 2 }]
  expect(polls).toEqual([{ at: 10_000, lastAt: 30_000, wanted, deployments, trafficWeight: undefined }])
  expect(capacityPolled(polls, aSnapshot({ service: 'missing' }))).toBe(polls)
})
