/** What clients create in CloudWatch Logs, and how they filter what is there. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { World } from '../../../../simulator/ecs/world.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { openScenario } from '../../../../simulator/scenarios/open-scenario.js'
import { portMismatch } from '../../../../simulator/scenarios/port-mismatch.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'
import { callLogs, deployUntilStarted } from '../../../support/cloudwatch-logs.js'

const logGroupName = '/ecs/web'

let server: SimulatorServer
let clock: VirtualClock
let world: World

beforeEach(async () => {
  clock = new VirtualClock(Date.UTC(2026, 0, 15, 9))
  const opened = await openScenario(portMismatch, { clock, validateResponses: true })
  world = opened.world
  server = opened.server
})

afterEach(() => server.close())

const logs = (operation: string, input: object) => callLogs(server, operation, input)
const deploy = () => deployUntilStarted(world, clock)

describe('groups that clients create', () => {
  const name = { logGroupName: '/ecs/api' }
  const resourceArn = 'arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/api'
  const described = async () => {
    const { body } = await logs('DescribeLogGroups', { logGroupNamePrefix: '/ecs/api' })
    return body.logGroups
  }

  test('have a retention and tags, and are deleted', async () => {
    const { status, body } = await logs('CreateLogGroup', { ...name, tags: { team: 'web' } })
    expect([status, body]).toStrictEqual([200, {}])
    await logs('PutRetentionPolicy', { ...name, retentionInDays: 14 })
    await logs('TagResource', { resourceArn, tags: { stage: 'prod' } })
    await logs('UntagResource', { resourceArn, tagKeys: ['team'] })

    expect(await described()).toMatchObject([{ ...name, retentionInDays: 14, logGroupClass: 'STANDARD' }])
    const tags = await logs('ListTagsForResource', { resourceArn: `${resourceArn}:*` })
    expect(tags.body).toStrictEqual({ tags: { stage: 'prod' } })
    await logs('DeleteRetentionPolicy', name)
    expect((await described())[0]).not.toHaveProperty('retentionInDays')
    await logs('DeleteLogGroup', name)
    expect(await described()).toStrictEqual([])
  })

  test('take what clients write', async () => {
    const stream = { ...name, logStreamName: 'verify' }
    await logs('CreateLogGroup', name)
    await logs('CreateLogStream', stream)
    const logEvents = [{ timestamp: clock.now(), message: 'written' }]
    expect((await logs('PutLogEvents', { ...stream, logEvents })).status).toBe(200)

    expect((await logs('GetLogEvents', stream)).body.events).toMatchObject([{ message: 'written' }])
  })

  test.each([
    {
      operation: 'CreateLogGroup',
      input: { logGroupName },
      type: 'ResourceAlreadyExistsException',
      message: 'The specified log group already exists',
    },
    {
      operation: 'CreateLogGroup',
      input: { logGroupName: 'my logs' },
      type: 'InvalidParameterException',
      message: 'regular expression',
    },
    {
      operation: 'PutRetentionPolicy',
      input: { logGroupName, retentionInDays: 15 },
      type: 'InvalidParameterException',
      message: 'enum value set: [1, 3, 5',
    },
    {
      operation: 'DeleteLogGroup',
      input: { logGroupName: 'absent' },
      type: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    },
    {
      operation: 'FilterLogEvents',
      input: { logGroupName, filterPattern: '{ $.level = "error" }' },
      type: 'InvalidParameterException',
      message: 'This simulator does not understand the filter pattern',
    },
    {
      operation: 'FilterLogEvents',
      input: { logGroupName, logStreamNames: ['a'], logStreamNamePrefix: 'a' },
      type: 'InvalidParameterException',
      message: 'mutually exclusive',
    },
  ])('$operation is refused: $message', async ({ operation, input, type, message }) => {
    const { status, body } = await logs(operation, input)

    expect([status, body.__type]).toStrictEqual([400, type])
    expect(body.message).toContain(message)
  })
})

test('events of all streams are filtered', async () => {
  const { id } = deploy()
  clock.advance(60_000)
  const filter = async (input: object) => (await logs('FilterLogEvents', { logGroupName, ...input })).body
  const logStreamNamePrefix = `app/app/${id}`
  const { events } = await filter({ filterPattern: 'Running 5201', logStreamNamePrefix })
  const newestFirst = await filter({ logStreamNamePrefix, startFromHead: false, limit: 1 })
  const oldest = await filter({ logStreamNamePrefix, limit: 1 })
  const rest = await filter({ logStreamNamePrefix, limit: 1, nextToken: oldest.nextToken })

  expect(events).toMatchObject([
    { logStreamName: logStreamNamePrefix, message: expect.stringMatching('5201') },
  ])
  expect(events[0].eventId).toMatch(/^\d{56}$/)
  expect(newestFirst.events[0].message).toContain('5201')
  expect([oldest.events[0].message, rest.events[0].message]).toStrictEqual([
    expect.stringContaining('metrics'),
    expect.stringContaining('5201'),
  ])
})
