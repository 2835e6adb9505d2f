/** CloudWatch Logs on the wire, with the lines of a deployment that crashes. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { World } from '../../../../simulator/ecs/world.js'
import type { Fault } from '../../../../simulator/protocol/faults/fault.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { openScenario } from '../../../../simulator/scenarios/open-scenario.js'
import { portMismatch } from '../../../../simulator/scenarios/port-mismatch.js'
import { call, cluster, commit, register } from '../../../../simulator/scenarios/web-service.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'
import { callLogs, deployUntilStarted } from '../../../support/cloudwatch-logs.js'

const logGroupName = '/ecs/web'

let server: SimulatorServer
let clock: VirtualClock
let world: World

async function open(faults: Fault[] = []): Promise<void> {
  clock = new VirtualClock(Date.UTC(2026, 0, 15, 9))
  const opened = await openScenario({ ...portMismatch, faults }, { clock, validateResponses: true })
  world = opened.world
  server = opened.server
}

beforeEach(() => open())
afterEach(() => server.close())

const logs = (operation: string, input: object) => callLogs(server, operation, input)
const deploy = () => deployUntilStarted(world, clock)

test('the output of the software is in the stream of its task, a moment later', async () => {
  const { id, containersStartedAt = 0 } = deploy()
  const logStreamName = `app/app/${id}`
  const early = await logs('GetLogEvents', { logGroupName, logStreamName })
  clock.advance(10_000)
  const { body } = await logs('GetLogEvents', { logGroupName, logStreamName, startFromHead: true })

  expect(early.body.events).toStrictEqual([])
  expect(body.events).toStrictEqual([
    {
      message: 'Serving metrics on http://0.0.0.0:5001/metrics',
      timestamp: containersStartedAt + 2_000,
      ingestionTime: containersStartedAt + 4_000,
    },
    {
      message: 'Running on http://0.0.0.0:5201',
      timestamp: containersStartedAt + 4_000,
      ingestionTime: containersStartedAt + 6_000,
    },
  ])
  expect(server.requests.at(-1)).toMatchObject({ service: 'logs', operation: 'GetLogEvents', status: 200 })
})

test('lines outlive their task', async () => {
  const { id } = deploy()
  clock.advance(7_200_000)
  world.advance()
  const { body } = await logs('GetLogEvents', { logGroupName, logStreamName: `app/app/${id}` })

  expect([...world.tasks.values()].some(task => task.id === id)).toBe(false)
  expect(body.events).toHaveLength(2)
})

test('a stream is read in parts, in both directions, until its tokens stay', async () => {
  const logStreamName = `app/app/${deploy().id}`
  clock.advance(10_000)
  const read = async (more: object) => {
    const { body } = await logs('GetLogEvents', { logGroupName, logStreamName, limit: 1, ...more })
    return { ...body, first: body.events[0]?.message.split(' ')[0] }
  }
  const last = await read({})
  const before = await read({ nextToken: last.nextBackwardToken })
  const end = await read({ nextToken: last.nextForwardToken })

  expect([last.first, before.first, end.first]).toStrictEqual(['Running', 'Serving', undefined])
  expect(end.nextForwardToken).toBe(last.nextForwardToken)
})

test('streams are found by their prefix, or the latest first', async () => {
  const { id } = deploy()
  clock.advance(10_000)
  const byPrefix = await logs('DescribeLogStreams', { logGroupName, logStreamNamePrefix: `app/app/${id}` })
  const latest = await logs('DescribeLogStreams', {
    ...{ logGroupName, orderBy: 'LastEventTime', descending: true, limit: 3 },
  })
  const times = latest.body.logStreams.map(
    (stream: { lastEventTimestamp: number }) => stream.lastEventTimestamp,
  )

  expect(byPrefix.body.logStreams).toMatchObject([{ logStreamName: `app/app/${id}` }])
  expect(latest.body.nextToken).toEqual(expect.any(String))
  expect(times).toStrictEqual(times.toSorted().toReversed())
})

test.each([
  { input: {}, names: ['/ecs/web'] },
  { input: { logGroupNamePrefix: '/ecs/' }, names: ['/ecs/web'] },
  { input: { logGroupNamePattern: 'WEB' }, names: ['/ecs/web'] },
  { input: { logGroupNamePrefix: '/aws/' }, names: [] },
  { input: { logGroupIdentifiers: ['/ecs/web', '/aws/x'] }, names: ['/ecs/web'] },
  {
    input: { logGroupIdentifiers: ['arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/web'] },
    names: ['/ecs/web'],
  },
])('$input finds the groups $names', async ({ input, names }) => {
  const { body } = await logs('DescribeLogGroups', input)

  expect(body.logGroups.map((group: { logGroupName: string }) => group.logGroupName)).toStrictEqual(names)
})

const missing = 'ResourceNotFoundException'
const invalid = 'InvalidParameterException'

test.each([
  {
    name: 'no such group',
    operation: 'GetLogEvents',
    input: { logGroupName: 'x', logStreamName: 'x' },
    __type: missing,
    message: /^The specified log group does not exist\.$/,
  },
  {
    name: 'no such stream',
    operation: 'GetLogEvents',
    input: { logGroupName, logStreamName: 'x' },
    __type: missing,
    message: /^The specified log stream does not exist\.$/,
  },
  {
    name: 'no stream named',
    operation: 'GetLogEvents',
    input: { logGroupName },
    __type: invalid,
    message: /logStreamName is required/,
  },
  {
    name: 'neither name nor identifier',
    operation: 'DescribeLogStreams',
    input: {},
    __type: invalid,
    message: /Exactly one of/,
  },
  {
    name: 'an order that a prefix excludes',
    operation: 'DescribeLogStreams',
    input: { logGroupName, logStreamNamePrefix: 'app', orderBy: 'LastEventTime' },
    __type: invalid,
    message: /^Cannot order by LastEventTime with a logStreamNamePrefix\.$/,
  },
  {
    name: 'too much at once',
    operation: 'DescribeLogGroups',
    input: { limit: 51 },
    __type: invalid,
    message: /Value '51' at 'limit'/,
  },
  {
    name: 'an invalid token',
    operation: 'DescribeLogGroups',
    input: { nextToken: 'x' },
    __type: invalid,
    message: /nextToken is invalid/,
  },
])('$name is refused', async ({ operation, input, __type, message }) => {
  expect(await logs(operation, input)).toStrictEqual({
    status: 400,
    body: { __type, message: expect.stringMatching(message) },
  })
})

test('a denial names group and stream', async () => {
  await server.close()
  await open([{ kind: 'access-denied', services: ['logs'] }])
  const { body } = await logs('GetLogEvents', { logGroupName, logStreamName: 'app/app/1' })

  expect(body.message).toContain(
    'logs:GetLogEvents on resource: arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/web:log-stream:app/app/1',
  )
})

test('without its log group a task does not start', async () => {
  world.logs.deleteGroup(logGroupName)
  register(world, commit)
  call(world, 'UpdateService', { cluster, service: 'web', taskDefinition: 'web' })
  clock.advance(90_000)
  world.advance()
  const reasons = [...world.tasks.values()].map(({ stoppedReason = '' }) => stoppedReason)

  expect(reasons).toContainEqual(
    expect.stringMatching(/^ResourceInitializationError: .*The specified log group does not exist\./),
  )
  expect((await logs('DescribeLogStreams', { logGroupName })).body.__type).toBe(missing)
})
