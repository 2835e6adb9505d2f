import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from '@jest/globals'
import type { Fault } from '../../../simulator/protocol/faults/fault.js'
import { listen, type SimulatorServer } from '../../../simulator/protocol/http-server.js'
import { SharedClock } from '../../../simulator/time/shared-clock.js'

const noon = 12 * 3_600_000

/** What happened, with the second at which it did. */
function diary(time: SharedClock): { note(what: string): void; readonly lines: string[] } {
  const lines: string[] = []
  return { note: what => void lines.push(`${(time.now() - noon) / 1000} ${what}`), lines }
}

const servers: SimulatorServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** Answers each path with itself, and notes when it did. */
async function echo(time: SharedClock, note: (what: string) => void, faults: Fault[] = []): Promise<string> {
  const server = await listen({
    clock: time,
    faults,
    services: [
      {
        name: 'echo',
        owns: () => true,
        read: ({ path }) => ({
          operation: path,
          input: undefined,
          unknownMembers: [],
          resource: () => '*',
          perform: () => {
            note(`answers ${path}`)
            return { status: 200, contentType: 'text/plain', body: path }
          },
        }),
        errorResponse: error => ({ status: error.httpStatus, contentType: 'text/plain', body: error.name }),
      },
    ],
  })
  servers.push(server)
  return server.url
}

async function get(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request(url, response => resolve(text(response)))
      .on('error', reject)
      .end()
  })
}

test('three participants interleave in the order of time', async () => {
  const time = new SharedClock(noon)
  const { note, lines } = diary(time)
  const every = (name: string, seconds: number) =>
    time.run(async () => {
      for (let turn = 1; turn <= 3; turn += 1) {
        await time.wait(seconds * 1000)
        note(name)
      }
    })
  await Promise.all([every('a', 10), every('b', 4), every('c', 5)])

  expect(lines).toStrictEqual([...['4 b', '5 c', '8 b', '10 a', '10 c', '12 b', '15 c', '20 a', '30 a']])
})

test('waiters for the same moment wake in the order in which they began to wait', async () => {
  const time = new SharedClock(noon)
  const { note, lines } = diary(time)
  const names = ['a', 'b', 'c', 'd']
  await Promise.all(
    names.map(name =>
      time.run(async () => {
        for (let turn = 1; turn <= 2; turn += 1) {
          note(name)
          await time.wait(1000)
        }
      }),
    ),
  )

  expect(lines).toStrictEqual([...names.map(name => `0 ${name}`), ...names.map(name => `1 ${name}`)])
})

test('a participant that is not waiting holds time', async () => {
  const time = new SharedClock(noon)
  const { note, lines } = diary(time)
  const busy = time.run(async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise(resolve => setImmediate(resolve))
    note('busy')
  })
  await Promise.all([busy, time.run(() => time.wait(1000).then(() => note('waiter')))])

  expect(lines).toStrictEqual(['0 busy', '1 waiter'])
})

test('a participant with a request under way holds time, although it waits as well', async () => {
  const time = new SharedClock(noon)
  const { note, lines } = diary(time)
  const url = await echo(time, note)
  const request = time.run(async () => {
    await time.wait(1000)
    const timeout = time.wait(500).then(() => note('patience ends'))
    for (const path of ['/1', '/2']) await get(`${url}${path}`)
    await timeout
  })
  await Promise.all([request, time.run(() => time.wait(1200).then(() => note('other')))])

  expect(lines).toStrictEqual(['1 answers /1', '1 answers /2', '1.2 other', '1.5 patience ends'])
})

test('a delayed response does not stop time, other requests in progress do', async () => {
  const time = new SharedClock(noon)
  const { note, lines } = diary(time)
  const url = await echo(time, note, [{ kind: 'latency', ms: 3000, operations: ['/slow'] }])
  const both = time.run(async () => {
    await Promise.all([get(`${url}/slow`), get(`${url}/quick`)])
    note('both')
  })
  await Promise.all([both, time.run(() => time.wait(2000).then(() => note('other')))])

  expect(lines).toStrictEqual(['0 answers /quick', '2 other', '3 answers /slow', '3 both'])
})

test('a response to fetch counts like any other', async () => {
  const time = new SharedClock(noon)
  const { note, lines } = diary(time)
  const url = await echo(time, note, [{ kind: 'latency', ms: 3_000 }])
  await time.run(async () => {
    const answer = await fetch(`${url}/fetched`)
    note(`reads ${await answer.text()}`)
    await time.wait(1_000)
    note('goes on')
  })

  expect(lines).toStrictEqual(['3 answers /fetched', '3 reads /fetched', '4 goes on'])
})

test('a cut connection ends its request', async () => {
  const time = new SharedClock(noon)
  const { note, lines } = diary(time)
  const url = await echo(time, note, [{ kind: 'connection-reset' }])
  await time.run(async () => {
    await get(`${url}/1`).catch(() => note('cut'))
    await time.wait(1000)
    note('goes on')
  })

  expect(lines).toStrictEqual(['0 cut', '1 goes on'])
})

test('abort wakes at once, without advancing time', async () => {
  const time = new SharedClock(noon)
  const { note, lines } = diary(time)
  const stop = new AbortController()
  const sleeper = time.run(async () => {
    await time.wait(3_600_000, stop.signal)
    note('woken')
    await time.wait(3_600_000, stop.signal)
    note('not asleep again')
  })
  const other = time.run(async () => {
    await time.wait(2000)
    stop.abort()
    await time.wait(1000)
    note('other')
  })
  await Promise.all([sleeper, other])

  expect(lines).toStrictEqual(['2 woken', '2 not asleep again', '3 other'])
})

test('a participant that fails does not hold the others up', async () => {
  const time = new SharedClock(noon)
  const { note, lines } = diary(time)
  const fails = time.run(async () => {
    await time.wait(1000)
    throw new Error('gone')
  })
  const other = time.run(() => time.wait(5000).then(() => note('other')))

  await expect(fails).rejects.toThrow('gone')
  await other
  expect(lines).toStrictEqual(['5 other'])
})

test('a hundred participants with a request each second have the same history twice', async () => {
  const histories: string[][] = []
  for (let round = 0; round < 2; round += 1) {
    const time = new SharedClock(noon)
    const { note, lines } = diary(time)
    const url = await echo(time, note)
    const runs = Array.from({ length: 100 }, (_, number) =>
      time.run(async () => {
        for (let turn = 1; turn <= 5; turn += 1) {
          await time.wait(1000)
          await get(`${url}/${number}/${turn}`)
        }
      }),
    )
    await Promise.all(runs)
    histories.push(lines)
  }

  expect(histories[0]).toHaveLength(500)
  expect(histories[0]?.at(-1)).toBe('5 answers /99/5')
  expect(histories[0]).toStrictEqual(histories[1])
})

test('a wait ends at a whole millisecond, not before its time', async () => {
  const time = new SharedClock(noon)
  await time.run(() => time.wait(0.2))

  expect(time.now()).toBe(noon + 1)
})

test('time moves forwards only', () => {
  expect(() => new SharedClock().wait(-1)).toThrow('time moves forwards, not by -1 ms')
})
