/** Runs real processes with the preload, on the Node that runs the tests. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { ScaledClock } from '../../../simulator/time/scaled-clock.js'

const preload = new URL('../../../simulator/time/time-warp.js', import.meta.url).href

/** Runs the source in a process of its own; it prints one JSON value. */
async function runWarped(source: string, env: Record<string, string>): Promise<unknown> {
  const args = ['--import', preload, '--input-type=module', '--eval', source]
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  return JSON.parse(stdout)
}

const minute = { ECS_SIMULATOR_SPEED: '60' }

test('a minute passes in about a second, by every measure of time', async () => {
  const measured = await runWarped(
    `
    import { setTimeout as sleep, setInterval as every, scheduler } from 'node:timers/promises'
    import { promisify } from 'node:util'
    const real = process.hrtime.bigint()
    const date = Date.now()
    const mark = performance.now()
    await new Promise(resolve => setTimeout(resolve, 20_000))
    await sleep(10_000)
    await promisify(setTimeout)(10_000)
    await scheduler.wait(10_000)
    for await (const tick of every(5_000, 1)) if ((globalThis.ticks = (globalThis.ticks ?? 0) + tick) === 2) break
    console.log(JSON.stringify({
      real: Number(process.hrtime.bigint() - real) / 1e6,
      date: Date.now() - date,
      mark: performance.now() - mark,
      // The least of many: the process may be interrupted between two readings.
      gap: Math.min(...Array.from({ length: 50 }, () => Math.abs(performance.timeOrigin + performance.now() - Date.now()))),
    }))`,
    minute,
  )
  const { real, date, mark, gap } = measured as Record<string, number>

  expect(date).toBeGreaterThanOrEqual(59_900)
  expect(Math.abs((mark ?? 0) - (date ?? 0))).toBeLessThan(20_000)
  expect(gap).toBeLessThan(200)
  expect((date ?? 0) / (real ?? 0)).toBeGreaterThan(40)
  expect((date ?? 0) / (real ?? 0)).toBeLessThan(80)
})

test('an interval keeps its pace, and timers without a delay do not spin', async () => {
  const ticks = (await runWarped(
    `
    let ticks = 0
    const interval = setInterval(() => { ticks += 1 }, 1000)
    let zeros = 0
    const again = () => { zeros += 1; zero = setTimeout(again, 0) }
    let zero = setTimeout(again, 0)
    setTimeout(() => { clearInterval(interval); clearTimeout(zero); console.log(JSON.stringify({ ticks, zeros })) }, 30_000)
    `,
    minute,
  )) as { ticks: number; zeros: number }

  expect(ticks.ticks).toBeGreaterThan(0)
  expect(ticks.ticks).toBeLessThanOrEqual(30)
  // Half a real second: at most one a millisecond.
  expect(ticks.zeros).toBeLessThan(600)
})

test('dates are still dates, and timers still timers', async () => {
  const times = await runWarped(
    `
    import { statSync } from 'node:fs'
    class Later extends Date {}
    const timer = setTimeout(() => {}, 1e9)
    timer.unref().refresh()
    clearTimeout(timer)
    console.log(JSON.stringify([
      new Date() instanceof Date,
      statSync('.').mtime instanceof Date,
      new Later() instanceof Later,
      new Date(0).toISOString(),
      Date.UTC(1970, 0, 1),
      typeof Date(),
      timer.hasRef(),
      Array.from({ length: 50 }, () => Math.abs(new (new Date().constructor)() - Date.now())).some(gap => gap < 1000),
    ]))`,
    minute,
  )

  expect(times).toStrictEqual([true, true, true, '1970-01-01T00:00:00.000Z', 0, 'string', false, true])
})

test('AbortSignal.timeout runs on the same time', async () => {
  const waited = await runWarped(
    `
    const begun = Date.now()
    // The signal alone does not keep a process running.
    const running = setInterval(() => {}, 1000)
    await new Promise(resolve => AbortSignal.timeout(12_000).addEventListener('abort', resolve))
    clearInterval(running)
    console.log(Date.now() - begun)`,
    minute,
  )

  expect(waited).toBeGreaterThanOrEqual(11_900)
  expect(waited).toBeLessThan(12_000 * 60)
})

test('the process reads the same time as the clock that it was started for', async () => {
  const clock = new ScaledClock({ speed: 120, start: Date.UTC(2026, 0, 15) })
  const before = clock.now()
  const there = await runWarped('console.log(Date.now())', clock.environment())

  expect(there).toBeGreaterThanOrEqual(before)
  expect(there).toBeLessThan(clock.now())
})

test('connections stay alive between requests that are a minute apart', async () => {
  const sockets = new Set<unknown>()
  const server = createServer((request, response) => {
    sockets.add(request.socket)
    response.end('ok')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const answers = await runWarped(
    `
    import http from 'node:http'
    import { setTimeout as sleep } from 'node:timers/promises'
    const agent = new http.Agent({ keepAlive: true })
    const get = () => new Promise((resolve, reject) => {
      http.get('http://127.0.0.1:${port}', { agent, timeout: 5000 }, response => {
        response.resume().on('end', () => resolve(response.statusCode))
      }).on('error', reject).on('timeout', () => reject(new Error('timed out')))
    })
    const answers = [await get()]
    await sleep(60_000)
    answers.push(await get())
    agent.destroy()
    console.log(JSON.stringify(answers))`,
    minute,
  )
  server.close()

  expect(answers).toStrictEqual([200, 200])
  expect(sockets.size).toBe(1)
})

test.each([
  { ECS_SIMULATOR_SPEED: 'fast', message: 'ECS_SIMULATOR_SPEED must be a number, not "fast"' },
  { ECS_SIMULATOR_SPEED: '0', message: 'ECS_SIMULATOR_SPEED must be positive, not 0' },
])('speed $ECS_SIMULATOR_SPEED is refused', async ({ message, ...env }) => {
  await expect(runWarped('console.log(1)', env)).rejects.toThrow(message)
})

test('without a speed nothing changes', async () => {
  expect(await runWarped('console.log(/native code/.test(String(Date)))', {})).toBe(true)
})

test('the preload has no dependencies', async () => {
  const imports = (await readFile(fileURLToPath(preload), 'utf8')).matchAll(/from '([^']+)'/g)

  expect([...imports].map(([, name]) => name).filter(name => !name?.startsWith('node:'))).toStrictEqual([])
})
