import { setTimeout as sleep } from 'node:timers/promises'
import type { WaitingClock } from './clock.js'

export interface ScaledClockOptions {
  /** Simulated seconds per real second. */
  readonly speed: number
  /** By default the real time. */
  readonly start?: number
}

/** Accelerated real time. The clock is monotonic: clock corrections do not show. */
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

  /** With these and time-warp.js, another process follows this clock. */
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
