import { expect, test } from '@jest/globals'
import { buildRollout } from '../../../../src/core/outcome/build-rollout.js'
import type { WatchRecord } from '../../../../src/core/outcome/watch-record.js'
import { definedMembers } from '../../../../src/core/text/defined-members.js'
import { aServicePlan, aSnapshot, aTracked } from '../../../support/rollout-builders.js'
import {
  aDeployment,
  aHook,
  anEvent,
  aService,
  aServiceDeployment,
  aTarget,
  revisionArn,
  thePrevious,
} from '../../../support/service-builders.js'
import { aStoppedTask, taskArn } from '../../../support/task-builders.js'

const id = (start: string) => start.padEnd(32, '0')
const crashed = aStoppedTask({
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container exited',
})
/** Newest first. */
const events = [
  anEvent(`(service web) (task ${id('5e1c383c')}) failed container health checks.`),
  anEvent(`(service web) (task ${id('3e7a1395')}) failed container health checks.`),
  anEvent(`(service web) has started 2 tasks: (task ${id('3e7a1395')}) (task ${id('5e1c383c')}).`),
]
const failing = aService({ deployments: [aDeployment({ failedTasks: 3 }), thePrevious()], events })

function seen({
  tasks,
  ...overrides
}: Partial<Omit<WatchRecord, 'tasks'>> & { tasks?: Partial<WatchRecord['tasks']> }) {
  return buildRollout({
    plan: aServicePlan(),
    definition: {},
    secrets: [],
    tracked: aTracked(),
    last: aSnapshot(),
    result: { kind: 'rolled-back', serving: revisionArn('web:7') },
    endedAt: 204_000,
    capacity: [],
    targets: [],
    alarms: new Map(),
    timeline: [],
    serviceDeploymentArn: undefined,
    unconfirmedReason: undefined,
    stoppedBecause: undefined,
    wait: undefined,
    rollback: undefined,
    ...overrides,
    tasks: {
      all: [],
      stopped: [],
      running: undefined,
      healthy: new Map(),
      others: new Set(),
      denied: false,
      ...tasks,
    },
  })
}

const observedAlone = () => {
  const plan = aServicePlan()
  const service = { ...plan.observed.service, deployments: [thePrevious({ runningCount: 0 })] }
  return { ...plan, observed: { ...plan.observed, service } }
}
const reason = 'failed container health checks'
const group = (...tasks: readonly string[]) => ({
  failureClass: 'health-check',
  reason,
  tasks: tasks.map(taskArn),
})

test.each<{
  readonly name: string
  readonly sightings: Parameters<typeof seen>[0]
  readonly failures: readonly object[]
  readonly failedTasks: number
}>([
  { name: 'nothing failed', sightings: {}, failures: [], failedTasks: 0 },
  {
    name: 'one task that failed, with a higher count of ECS: events do not count',
    sightings: { last: aSnapshot({ service: failing }), tasks: { stopped: [crashed] } },
    failures: [
      {
        failureClass: 'container-exit',
        reason: 'Essential container exited',
        stopCode: 'EssentialContainerExited',
        tasks: [crashed.arn],
      },
    ],
    failedTasks: 3,
  },
  {
    name: 'tasks that ECS has forgotten, of a first deployment: the events, and its count',
    sightings: { plan: observedAlone(), last: aSnapshot({ service: failing }) },
    failures: [group('3e7a1395', '5e1c383c')],
    failedTasks: 3,
  },
  {
    name: 'the same next to a revision that had tasks: of the service',
    sightings: { last: aSnapshot({ service: failing }) },
    failures: [{ ...group('3e7a1395', '5e1c383c'), of: 'service' }],
    failedTasks: 3,
  },
  {
    name: 'events with more failures than ECS counts, next to a revision that had tasks: the count of ECS',
    sightings: {
      last: aSnapshot({
        service: { ...failing, deployments: [aDeployment({ failedTasks: 1 }), thePrevious()] },
      }),
    },
    failures: [{ ...group('3e7a1395', '5e1c383c'), of: 'service' }],
    failedTasks: 1,
  },
  {
    name: 'a task of another deployment',
    sightings: { last: aSnapshot({ service: failing }), tasks: { others: new Set([taskArn('5e1c383c')]) } },
    failures: [{ ...group('3e7a1395'), of: 'service' }],
    failedTasks: 3,
  },
])('$name', ({ sightings, failures, failedTasks }) => {
  expect(seen(sightings)).toMatchObject({ failures, failedTasks })
})

const left = { kind: 'timed-out', minutes: 5, rollback: { kind: 'left' } } as const
const target = { at: 204_000, group: 'web', targets: [aTarget()] }

test.each<{ readonly name: string; readonly sightings: Parameters<typeof seen>[0]; readonly has: string[] }>([
  { name: 'nothing more than is known', sightings: {}, has: [] },
  { name: 'targets next to a failure', sightings: { targets: [target] }, has: ['targets'] },
  {
    name: 'no targets next to a success without one',
    sightings: { targets: [target], result: { kind: 'succeeded', running: 2 } },
    has: [],
  },
  {
    name: 'a rollback that goes on, and why',
    sightings: {
      result: left,
      rollback: { target: undefined, failed: [] },
      stoppedBecause: 'x',
      unconfirmedReason: 'y',
      serviceDeploymentArn: 'z',
    },
    has: ['rollback', 'serviceDeploymentArn', 'stoppedBecause', 'unconfirmedReason'],
  },
  {
    name: 'a hook',
    sightings: {
      last: aSnapshot({
        serviceDeployment: aServiceDeployment({
          hooks: [aHook({ status: 'FAILED' })],
        }),
      }),
    },
    has: ['failedHook'],
  },
])('of what may be absent there is $name', ({ sightings, has }) => {
  const optional = [
    'alarmDetails', 'failedHook', 'unconfirmedReason', 'rollback', 'serviceDeploymentArn', 'stoppedBecause',
    'targets', 'unplaced', 'pendingHook',
  ] // biome-ignore format: one list
  const rollout = seen({ last: aSnapshot({ service: 'missing' }), ...sightings })
  const there = Object.keys(definedMembers(rollout)).filter(key => optional.includes(key))
  expect(there.sort()).toStrictEqual(has)
})
