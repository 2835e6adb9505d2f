import type { WaitingClock } from './clock.js'

/** A clock moved by hand: minutes of a rollout pass as fast as its events can be worked out. */
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

  /** Whoever waits here is the only one awake, so waiting is moving the clock. */
  async wait(ms: number): Promise<void> {
    this.advance(ms)
  }
}
