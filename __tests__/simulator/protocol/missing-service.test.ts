/** A service that the simulator lacks is refused in the protocol of its client, and recorded. */

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { cbor } from '@smithy/core/cbor'
import { openWorld } from '../../../simulator/ecs/open-world.js'
import type { SimulatorServer } from '../../../simulator/protocol/http-server.js'
import type { RecordedRequest } from '../../../simulator/protocol/recorded-request.js'
import { startServer } from '../../../simulator/protocol/server.js'
import { VirtualClock } from '../../../simulator/time/virtual-clock.js'

let server: SimulatorServer
const answered: RecordedRequest[] = []

beforeAll(async () => {
  const clock = new VirtualClock()
  server = await startServer({
    world: openWorld({ clock }),
    clock,
    onResponse: record => answered.push(record),
  })
})

afterAll(() => server.close())

const signed = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=00`,
})

const names =
  'is for no service of this simulator, which has: ecs, cloudwatch, application-autoscaling, elasticloadbalancing, logs, ec2, ssm, secretsmanager, ecr, sts, iam'

interface Row {
  readonly protocol: string
  readonly request: { path?: string; method?: string; headers?: object; body?: string | URLSearchParams }
  readonly record: { service: string; operation: string }
  readonly status: number
  /** In the body. */
  readonly error: string
  readonly message: string
}

const rows: readonly Row[] = [
  {
    protocol: 'JSON 1.0',
    request: {
      headers: {
        ...signed('sqs'),
        'x-amz-target': 'AmazonSQS.SendMessage',
        'content-type': 'application/x-amz-json-1.0',
      },
      body: '{}',
    },
    record: { service: 'sqs', operation: 'SendMessage' },
    status: 404,
    error: '"__type":"UnknownOperationException"',
    message: `SendMessage of sqs ${names}`,
  },
  {
    protocol: 'JSON 1.1 without a signature',
    request: { headers: { 'x-amz-target': 'AWSEvents.PutRule' }, body: '{}' },
    record: { service: 'AWSEvents', operation: 'PutRule' },
    status: 404,
    error: '"__type":"UnknownOperationException"',
    message: `PutRule of AWSEvents ${names}`,
  },
  {
    protocol: 'Query',
    request: {
      headers: signed('sns'),
      body: new URLSearchParams({ Action: 'ListTopics', Version: '2010-03-31' }),
    },
    record: { service: 'sns', operation: 'ListTopics' },
    status: 400,
    error: '<Code>InvalidAction</Code>',
    message: `ListTopics of sns ${names}`,
  },
  {
    protocol: 'REST XML',
    request: { method: 'GET', path: '/bucket?list-type=2', headers: signed('s3') },
    record: { service: 's3', operation: 'GET /bucket' },
    status: 404,
    error: '<Error><Code>UnknownOperationException</Code>',
    message: `GET /bucket of s3 ${names}`,
  },
  {
    protocol: 'REST JSON',
    request: { method: 'GET', path: '/2015-03-31/functions/', headers: signed('lambda') },
    record: { service: 'lambda', operation: 'GET /2015-03-31/functions/' },
    status: 404,
    error: '{"message":',
    message: `GET /2015-03-31/functions/ of lambda ${names}`,
  },
  {
    protocol: 'no protocol of AWS',
    request: { method: 'GET', path: '/favicon.ico' },
    record: { service: 'unknown', operation: 'GET /favicon.ico' },
    status: 404,
    error: '',
    message: `GET /favicon.ico ${names}`,
  },
]

test.each(rows)('$protocol', async ({ request, record, status, error, message }) => {
  const { path = '/', method = 'POST', headers = {}, body } = request
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { ...headers } as Record<string, string>,
    ...(body !== undefined && { body }),
  })
  const text = await response.text()

  expect(response.status).toBe(status)
  expect(text).toContain(error)
  expect(text).toContain(message)
  expect(server.requests.at(-1)).toMatchObject({ ...record, status })
  expect(answered.at(-1)).toBe(server.requests.at(-1))
})

test('REST JSON names the error in a header, as SDKs read it', async () => {
  const response = await fetch(`${server.url}/clusters`, { headers: signed('eks') })

  expect(response.headers.get('x-amzn-errortype')).toBe('UnknownOperationException')
})

test('CBOR', async () => {
  const response = await fetch(`${server.url}/service/Kinesis/operation/ListStreams`, {
    method: 'POST',
    headers: { 'smithy-protocol': 'rpc-v2-cbor' },
  })
  const answer = cbor.deserialize(new Uint8Array(await response.arrayBuffer()))

  expect(response.headers.get('smithy-protocol')).toBe('rpc-v2-cbor')
  expect(answer).toMatchObject({
    __type: 'UnknownOperationException',
    message: expect.stringContaining(`ListStreams of Kinesis ${names}`),
  })
})
