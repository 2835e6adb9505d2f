import { expect, test } from '@jest/globals'
import type { Deployment, Service } from '../../../../src/core/ecs/service.js'
import type { Task } from '../../../../src/core/ecs/task.js'
import { type DecisionDistance, decisionDistance } from '../../../../src/core/watch/decision-distance.js'
import type { Tracked } from '../../../../src/core/watch/tracked-deployment.js'
import type { WatchState } from '../../../../src/core/watch/watch-state.js'
import { aTracked } from '../../../support/rollout-builders.js'
import { aDeployment, anEvent, aService, thePrevious } from '../../../support/service-builders.js'
import { aStoppedTask } from '../../../support/task-builders.js'
import { aWatch } from '../../../support/watch-builders.js'

interface Row {
  readonly name: string
  readonly ours: Partial<Deployment> | undefined
  readonly previous?: Partial<Deployment>
  readonly service?: Partial<Service>
  readonly tracked?: Partial<Tracked>
  readonly stage?: 'rolling-out' | 'rolling-back' | 'stopping'
  readonly stopped?: readonly Task[]
  readonly bakesSince?: number
  /** seconds */
  readonly at?: number
  readonly polls?: number
  readonly isStopped?: boolean
  readonly distance: DecisionDistance
}

const gone = { runningCount: 0 }
const complete = { runningCount: 2 }
const started = { ...anEvent('(service web) has started 2 tasks: (task 3e7a1395).'), at: 20_000 }
const stopping = { ...anEvent('(service web) has stopped 2 running tasks: (task 11aa22bb).'), at: 40_000 }
const crashed = aStoppedTask({ stopCode: 'EssentialContainerExited', createdAt: 0, stoppedAt: 50_000 })
const neverRan = aStoppedTask({ stopCode: 'TaskFailedToStart', startedAt: undefined })
const withoutRollback = aTracked({ breaker: { ...aTracked().breaker, rollback: false } })

const rows: readonly Row[] = [
  { name: 'its tasks start', ours: { pendingCount: 2 }, distance: 'far' },
  { name: 'its tasks run beside those of before', ours: complete, distance: 'far' },
  {
    name: 'its tasks run, and ECS has begun to stop those of before',
    ours: complete,
    service: { events: [stopping, started] },
    distance: 'possible',
  },
  {
    name: 'ECS has stopped tasks of before to make room, and its own start',
    ours: { runningCount: 1, pendingCount: 1 },
    service: { events: [stopping, started] },
    distance: 'far',
  },
  {
    name: 'ECS had stopped tasks before it started these',
    ours: complete,
    service: { events: [started, { ...stopping, at: 10_000 }] },
    distance: 'far',
  },
  { name: 'its tasks run alone', ours: complete, previous: gone, distance: 'near' },
  {
    name: 'nothing is to run',
    ours: {},
    previous: gone,
    service: { desiredCount: 0 },
    distance: 'near',
  },
  {
    name: 'nothing is to run, and it has just begun',
    ours: {},
    previous: gone,
    service: { desiredCount: 0 },
    polls: 0,
    distance: 'far',
  },
  {
    name: 'the tasks of a first deployment run, healthy or not',
    ours: complete,
    previous: gone,
    tracked: { completedBefore: false },
    distance: 'possible',
  },
  {
    name: 'it bakes for alarms, for as long as ECS likes',
    ours: complete,
    previous: gone,
    service: { alarms: ['web-5xx'] },
    bakesSince: 60,
    at: 120,
    distance: 'possible',
  },
  {
    name: 'its bake time has just begun',
    ours: complete,
    previous: gone,
    service: { bakeTimeInMinutes: 10 },
    bakesSince: 60,
    at: 120,
    distance: 'far',
  },
  {
    name: 'its bake time is nearly over',
    ours: complete,
    previous: gone,
    service: { bakeTimeInMinutes: 10 },
    bakesSince: 60,
    at: 650,
    distance: 'near',
  },
  {
    name: 'half of its tasks are enough, and run',
    ours: { runningCount: 1 },
    service: { earlySuccessPercent: 50 },
    distance: 'near',
  },
  {
    name: 'half of its tasks are enough, and start',
    ours: { pendingCount: 2 },
    service: { earlySuccessPercent: 50 },
    distance: 'far',
  },
  {
    name: 'the next failure trips the breaker, which rolls back',
    ours: { failedTasks: 2, runningCount: 2 },
    distance: 'far',
  },
  {
    name: 'the next failure trips the breaker, and nothing that ran has to drain',
    ours: { failedTasks: 2, pendingCount: 2 },
    previous: complete,
    stopped: [neverRan],
    distance: 'near',
  },
  {
    name: 'the next failure trips the breaker, and tasks that served have to start again',
    ours: { failedTasks: 2, pendingCount: 2 },
    previous: { runningCount: 1 },
    stopped: [neverRan],
    distance: 'far',
  },
  {
    name: 'the next failure trips the breaker, and a task that ran has to drain',
    ours: { failedTasks: 2, pendingCount: 2 },
    previous: complete,
    stopped: [neverRan, { ...neverRan, startedAt: 1_000 }],
    distance: 'far',
  },
  {
    name: 'the next failure trips the breaker, which does not roll back',
    ours: { failedTasks: 2, runningCount: 2 },
    tracked: withoutRollback,
    distance: 'near',
  },
  {
    name: 'nothing has failed yet',
    ours: { runningCount: 2 },
    tracked: withoutRollback,
    distance: 'far',
  },
  {
    name: 'tasks that failed after 50 s were started again 30 s ago',
    ours: { failedTasks: 2, runningCount: 2 },
    previous: gone,
    tracked: withoutRollback,
    service: { events: [started] },
    stopped: [crashed],
    at: 50,
    distance: 'far',
  },
  {
    name: 'tasks that failed after 50 s were started again 45 s ago',
    ours: { failedTasks: 2, runningCount: 2 },
    previous: gone,
    tracked: withoutRollback,
    service: { events: [started] },
    stopped: [crashed],
    at: 65,
    distance: 'near',
  },
  { name: 'this run has requested to stop it', ours: complete, isStopped: true, distance: 'possible' },
  { name: 'it is being stopped', ours: complete, stage: 'stopping', distance: 'near' },
  {
    name: 'it is rolled back, and its tasks drain',
    ours: { status: 'ACTIVE', runningCount: 2 },
    previous: { status: 'PRIMARY' },
    stage: 'rolling-back',
    distance: 'possible',
  },
  {
    name: 'it is rolled back, and what served runs in part',
    ours: { status: 'ACTIVE', runningCount: 1 },
    previous: { status: 'PRIMARY', runningCount: 1 },
    stage: 'rolling-back',
    distance: 'far',
  },
  {
    name: 'it is rolled back, and only what served runs',
    ours: { status: 'ACTIVE' },
    previous: { status: 'PRIMARY' },
    stage: 'rolling-back',
    distance: 'near',
  },
  {
    name: 'it is rolled back, and more tasks of what served start',
    ours: undefined,
    previous: { status: 'PRIMARY', runningCount: 2, pendingCount: 1 },
    stage: 'rolling-back',
    distance: 'far',
  },
  {
    name: 'it is rolled back, and what served is not up again',
    ours: undefined,
    previous: { status: 'PRIMARY', runningCount: 1 },
    stage: 'rolling-back',
    distance: 'far',
  },
]

test.each(rows)('if $name, the decision is $distance', row => {
  expect(decisionDistance(stateOf(row), (row.at ?? 60) * 1_000)).toBe(row.distance)
})

test('of a service that is gone, no decision comes', () => {
  expect(decisionDistance(aWatch({}, 'missing'), 60_000)).toBe('far')
})

function stateOf({
  ours,
  previous,
  service,
  tracked,
  stage,
  stopped = [],
  bakesSince,
  ...row
}: Row): WatchState {
  const deployments = [...(ours ? [aDeployment(ours)] : []), thePrevious(previous)]
  const state = aWatch({ tracked: aTracked(tracked) }, aService({ deployments, desiredCount: 2, ...service }))
  return {
    ...state,
    polls: { ...state.polls, count: row.polls ?? 1 },
    failFast: { ...state.failFast, stopRequested: row.isStopped ?? false },
    verdict: { kind: 'watching', stage: stage ?? 'rolling-out', unconfirmedReason: undefined },
    tasks: { ...state.tasks, ended: new Map(stopped.map(task => [task.arn, task])) },
    waits: { ...state.waits, bake: bakesSince === undefined ? undefined : bakesSince * 1_000 },
  }
}
