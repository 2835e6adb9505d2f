import { expect, test } from '@jest/globals'
import type { Fault } from '../../../../simulator/protocol/faults/fault.js'
import { post, type Reply, type SmallEcs, startSmallEcs } from '../small-ecs.js'

const nineThirty = Date.UTC(2026, 0, 15, 9, 30)

/** Runs against a server with these faults; a cut connection reads as the word `reset`. */
async function withFaults(
  faults: Fault[],
  use: (send: Send, small: SmallEcs) => Promise<void>,
): Promise<void> {
  const small = await startSmallEcs({ faults, seed: 7 })
  const send: Send = (operation = 'UpdateService', body = { service: 'web' }) =>
    post(small.server.url, operation, body).catch(() => 'reset' as const)
  try {
    await use(send, small)
  } finally {
    await small.server.close()
  }
}

type Send = (operation?: string, body?: object) => Promise<Reply | 'reset'>

function errorOf(reply: Reply | 'reset'): unknown {
  return reply === 'reset' ? reply : JSON.parse(reply.text).__type
}

interface Row {
  readonly name: string
  readonly fault: Fault
  readonly status: number | 'reset'
  readonly text: RegExp | string
  readonly effect: boolean
}

const denied =
  'User: arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions is not authorized to perform: ecs:UpdateService ' +
  'on resource: arn:aws:ecs:eu-west-1:123456789012:service/default/web because no identity-based policy allows ' +
  'the ecs:UpdateService action'

const rows: Row[] = [
  {
    name: 'a server error before the effect',
    fault: { kind: 'server-error' },
    status: 500,
    text: /^\{"__type":"ServerException","message":"Service Unavailable"\}$/,
    effect: false,
  },
  {
    name: 'a server error after the effect',
    fault: { kind: 'server-error', when: 'after-effect' },
    status: 500,
    text: /"ServerException"/,
    effect: true,
  },
  {
    name: 'a connection cut before the effect',
    fault: { kind: 'connection-reset' },
    status: 'reset',
    text: /reset/,
    effect: false,
  },
  {
    name: 'a connection cut after the effect',
    fault: { kind: 'connection-reset', when: 'after-effect' },
    status: 'reset',
    text: /reset/,
    effect: true,
  },
  {
    name: 'access denied, with the action and the resource',
    fault: { kind: 'access-denied' },
    status: 400,
    text: JSON.stringify({ __type: 'AccessDeniedException', message: denied }),
    effect: false,
  },
  {
    name: 'expired credentials',
    fault: { kind: 'expired-credentials' },
    status: 403,
    text: /"ExpiredTokenException"/,
    effect: false,
  },
  {
    name: 'a page of HTML instead of a response',
    fault: { kind: 'html-error', when: 'after-effect' },
    status: 500,
    text: /^<html>/,
    effect: true,
  },
  {
    name: 'JSON that stops in the middle',
    fault: { kind: 'truncated-response' },
    status: 200,
    text: /^\{"service":\{"ser$/,
    effect: true,
  },
]

test.each(rows)('$name', async ({ fault, status, text, effect }) => {
  await withFaults([fault], async (send, { server, updated }) => {
    const reply = await send()

    expect(reply === 'reset' ? reply : reply.status).toBe(status)
    expect(reply === 'reset' ? reply : reply.text).toEqual(
      typeof text === 'string' ? text : expect.stringMatching(text),
    )
    expect(updated).toStrictEqual(effect ? ['web'] : [])
    expect(server.requests).toMatchObject([{ status, faults: [fault.kind] }])
  })
})

test('a fault meets only the operations that it names', async () => {
  await withFaults([{ kind: 'access-denied', operations: ['DescribeServices'] }], async send => {
    expect(errorOf(await send('DescribeServices', { services: ['web'] }))).toBe('AccessDeniedException')
    expect(errorOf(await send('UpdateService'))).toBeUndefined()
  })
})

test('a fault can skip the first requests, and end', async () => {
  await withFaults([{ kind: 'server-error', skip: 1, times: 2 }], async send => {
    const answered = [await send(), await send(), await send(), await send()].map(errorOf)

    expect(answered).toStrictEqual([undefined, 'ServerException', 'ServerException', undefined])
  })
})

test('credentials expire at a moment of simulated time', async () => {
  await withFaults([{ kind: 'expired-credentials', from: nineThirty + 60_000 }], async (send, { clock }) => {
    expect(errorOf(await send())).toBeUndefined()
    clock.advance(60_000)
    expect(errorOf(await send())).toBe('ExpiredTokenException')
  })
})

test('a fault can wait for an operation', async () => {
  const after = { operation: 'UpdateService', ms: 60_000 }
  await withFaults([{ kind: 'expired-credentials', after }], async (send, { clock }) => {
    const read = () => send('DescribeServices', { services: ['web'] })
    clock.advance(90_000)
    expect(errorOf(await read())).toBeUndefined()
    await send('UpdateService')
    clock.advance(59_000)
    expect(errorOf(await send('UpdateService'))).toBeUndefined()
    clock.advance(1_000)
    expect(errorOf(await read())).toBe('ExpiredTokenException')
  })
})

test('an error rate strikes its share, the same ones with the same seed', async () => {
  const runs: unknown[][] = []
  for (let run = 0; run < 2; run += 1) {
    await withFaults([{ kind: 'server-error', rate: 0.3 }], async send => {
      const answered: unknown[] = []
      for (let sent = 0; sent < 100; sent += 1) answered.push(errorOf(await send()))
      runs.push(answered)
    })
  }
  const faulted = runs[0]?.filter(error => error === 'ServerException').length ?? 0

  expect(runs[0]).toStrictEqual(runs[1])
  expect(faulted).toBeGreaterThan(15)
  expect(faulted).toBeLessThan(45)
})

test('a bucket empties and fills again with time', async () => {
  const buckets = { 'service-modify': { burst: 3, perSecond: 1 } }
  await withFaults([{ kind: 'throttling', buckets }], async (send, { clock }) => {
    const first = [await send(), await send(), await send(), await send()]
    clock.advance(2000)
    const later = [await send(), await send(), await send()]

    expect([...first, ...later].map(errorOf)).toStrictEqual([
      ...[undefined, undefined, undefined, 'ThrottlingException'],
      ...[undefined, undefined, 'ThrottlingException'],
    ])
    expect(first[3]).toMatchObject({
      status: 400,
      text: '{"__type":"ThrottlingException","message":"Rate exceeded"}',
    })
    // Another category has a bucket of its own.
    expect(errorOf(await send('DescribeServices', { services: ['web'] }))).toBeUndefined()
  })
})

test('latency passes on the clock of the simulator', async () => {
  await withFaults([{ kind: 'latency', ms: 2_000_000, jitterMs: 1_000_000 }], async (send, { clock }) => {
    await send()

    expect(clock.now() - nineThirty).toBeGreaterThanOrEqual(2_000_000)
    expect(clock.now() - nineThirty).toBeLessThanOrEqual(3_000_000)
  })
})
