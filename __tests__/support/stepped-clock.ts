/**
 * Virtual time for a simulator and a process that talks to it. Time moves on, to the next moment that somebody waits
 * for, only when the process is at rest: however slow the machine is, nothing comes too late. What the process does
 * for it is in stepped-time.ts; the two share a file of four numbers.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WaitingClock } from '../../simulator/time/clock.js'

/** How often in a row the process has to be found at rest: the lines that it wrote before have been read by then. */
const confirmations = 3
const confirmationsAfterSignal = 50

interface Wait {
  readonly at: number
  readonly happen: () => void
  /** the process waits for an answer meanwhile */
  readonly isHeldAnswer: boolean
}

export class SteppedClock implements WaitingClock {
  readonly followable = true
  readonly #folder = mkdtempSync(join(tmpdir(), 'clock-'))
  readonly #file = openSync(join(this.#folder, 'time'), 'w+')
  readonly #waits = new Set<Wait>()
  readonly #numbers = new Float64Array(4)
  readonly #timer = setInterval(() => this.#consider(), 1)
  #now: number
  #found = 0
  #needed = confirmations
  /** what the process had done when it was sent a signal */
  #before: number | undefined

  constructor(start: number = Date.UTC(2026, 0, 15, 9)) {
    this.#now = start
    writeSync(this.#file, new Float64Array([start, Number.NaN, 0, 0]))
  }

  now(): number {
    return this.#now
  }

  wait(ms: number): Promise<void> {
    return new Promise(happen => this.#waits.add({ at: this.#now + ms, happen, isHeldAnswer: true }))
  }

  after(ms: number, happen: () => void): void {
    this.#waits.add({ at: this.#now + ms, happen, isHeldAnswer: false })
  }

  /** Time stands still until the process has reacted to a signal that was just sent. */
  awaitReaction(): void {
    readSync(this.#file, this.#numbers, 0, 32, 0)
    this.#before = this.#numbers[3]
    this.#needed = confirmationsAfterSignal
    this.#found = 0
  }

  environment(): Record<string, string> {
    return { STEPPED_TIME: join(this.#folder, 'time') }
  }

  close(): void {
    clearInterval(this.#timer)
    closeSync(this.#file)
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #consider(): void {
    readSync(this.#file, this.#numbers, 0, 32, 0)
    const [, wish = Number.NaN, requests = 0, done] = this.#numbers
    if (done === this.#before) return
    this.#before = undefined
    const held = [...this.#waits].filter(({ isHeldAnswer }) => isHeldAnswer).length
    const next = Math.min(wish, ...[...this.#waits].map(({ at }) => at))
    const isAtRest = !Number.isNaN(wish) && requests <= held && next > this.#now
    this.#found = isAtRest && Number.isFinite(next) ? this.#found + 1 : 0
    if (this.#found < this.#needed) return
    this.#found = 0
    this.#needed = confirmations
    this.#now = next
    writeSync(this.#file, new Float64Array([next]), 0, 8, 0)
    for (const wait of this.#waits) {
      if (wait.at > next) continue
      this.#waits.delete(wait)
      wait.happen()
    }
  }
}
