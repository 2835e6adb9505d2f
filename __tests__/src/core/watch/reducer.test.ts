/** The watch as a table: what each event asks for, with no clock and no network. */
import { expect, test } from '@jest/globals'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import { begin } from '../../../../src/core/watch/reducer.js'
import type { WatchEvent } from '../../../../src/core/watch/watch-event.js'
import {
  aDeployment,
  aService,
  aServiceDeployment,
  targetGroupArn,
  thePrevious,
} from '../../../support/service-builders.js'
import { aStoppedTask, aTask, taskArn } from '../../../support/task-builders.js'
import { after, aPoll, aWatch, noFailFast } from '../../../support/watch-builders.js'

const unavailable = new ApiError({
  kind: 'unavailable',
  operation: 'ecs:DescribeServices',
  code: 'TimeoutError',
  message: 'no answer',
})
const denied = new ApiError({
  kind: 'denied',
  operation: 'ecs:DescribeServices',
  code: 'AccessDeniedException',
  message: 'no',
})
const rollingOut = aService()
const completed = aService({
  deployments: [aDeployment({ rolloutState: 'COMPLETED', runningCount: 2 })],
})
const failed = aService({ deployments: [aDeployment({ rolloutState: 'FAILED', failedTasks: 3 })] })

function pollFailed(at: number, error: ApiError): WatchEvent {
  return { ...aPoll(at, rollingOut), service: { kind: 'failed', error } }
}

function stoppedRead(at: number, tasks = [] as ReturnType<typeof aStoppedTask>[]): WatchEvent {
  const list = { at, arns: tasks.map(({ arn }) => arn) }
  return {
    kind: 'tasks-read',
    which: 'stopped',
    at,
    requestedAt: at,
    list,
    tasks: { kind: 'answered', value: tasks },
  }
}

function runningRead(at: number, tasks = [aTask({ startedAt: 0 })]): WatchEvent {
  const list = { at, arns: tasks.map(({ arn }) => arn) }
  return {
    kind: 'tasks-read',
    which: 'running',
    at,
    requestedAt: at,
    list,
    tasks: { kind: 'answered', value: tasks },
  }
}

const crashed = ['3e7a1395', '5e1c383c', '6a127288'].map(id =>
  aStoppedTask({
    arn: taskArn(id),
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'exited',
    createdAt: 0,
    stoppedAt: 59_000,
  }),
)

test('a watch begins with a poll', () => {
  const { effects } = begin(aWatch(), 0)
  expect(effects).toMatchObject([{ kind: 'poll', serviceDeployment: 'find', pace: { usual: 8_500 } }])
})

test('stopped tasks are read when they are due: soon after tasks have come or gone, else within a minute', () => {
  const moved = aService({ runningCount: 1, deployments: [aDeployment({ runningCount: 1 }), thePrevious()] })
  const { requested } = after(aWatch(), [
    aPoll(60_000, rollingOut),
    stoppedRead(60_000),
    aPoll(66_000, moved),
    aPoll(72_000, moved),
    stoppedRead(72_000),
    aPoll(84_000, moved),
    aPoll(132_000, moved),
  ])
  const read = ['read stopped tasks']
  expect(requested).toStrictEqual([read, ['poll'], ['poll'], read, ['poll'], ['poll'], read])
})

test('a count of failures that moved makes stopped tasks due at once', () => {
  const failing = aService({ deployments: [aDeployment({ failedTasks: 1 }), thePrevious()] })
  const { requested } = after(aWatch(), [
    aPoll(60_000, rollingOut),
    stoppedRead(60_000),
    aPoll(62_000, failing),
  ])
  expect(requested[2]).toStrictEqual(['read stopped tasks'])
})

test('after it finds the service deployment, it reads it by its ARN', () => {
  const found = aServiceDeployment()
  const { state } = after(aWatch(), [aPoll(60_000, rollingOut, found), stoppedRead(60_000)])
  expect(begin(state, 60_000).effects).toMatchObject([{ serviceDeployment: { arn: found.arn } }])
})

test('if service deployments may not be read, it polls only the service', () => {
  const poll: WatchEvent = {
    ...aPoll(60_000, rollingOut),
    serviceDeployment: { kind: 'failed', error: denied },
  }
  const { state } = after(aWatch(), [poll, stoppedRead(60_000), poll, poll])
  expect(begin(state, 60_000).effects).toMatchObject([{ serviceDeployment: 'skip' }])
})

test('a success is verified by the running tasks and the stopped ones, and then reported', () => {
  const watch = aWatch({ targetGroups: [targetGroupArn] })
  const { requested, lines, state } = after(watch, [
    aPoll(90_000, completed),
    runningRead(90_000),
    stoppedRead(90_000),
    { kind: 'target-health-read', at: 90_000, group: 'g', targets: { kind: 'answered', value: [] } },
  ])
  expect(requested).toStrictEqual([
    ['read running tasks'],
    ['read stopped tasks'],
    ['read target health'],
    [],
  ])
  expect(lines).toStrictEqual(['1:30  web:8 completed, 2 of 2 running'])
  expect(state.end).toMatchObject({ at: 90_000, result: { kind: 'succeeded' } })
})

test('a failed deployment is stopped once, before anything else is read', () => {
  const failing = aService({ deployments: [aDeployment({ failedTasks: 3 }), thePrevious()] })
  const ongoing = aServiceDeployment({ triggeredAlarms: ['web-5xx'] })
  const watch = aWatch({ options: { ...noFailFast, failFastAfter: 3 }, targetGroups: [targetGroupArn] })
  const { requested, lines } = after(watch, [
    aPoll(60_000, failing, ongoing),
    stoppedRead(60_000, crashed),
    runningRead(60_000, []),
    { kind: 'stop-answered', at: 61_000, result: { kind: 'stopped' } },
    { kind: 'target-health-read', at: 61_000, group: 'g', targets: { kind: 'answered', value: [] } },
    { kind: 'alarms-read', at: 61_000, alarms: { kind: 'answered', value: new Map() } },
    aPoll(67_000, failing, ongoing),
  ])
  expect(requested).toStrictEqual([
    ['read stopped tasks'],
    ['read running tasks'],
    ['stop deployment'],
    ['read target health'],
    ['read alarms web-5xx'],
    ['glance'],
    ['glance'],
  ])
  expect(lines.filter(line => line.includes('fail-fast-after'))).toHaveLength(1)
})

test('a stop that ECS refuses in passing is requested again by the next polls, five times at most', () => {
  const failing = aService({ deployments: [aDeployment({ failedTasks: 3 }), thePrevious()] })
  const ongoing = aServiceDeployment()
  let state = after(aWatch({ options: { ...noFailFast, failFastAfter: 3 } }), [
    aPoll(60_000, failing, ongoing),
    stoppedRead(60_000, crashed),
  ]).state
  let stops = 0
  for (let poll = 0; poll < 8; poll++) {
    const at = 61_000 + poll * 1_000
    const result = { kind: 'not-stopped', why: 'Rate exceeded', refused: false, doubtful: false } as const
    const considered = after(state, [aPoll(at, failing, ongoing), runningRead(at, [])])
    const isStopping = considered.requested[1]?.includes('stop deployment')
    stops += isStopping ? 1 : 0
    state = isStopping
      ? after(considered.state, [{ kind: 'stop-answered', at, result }]).state
      : considered.state
  }
  expect(stops).toBe(5)
  expect(state.failFast.notices).toHaveLength(1)
})

test.each([
  { name: 'a missing response', error: unavailable, polls: 100, ended: undefined },
  { name: 'a permission that is missing', error: denied, polls: 2, ended: undefined },
  { name: 'a permission that is gone', error: denied, polls: 3, ended: 'unknown' },
])('$name, $polls times: $ended', ({ error, polls, ended }) => {
  const events = Array.from({ length: polls }, (_, nth) => pollFailed(60_000 + nth, error))
  expect(after(aWatch(), events).state.end?.result.kind).toBe(ended)
})

test('silence is reported every half minute', () => {
  const events = Array.from({ length: 20 }, (_, nth) => pollFailed(40_000 + nth * 6_000, unavailable))
  const { lines } = after(aWatch(), events)
  expect(lines).toStrictEqual([
    '0:40  no usable response from AWS (TimeoutError) for 0:40; still watching',
    '1:10  no usable response from AWS (TimeoutError) for 1:10; still watching',
    '1:40  no usable response from AWS (TimeoutError) for 1:40; still watching',
    '2:10  no usable response from AWS (TimeoutError) for 2:10; still watching',
  ])
})

const deadline = 30 * 60_000

test.each([
  { name: 'ECS responded until the end', answeredAt: deadline, ended: 'timed-out' },
  { name: 'ECS responded until a minute before the end', answeredAt: deadline - 60_000, ended: 'timed-out' },
  { name: 'ECS has not responded for minutes', answeredAt: deadline - 120_001, ended: 'unknown' },
])('the time is up, and $name: $ended', ({ answeredAt, ended }) => {
  const { state } = after(aWatch(), [
    aPoll(answeredAt, rollingOut),
    stoppedRead(answeredAt),
    ...(answeredAt < deadline ? [pollFailed(deadline, unavailable)] : []),
  ])
  expect(state.end?.result.kind).toBe(ended)
})

test.each([
  { name: 'while it polls', events: [aPoll(60_000, rollingOut), stoppedRead(60_000)], ended: 'cancelled' },
  { name: 'while it reads tasks', events: [aPoll(60_000, rollingOut)], ended: 'cancelled' },
  {
    name: 'after it is decided',
    events: [aPoll(60_000, failed), stoppedRead(60_000), aPoll(61_000, failed), stoppedRead(61_000)],
    ended: 'failed',
  },
])('canceled $name, the watch is over at once: $ended', ({ events, ended }) => {
  const { state, requested } = after(aWatch(), [
    ...events,
    { kind: 'canceled', at: 62_000, interrupted: undefined },
  ])
  expect([state.stage, state.end?.result.kind, requested.at(-1)]).toStrictEqual(['finished', ended, []])
})
