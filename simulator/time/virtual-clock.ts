import type { WaitingClock } from './clock.js'

/** Advances by hand. */
export class VirtualClock implements WaitingClock {
  readonly followable = false
  #now: number

  constructor(start: number = Date.UTC(2026, 0, 15, 9)) {
    this.#now = start
  }

  now(): number {
    return this.#now
  }

  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError(`time moves forwards, not by ${ms} ms`)
    this.#now += ms
  }

  /** With a single waiter, waiting advances the clock. */
  async wait(ms: number): Promise<void> {
    this.advance(ms)
  }
}
