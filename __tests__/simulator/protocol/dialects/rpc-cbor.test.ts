/** CloudWatch by RPC v2 CBOR, byte for byte as a client sends and reads it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { cbor } from '@smithy/core/cbor'
import { openWorld } from '../../../../simulator/ecs/open-world.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { startServer } from '../../../../simulator/protocol/server.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'

const nine = Date.UTC(2026, 0, 15, 9)
let server: SimulatorServer

beforeAll(async () => {
  const clock = new VirtualClock(nine)
  const world = openWorld({ clock })
  world.setAlarm('web-5xx', 'ALARM')
  server = await startServer({ world, clock, validateResponses: true })
})

afterAll(() => server.close())

async function send(operation: string, body: Uint8Array, more: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/service/GraniteServiceVersion20100801/operation/${operation}`, {
    method: 'POST',
    headers: { 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor', ...more },
    body,
  })
  return { response, answer: cbor.deserialize(new Uint8Array(await response.arrayBuffer())) }
}

test('times are tagged, the rest is as in JSON', async () => {
  const { response, answer } = await send('DescribeAlarms', cbor.serialize({ AlarmNames: ['web-5xx'] }))

  expect(response.headers.get('content-type')).toBe('application/cbor')
  expect(response.headers.get('smithy-protocol')).toBe('rpc-v2-cbor')
  expect(answer).toMatchObject({
    MetricAlarms: [
      { AlarmName: 'web-5xx', StateValue: 'ALARM', StateUpdatedTimestamp: { tag: 1, value: nine / 1000 } },
    ],
  })
  expect(server.requests.at(-1)).toMatchObject({
    service: 'cloudwatch',
    operation: 'DescribeAlarms',
    input: { AlarmNames: ['web-5xx'] },
    status: 200,
  })
})

test('nothing at all is a request without members', async () => {
  const { answer } = await send('DescribeAlarms', new Uint8Array())

  expect(answer).toMatchObject({ MetricAlarms: [{ AlarmName: 'web-5xx' }] })
})

test.each([
  {
    name: 'an invalid token',
    operation: 'DescribeAlarms',
    body: cbor.serialize({ NextToken: 'x' }),
    __type: 'com.amazonaws.cloudwatch#InvalidNextToken',
  },
  {
    name: 'a member of the wrong type',
    operation: 'DescribeAlarms',
    body: cbor.serialize({ AlarmNames: 'web-5xx' }),
    __type: 'com.amazonaws.cloudwatch#SerializationException',
  },
  {
    name: 'a body that is not CBOR',
    operation: 'DescribeAlarms',
    body: new Uint8Array([0x5f, 0x41]),
    __type: 'com.amazonaws.cloudwatch#SerializationException',
  },
  {
    name: 'an operation that is not here',
    operation: 'PutMetricAlarm',
    body: cbor.serialize({}),
    __type: 'com.amazonaws.cloudwatch#UnknownOperationException',
  },
])('$name is refused', async ({ operation, body, __type }) => {
  const { response, answer } = await send(operation, body)

  expect(response.ok).toBe(false)
  expect(answer).toStrictEqual({ __type, message: expect.any(String) })
})

test('a client that once spoke Query gets the error code of then', async () => {
  const { response } = await send('DescribeAlarms', cbor.serialize({ NextToken: 'x' }), {
    'x-amzn-query-mode': 'true',
  })

  expect(response.headers.get('x-amzn-query-error')).toBe('InvalidNextToken;Sender')
})
