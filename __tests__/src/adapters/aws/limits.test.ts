/** Time and bytes of every call are bounded, whatever AWS, a proxy or a provider of credentials does. */
import { Readable } from 'node:stream'
import { expect, test } from '@jest/globals'
import type { Fault } from '../../../../simulator/protocol/faults/fault.js'
import { openScenario } from '../../../../simulator/scenarios/open-scenario.js'
import { scenarios } from '../../../../simulator/scenarios/scenarios.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'
import type { AwsConfig } from '../../../../src/adapters/aws/client.js'
import { connectEcs } from '../../../../src/adapters/aws/ecs.js'
import { maxAnswerBytes, readAll } from '../../../../src/adapters/aws/limit-response.js'
import { CallDeadline } from '../../../../src/adapters/aws/time-limit.js'
import type { Ecs } from '../../../../src/ports.js'

const target = { cluster: 'prod', service: 'web' }
const clock = { now: () => Date.now(), sleep: async () => {}, random: () => 0 }
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'simulated' }

async function withFault(
  kind: Fault['kind'] | undefined,
  config: AwsConfig,
  use: (ecs: Ecs, operations: () => readonly string[]) => Promise<void>,
): Promise<void> {
  const { healthy } = scenarios
  if (!healthy) throw new Error('there is no scenario healthy')
  const faults = kind ? [{ kind } as Fault] : []
  const { server } = await openScenario({ ...healthy, faults }, { clock: new VirtualClock() })
  const ecs = connectEcs(clock, { endpoint: server.url, region: 'eu-west-1', credentials, ...config })
  try {
    await use(ecs, () => server.requests.map(({ operation }) => operation))
  } finally {
    ecs.close()
    await server.close()
  }
}

/** However slow the machine is, each call has this time. */
function endingIn(milliseconds: number): CallDeadline {
  const deadline = new CallDeadline()
  deadline.timeLeft = () => milliseconds
  return deadline
}

const unfinished = ['stalled-response', 'trickling-response'] as const

test.each(unfinished)('%s: the call ends by the deadline', async kind => {
  await withFault(kind, { deadline: endingIn(400) }, async ecs => {
    const call = ecs.describeService(target, 'once')
    await expect(call).rejects.toMatchObject({ kind: 'unavailable', code: 'TimeoutError' })
  })
})

test('a response without an end is given up at its limit of bytes', async () => {
  await withFault('endless-response', {}, async ecs => {
    const call = ecs.describeService(target, 'once')
    await expect(call).rejects.toMatchObject({ kind: 'unavailable', code: 'OversizedAnswer' })
  })
})

test('credentials that never come end with the call', async () => {
  const never = () => new Promise<never>(() => {})
  await withFault(undefined, { credentials: never, deadline: endingIn(400) }, async (ecs, operations) => {
    const call = ecs.describeService(target, 'once')
    await expect(call).rejects.toMatchObject({ kind: 'unavailable', code: 'TimeoutError' })
    expect(operations()).toStrictEqual([])
  })
})

test('a change that waits for credentials is not sent after it was given up', async () => {
  let arrive = (_: typeof credentials) => {}
  const arrival = new Promise<typeof credentials>(resolve => {
    arrive = resolve
  })
  const config = { credentials: () => arrival, deadline: endingIn(200) }
  await withFault(undefined, config, async (ecs, operations) => {
    await expect(ecs.setDesiredCount(target, 3)).rejects.toMatchObject({ code: 'TimeoutError' })
    arrive(credentials)
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(operations()).toStrictEqual([])
  })
})

test('after the deadline nothing is sent', async () => {
  await withFault(undefined, { deadline: endingIn(0) }, async (ecs, operations) => {
    const update = ecs.setDesiredCount(target, 3)
    await expect(update).rejects.toMatchObject({ kind: 'out-of-time', operation: 'ecs:UpdateService' })
    expect(operations()).toStrictEqual([])
  })
})

/** Says `chunk` whenever it is read, or once. */
function bodyOf(chunk: Buffer, { repeats }: { readonly repeats: boolean }): Readable {
  const body = new Readable({
    read() {
      if (repeats) this.push(chunk)
    },
  })
  body.push(chunk)
  return body
}

test('an endless body is read up to the limit and then closed', async () => {
  let size = 0
  const body = bodyOf(Buffer.alloc(65_536), { repeats: true })
  body.on('data', chunk => {
    size += chunk.length
  })
  const read = readAll(body, { time: 60_000, bytes: maxAnswerBytes })
  await expect(read).rejects.toMatchObject({
    name: 'OversizedAnswer',
    message: expect.stringMatching('8 MiB'),
  })
  expect(body.destroyed).toBe(true)
  expect(size).toBeLessThan(2 * maxAnswerBytes)
})

test('a body that says nothing more is closed when its time is over', async () => {
  const body = bodyOf(Buffer.from('{'), { repeats: false })
  const read = readAll(body, { time: 50, bytes: maxAnswerBytes })
  await expect(read).rejects.toMatchObject({ name: 'TimeoutError' })
  expect(body.destroyed).toBe(true)
})
