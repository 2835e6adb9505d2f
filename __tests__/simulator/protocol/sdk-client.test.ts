/** The real SDK client against the server: what it takes for success, which errors it names, what it repeats. */
import {
  DescribeServicesCommand,
  ECSClient,
  ListTasksCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { expect, test } from '@jest/globals'
import type { Fault } from '../../../simulator/protocol/faults/fault.js'
import { type SmallEcs, startSmallEcs } from './small-ecs.js'

async function withClient(
  faults: readonly Fault[],
  use: (client: ECSClient, small: SmallEcs) => Promise<void>,
): Promise<void> {
  const small = await startSmallEcs({ faults })
  const client = new ECSClient({
    endpoint: small.server.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 3,
  })
  try {
    await use(client, small)
  } finally {
    client.destroy()
    await small.server.close()
  }
}

const update = new UpdateServiceCommand({ service: 'web' })
const describe = new DescribeServicesCommand({ services: ['web'] })

test('it reads a response and its request id', async () => {
  await withClient([], async (client, { server }) => {
    const { failures, $metadata } = await client.send(describe)

    expect(failures).toStrictEqual([{ arn: 'web', reason: 'MISSING' }])
    expect($metadata).toMatchObject({
      httpStatusCode: 200,
      requestId: server.requests[0]?.requestId,
      attempts: 1,
    })
  })
})

test('it names the error of an operation', async () => {
  await withClient([], async (client, { server }) => {
    await expect(client.send(new UpdateServiceCommand({ service: 'absent' }))).rejects.toMatchObject({
      name: 'ServiceNotFoundException',
      message: 'Service not found.',
      $fault: 'client',
    })
    expect(server.requests).toHaveLength(1)
  })
})

interface Row {
  readonly name: string
  readonly fault: Fault
  readonly error: string
  readonly requests: number
  readonly updated: number
}

const rows: Row[] = [
  {
    name: 'denied access',
    fault: { kind: 'access-denied' },
    error: 'AccessDeniedException',
    requests: 1,
    updated: 0,
  },
  {
    name: 'expired credentials',
    fault: { kind: 'expired-credentials' },
    error: 'ExpiredTokenException',
    requests: 1,
    updated: 0,
  },
  {
    name: 'throttling that does not end',
    fault: { kind: 'throttling', buckets: { 'service-modify': { burst: 0, perSecond: 0 } } },
    error: 'ThrottlingException',
    requests: 3,
    updated: 0,
  },
  {
    // One send() that ECS may have carried out three times: the reason to send UpdateService without retries.
    name: 'a server error after the effect',
    fault: { kind: 'server-error', when: 'after-effect' },
    error: 'ServerException',
    requests: 3,
    updated: 3,
  },
  {
    name: 'a connection cut after the effect',
    fault: { kind: 'connection-reset', when: 'after-effect' },
    error: 'Error',
    requests: 3,
    updated: 3,
  },
  {
    name: 'truncated JSON',
    fault: { kind: 'truncated-response' },
    error: 'SyntaxError',
    requests: 1,
    updated: 1,
  },
]

test.each(rows)('it meets $name', async ({ fault, error, requests, updated }) => {
  await withClient([fault], async (client, small) => {
    await expect(client.send(update)).rejects.toMatchObject({ name: error })
    expect(small.server.requests).toHaveLength(requests)
    expect(small.updated).toHaveLength(updated)
  })
})

test('throttling that ends is over after a retry', async () => {
  await withClient(
    [{ kind: 'throttling', buckets: { 'service-read': { burst: 0, perSecond: 0 } }, times: 1 }],
    async client => {
      const { $metadata } = await client.send(describe)

      expect($metadata.attempts).toBe(2)
    },
  )
})

test('a page of HTML is a server error to it', async () => {
  await withClient([{ kind: 'html-error' }], async client => {
    await expect(client.send(describe)).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } })
  })
})

test('a mistake of the simulator reaches it as one', async () => {
  await withClient([], async client => {
    await expect(client.send(new ListTasksCommand({}))).rejects.toMatchObject({
      name: 'InternalFailure',
      message: expect.stringContaining('The simulator failed'),
    })
  })
})
