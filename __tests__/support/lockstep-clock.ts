/**
 * Virtual time for a simulator and a process that calls it. Time advances to the next timer only while the process is
 * idle, so a slow machine delays nothing. The process preloads lockstep-preload.ts; both share a file of four numbers.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WaitingClock } from '../../simulator/time/clock.js'

/** How often in a row the process must be idle: by then, the lines that it wrote have been read. */
const confirmations = 3
const confirmationsAfterSignal = 50

interface Wait {
  readonly at: number
  readonly resume: () => void
  /** the process is waiting for this response */
  readonly isHeldResponse: boolean
}

export class LockstepClock implements WaitingClock {
  readonly followable = true
  readonly #folder = mkdtempSync(join(tmpdir(), 'clock-'))
  readonly #file = openSync(join(this.#folder, 'time'), 'w+')
  readonly #waits = new Set<Wait>()
  readonly #numbers = new Float64Array(4)
  readonly #timer = setInterval(() => this.#advanceIfIdle(), 1)
  #now: number
  #idleCount = 0
  #needed = confirmations
  /** activity of the process when a signal was sent to it */
  #before: number | undefined

  constructor(start: number = Date.UTC(2026, 0, 15, 9)) {
    this.#now = start
    writeSync(this.#file, new Float64Array([start, Number.NaN, 0, 0]))
  }

  now(): number {
    return this.#now
  }

  wait(ms: number): Promise<void> {
    return new Promise(resume => this.#waits.add({ at: this.#now + ms, resume, isHeldResponse: true }))
  }

  after(ms: number, resume: () => void): void {
    this.#waits.add({ at: this.#now + ms, resume, isHeldResponse: false })
  }

  /** Stops time until the process has reacted to a signal that was just sent. */
  awaitReaction(): void {
    readSync(this.#file, this.#numbers, 0, 32, 0)
    this.#before = this.#numbers[3]
    this.#needed = confirmationsAfterSignal
    this.#idleCount = 0
  }

  environment(): Record<string, string> {
    return { LOCKSTEP_TIME: join(this.#folder, 'time') }
  }

  close(): void {
    clearInterval(this.#timer)
    closeSync(this.#file)
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #advanceIfIdle(): void {
    readSync(this.#file, this.#numbers, 0, 32, 0)
    const [, wakeAt = Number.NaN, requests = 0, done] = this.#numbers
    if (done === this.#before) return
    this.#before = undefined
    const held = [...this.#waits].filter(({ isHeldResponse }) => isHeldResponse).length
    const next = Math.min(wakeAt, ...[...this.#waits].map(({ at }) => at))
    const isIdle = !Number.isNaN(wakeAt) && requests <= held && next > this.#now
    this.#idleCount = isIdle && Number.isFinite(next) ? this.#idleCount + 1 : 0
    if (this.#idleCount < this.#needed) return
    this.#idleCount = 0
    this.#needed = confirmations
    this.#now = next
    writeSync(this.#file, new Float64Array([next]), 0, 8, 0)
    for (const wait of this.#waits) {
      if (wait.at > next) continue
      this.#waits.delete(wait)
      wait.resume()
    }
  }
}
