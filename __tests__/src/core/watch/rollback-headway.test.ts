import { expect, test } from '@jest/globals'
import type { Service } from '../../../../src/core/ecs/service.js'
import { stuckText } from '../../../../src/core/plan/stuck-rollback.js'
import { type RollbackEvidence, stuckRollback } from '../../../../src/core/watch/rollback-headway.js'
import {
  aDeployment,
  aService,
  aTarget,
  before,
  ours,
  revisionArn,
} from '../../../support/service-builders.js'
import { aStoppedTask, aTask } from '../../../support/task-builders.js'

const second = 1_000
const target = aDeployment({ id: before, taskDefinition: revisionArn('web:7'), createdAt: 60 * second })
const failedOne = aDeployment({ id: ours, status: 'ACTIVE', rolloutState: 'FAILED', createdAt: 0 })
const service = (overrides: Partial<Service> = {}) =>
  aService({ deployments: [target, failedOne], ...overrides })

/** Created at, and how long it ran. */
function failed(createdAt: number, seconds = 5) {
  return aStoppedTask({
    stopCode: 'TaskFailedToStart',
    stoppedReason: 'CannotPullContainerError: not found',
    createdAt: createdAt * second,
    startedAt: createdAt * second,
    stoppedAt: (createdAt + seconds) * second,
  })
}

function up(startedAt: number, overrides: Parameters<typeof aTask>[0] = {}) {
  return aTask({
    createdAt: startedAt * second,
    startedAt: startedAt * second,
    addresses: ['10.0.1.17'],
    ...overrides,
  })
}

const twice = [failed(70), failed(80)]
const evidence: RollbackEvidence = {
  service: service(),
  deployment: target,
  stopped: twice,
  running: [],
  targets: [],
  now: 200 * second,
}
const unhealthy = aTarget({ state: 'unhealthy' })
const noCapacity = aStoppedTask({
  stopCode: 'TaskFailedToStart',
  stoppedReason:
    'Capacity is unavailable at this time. Please try again later or in a different availability zone',
})

test.each<{
  readonly name: string
  readonly given: Partial<RollbackEvidence>
  readonly failed: number | undefined
}>([
  { name: 'a task and its replacement failed', given: {}, failed: 2 },
  { name: 'all tasks failed once', given: { stopped: [failed(70), failed(71)] }, failed: undefined },
  { name: 'nothing failed yet', given: { stopped: [] }, failed: undefined },
  {
    name: 'they failed before the deployment that is rolled back',
    given: { stopped: [failed(-80), failed(-70)] },
    failed: undefined,
  },
  {
    name: 'they found no capacity',
    given: {
      stopped: [70, 90].map(at => ({ ...noCapacity, createdAt: at * second, stoppedAt: (at + 5) * second })),
    },
    failed: undefined,
  },
  { name: 'one has been up for longer', given: { running: [up(100)] }, failed: undefined },
  { name: 'one has just started', given: { running: [up(190)] }, failed: 2 },
  {
    name: 'one has been up, but not for as long as those that failed',
    given: { stopped: [failed(10, 120), failed(135, 60)], running: [up(140)] },
    failed: 2,
  },
  {
    name: 'one that has just started is healthy by its container',
    given: { running: [up(190, { healthStatus: 'HEALTHY' })] },
    failed: undefined,
  },
  {
    name: 'one that has been up is not healthy',
    given: { running: [up(100, { healthStatus: 'UNHEALTHY' })] },
    failed: 2,
  },
  {
    name: 'one has a healthy target',
    given: { running: [up(190)], targets: [[aTarget()]] },
    failed: undefined,
  },
  {
    name: 'one has been up with an unhealthy target',
    given: { running: [up(100)], targets: [[unhealthy]] },
    failed: 2,
  },
  {
    name: 'a healthy target of another task',
    given: { running: [up(100)], targets: [[aTarget({ id: '10.0.1.99' })]] },
    failed: 2,
  },
  {
    name: 'one has been up, and targets may not be read',
    given: { running: [up(100)], targets: [undefined] },
    failed: undefined,
  },
  { name: 'an old one still serves', given: { running: [up(-500)] }, failed: 2 },
  { name: 'tasks may not be read, and nothing is counted', given: { stopped: undefined }, failed: undefined },
  {
    name: 'tasks may not be read, and more have failed than the service wants',
    given: { running: undefined, deployment: { ...target, failedTasks: 3 } },
    failed: 3,
  },
  {
    name: 'tasks may not be read, and one runs',
    given: { running: undefined, deployment: { ...target, failedTasks: 3, runningCount: 1 } },
    failed: undefined,
  },
])('headway of a rollback: $name', ({ failed, given }) => {
  expect(stuckRollback({ ...evidence, ...given })?.failed).toBe(failed)
})

test.each([
  { running: 0, isOutage: true },
  { running: 1, isOutage: false },
])('an outage is a service without a running task: $running', ({ isOutage, running }) => {
  const stuck = stuckRollback({ ...evidence, service: service({ runningCount: running }) })
  expect(stuck).toEqual({
    revision: 'web:7',
    failed: 2,
    reason: 'CannotPullContainerError: not found',
    isOutage,
  })
})

test('where only the PRIMARY is listed, its own creation counts', () => {
  const alone = aService({ deployments: [target] })
  expect(stuckRollback({ ...evidence, service: alone })?.failed).toBe(2)
  expect(stuckRollback({ ...evidence, service: alone, stopped: [failed(50), failed(58)] })).toBeUndefined()
})

test('how many failed, and why, in one sentence', () => {
  const stuck = {
    revision: 'web:7',
    failed: 2,
    reason: 'CannotPullContainerError: not found',
    isOutage: true,
  }
  expect(stuckText(stuck)).toBe(
    'the rollback to web:7 makes no headway: 2 of its tasks have failed (CannotPullContainerError: not found), and none is healthy',
  )
})
