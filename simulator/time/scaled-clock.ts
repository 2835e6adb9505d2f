import { setTimeout as sleep } from 'node:timers/promises'
import type { WaitingClock } from './clock.js'

export interface ScaledClockOptions {
  /** How many simulated seconds pass in a real one. */
  readonly speed: number
  /** The simulated time at the start; by default the real time. */
  readonly start?: number
}

/**
 * Real time run faster. Reads the monotonic clock, so a correction of the machine's time in mid-run does not show.
 */
export class ScaledClock implements WaitingClock {
  readonly followable = true
  readonly speed: number
  readonly #epoch = realNow()
  readonly #start: number

  constructor({ speed, start }: ScaledClockOptions) {
    if (!(speed > 0 && Number.isFinite(speed)))
      throw new RangeError(`speed must be a positive number, not ${speed}`)
    this.speed = speed
    this.#start = start ?? this.#epoch
  }

  now(): number {
    return Math.floor(this.#start + (realNow() - this.#epoch) * this.speed)
  }

  async wait(ms: number): Promise<void> {
    await sleep(ms / this.speed)
  }

  /** What another process needs, with time-warp.js preloaded, to read the same time as this clock. */
  environment(): Record<string, string> {
    return {
      ECS_SIMULATOR_SPEED: String(this.speed),
      ECS_SIMULATOR_EPOCH: String(this.#epoch),
      ECS_SIMULATOR_START: String(this.#start),
    }
  }
}

function realNow(): number {
  return performance.timeOrigin + performance.now()
}
