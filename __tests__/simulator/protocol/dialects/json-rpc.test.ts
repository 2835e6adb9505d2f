import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listen } from '../../../../simulator/protocol/http-server.js'
import { ScaledClock } from '../../../../simulator/time/scaled-clock.js'
import { post, type SmallEcs, startSmallEcs } from '../small-ecs.js'

let small: SmallEcs
let strict: SmallEcs

beforeAll(async () => {
  small = await startSmallEcs({ maxBodyBytes: 2000 })
  strict = await startSmallEcs({ unknownMembers: 'refuse', validateResponses: true })
})

afterAll(async () => {
  await small.server.close()
  await strict.server.close()
})

test('a success carries the protocol and a request id', async () => {
  const { status, headers, text } = await post(small.server.url, 'DescribeServices', { services: ['web'] })

  expect(status).toBe(200)
  expect(JSON.parse(text)).toStrictEqual({ services: [], failures: [{ arn: 'web', reason: 'MISSING' }] })
  expect(headers.get('content-type')).toBe('application/x-amz-json-1.1')
  expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(headers.get('date')).toBeNull()
})

test('the date comes from the simulator if clients can follow its clock', async () => {
  const clock = new ScaledClock({ speed: 1, start: Date.UTC(2026, 0, 15, 9, 30) })
  const server = await listen({ services: [], clock })
  const { headers } = await fetch(server.url)
  await server.close()

  expect(headers.get('date')).toMatch(/^Thu, 15 Jan 2026 09:30:\d\d GMT$/)
})

const refusals = [
  {
    name: 'an operation that ECS does not have',
    operation: 'DescribeSevices',
    body: {},
    status: 404,
    error: 'UnknownOperationException',
    message:
      'DescribeSevices is not among the operations of ecs in this simulator, which are: DescribeServices, ListClusters, ListTasks, UpdateService.',
  },
  {
    name: 'an operation that only the simulator lacks',
    operation: 'CreateCapacityProvider',
    body: {},
    status: 404,
    error: 'UnknownOperationException',
    message:
      'CreateCapacityProvider is not among the operations of ecs in this simulator, which are: DescribeServices, ListClusters, ListTasks, UpdateService.',
  },
  {
    name: 'a body that is not JSON',
    operation: 'DescribeServices',
    body: '{"services":[',
    status: 400,
    error: 'SerializationException',
    message: 'The request body is not valid JSON.',
  },
  {
    name: 'a body that is not an object',
    operation: 'DescribeServices',
    body: '"web"',
    status: 400,
    error: 'SerializationException',
    message: 'the request should be a structure, not a string.',
  },
  {
    name: 'a wrong type',
    operation: 'UpdateService',
    body: { service: 'web', desiredCount: '2' },
    status: 400,
    error: 'SerializationException',
    message: 'desiredCount should be an integer, not a string.',
  },
  {
    name: 'a wrong type deep inside',
    operation: 'UpdateService',
    body: {
      service: 'web',
      deploymentConfiguration: { alarms: { alarmNames: [1], enable: true, rollback: true } },
    },
    status: 400,
    error: 'SerializationException',
    message: 'deploymentConfiguration.alarms.alarmNames[0] should be a string, not a number.',
  },
  {
    name: 'a fraction where an integer belongs',
    operation: 'UpdateService',
    body: { service: 'web', desiredCount: 1.5 },
    status: 400,
    error: 'SerializationException',
    message: 'desiredCount should be an integer, not a fraction.',
  },
  {
    name: 'a required member that is missing',
    operation: 'UpdateService',
    body: { desiredCount: 2 },
    status: 400,
    error: 'InvalidParameterException',
    message: 'service is required.',
  },
  {
    name: 'a required member that is null',
    operation: 'UpdateService',
    body: { service: null },
    status: 400,
    error: 'InvalidParameterException',
    message: 'service is required.',
  },
  {
    name: 'a required member that is missing deep inside',
    operation: 'UpdateService',
    body: { service: 'web', deploymentConfiguration: { deploymentCircuitBreaker: { enable: true } } },
    status: 400,
    error: 'InvalidParameterException',
    message: 'deploymentConfiguration.deploymentCircuitBreaker.rollback is required.',
  },
  {
    name: 'a value outside its enum',
    operation: 'DescribeServices',
    body: { services: ['web'], include: ['TAGS', 'EVENTS'] },
    status: 400,
    error: 'InvalidParameterException',
    message: 'include[1] "EVENTS" is not one of TAGS.',
  },
  {
    name: 'what the operation itself refuses',
    operation: 'UpdateService',
    body: { service: 'absent' },
    status: 400,
    error: 'ServiceNotFoundException',
    message: 'Service not found.',
  },
  {
    name: 'a body that is too large',
    operation: 'DescribeServices',
    body: { services: ['x'.repeat(2000)] },
    status: 413,
    error: 'RequestEntityTooLarge',
    message: 'The request is larger than 2000 bytes.',
  },
]

test.each(refusals)('refuses $name', async ({ operation, body, status, error, message }) => {
  const reply = await post(small.server.url, operation, body)

  expect(JSON.parse(reply.text)).toStrictEqual({ __type: error, message })
  expect(reply.status).toBe(status)
})

test('the response to a request for no service lists the services', async () => {
  const response = await fetch(`${small.server.url}/health`)

  expect(response.status).toBe(404)
  expect(await response.text()).toBe('GET /health is for no service of this simulator, which has: ecs.\n')
})

test('a bug in the simulator never looks like a response from ECS', async () => {
  const reply = await post(small.server.url, 'ListTasks', {})

  expect(reply.status).toBe(500)
  expect(JSON.parse(reply.text)).toMatchObject({
    __type: 'InternalFailure',
    message: expect.stringContaining('The simulator failed: TypeError: no such state'),
  })
})

test('members that ECS does not know are left out and written down', async () => {
  const reply = await post(small.server.url, 'UpdateService', { service: 'web', desiredCuont: 2 })

  expect(reply.status).toBe(200)
  expect(small.server.requests.at(-1)).toMatchObject({
    operation: 'UpdateService',
    input: { service: 'web', desiredCuont: 2 },
    unknownMembers: ['desiredCuont'],
    status: 200,
  })
})

test('a setting makes unknown members an error', async () => {
  const reply = await post(strict.server.url, 'UpdateService', { service: 'web', desiredCuont: 2 })

  expect(JSON.parse(reply.text)).toStrictEqual({
    __type: 'InvalidParameterException',
    message: 'desiredCuont is not a member of UpdateServiceRequest.',
  })
})

test('a setting catches a response that violates the schema', async () => {
  const reply = await post(strict.server.url, 'ListClusters', {})

  expect(reply.status).toBe(500)
  expect(JSON.parse(reply.text).message).toBe(
    "The simulator's answer to ListClusters is wrong: clusterArns should be a list, not a string.",
  )
})

test('every request is recorded with its time, its response and its id', async () => {
  const { server, clock } = await startSmallEcs()
  clock.advance(1500)
  const reply = await post(server.url, 'UpdateService', { service: 'absent' })
  await server.close()

  expect(server.requests).toStrictEqual([
    {
      service: 'ecs',
      operation: 'UpdateService',
      input: { service: 'absent' },
      at: Date.UTC(2026, 0, 15, 9, 30, 1, 500),
      requestId: reply.headers.get('x-amzn-requestid'),
      unknownMembers: [],
      faults: [],
      status: 400,
      error: 'ServiceNotFoundException',
    },
  ])
})
