/**
 * Preloaded into a process that follows a LockstepClock: Date, performance.now and the timers use its time. Whenever
 * the process is idle, it writes when its first timer fires and for how many responses it waits.
 */
import { openSync, readSync, writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'
import timersPromises from 'node:timers/promises'
import { followRequests } from '../../simulator/time/follow-requests.js'

const file = openSync(process.env.LOCKSTEP_TIME ?? '', 'r+')
const real = { ...timers }
const numbers = new Float64Array(4)

interface Timer {
  at: number
  readonly ms: number
  readonly call: () => void
  readonly repeats: boolean
}

const pending = new Map<NodeJS.Timeout, Timer>()
let requests = 0
/** Counts activity; a later process continues the count. */
let done = 0

function now(): number {
  readSync(file, numbers, 0, 8, 0)
  return numbers[0] ?? 0
}

const started = now()
readSync(file, numbers, 0, 32, 0)
done = numbers[3] ?? 0

/** NaN: busy. */
function publish(wakeAt: number): void {
  writeSync(file, new Float64Array([wakeAt, requests, done]), 0, 24, 8)
}

function busy(): void {
  done += 1
  publish(Number.NaN)
}

function fireDue(): void {
  const due = [...pending].filter(([, { at }]) => at <= now()).sort(([, a], [, b]) => a.at - b.at)
  for (const [handle, timer] of due) {
    if (!pending.has(handle)) continue
    if (timer.repeats) timer.at += timer.ms
    else remove(handle)
    timer.call()
  }
  if (due.length === 0) publish(Math.min(...[...pending.values()].map(({ at }) => at)))
}

/** A real timer that never ends keeps the process running, and is what the program holds. */
function add(call: () => void, milliseconds: unknown, repeats: boolean): NodeJS.Timeout {
  busy()
  const ms = Math.max(1, Math.ceil(Number(milliseconds) || 0))
  const handle = real.setInterval(() => {}, 2 ** 30)
  const timer = { at: now() + ms, ms, call, repeats }
  pending.set(handle, timer)
  handle.refresh = () => {
    timer.at = now() + ms
    pending.set(handle, timer)
    return handle
  }
  return handle
}

function remove(handle: unknown): void {
  busy()
  pending.delete(handle as NodeJS.Timeout)
  real.clearInterval(handle as NodeJS.Timeout)
}

type Callback = (...args: unknown[]) => void
const setTimer = (repeats: boolean) =>
  function set(callback: Callback, ms?: unknown, ...args: unknown[]) {
    return add(() => callback(...args), ms, repeats)
  }

/** As those of timers/promises: ends early when it is aborted. */
function sleep<T>(ms?: number, value?: T, { signal }: { readonly signal?: AbortSignal } = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = () => {
      remove(handle)
      reject(Object.assign(new Error('The operation was aborted'), { name: 'AbortError', code: 'ABORT_ERR' }))
    }
    const handle = add(
      () => {
        signal?.removeEventListener('abort', fail)
        resolve(value as T)
      },
      ms,
      false,
    )
    if (signal?.aborted) fail()
    signal?.addEventListener('abort', fail, { once: true })
  })
}

const virtualTimers = {
  setTimeout: setTimer(false),
  setInterval: setTimer(true),
  clearTimeout: remove,
  clearInterval: remove,
}
Object.assign(timers, virtualTimers)
Object.assign(globalThis, virtualTimers)
Object.assign(timersPromises, { setTimeout: sleep })
Object.defineProperty(timersPromises.scheduler, 'wait', { value: (ms: number) => sleep(ms) })
Object.defineProperty(performance, 'now', { value: () => now() - started })

const RealDate = Date
globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
})
syncBuiltinESMExports()

followRequests(() => {
  requests += 1
  busy()
  return () => {
    requests -= 1
    busy()
  }
})
busy()
real.setInterval(fireDue, 1).unref()
process.on('exit', busy)
