import { setTimeout as sleep } from 'node:timers/promises'
import type { ControlledClock } from './clock.js'

export interface ScaledClockOptions {
  /** Simulated seconds per real second; at 0 time stands still. */
  readonly speed: number
  /** By default the real time. */
  readonly start?: number
}

/** Accelerated real time. The clock is monotonic: clock corrections do not show. */
export class ScaledClock implements ControlledClock {
  readonly followable = true
  #speed: number
  /** Real and simulated time of the last change. */
  #epoch = realNow()
  #start: number

  constructor({ speed, start }: ScaledClockOptions) {
    this.#speed = requireSpeed(speed)
    this.#start = start ?? this.#epoch
  }

  get speed(): number {
    return this.#speed
  }

  now(): number {
    return Math.floor(this.#exactNow())
  }

  /** Where time stands still, a delay is over at once. */
  async wait(ms: number): Promise<void> {
    if (this.#speed > 0) await sleep(ms / this.#speed)
  }

  advance(ms: number): void {
    if (!(ms >= 0 && Number.isFinite(ms))) throw new RangeError(`time moves forwards, not by ${ms} ms`)
    this.#start += ms
  }

  setSpeed(speed: number): void {
    requireSpeed(speed)
    this.#start = this.#exactNow()
    this.#epoch = realNow()
    this.#speed = speed
  }

  /** With these and time-warp.js, another process follows this clock, as long as nobody advances it. */
  environment(): Record<string, string> {
    return {
      ECS_SIMULATOR_SPEED: String(this.#speed),
      ECS_SIMULATOR_EPOCH: String(this.#epoch),
      ECS_SIMULATOR_START: String(this.#start),
    }
  }

  #exactNow(): number {
    return this.#start + (realNow() - this.#epoch) * this.#speed
  }
}

function requireSpeed(speed: number): number {
  if (speed >= 0 && Number.isFinite(speed)) return speed
  throw new RangeError(`speed must be a number from 0, not ${speed}`)
}

function realNow(): number {
  return performance.timeOrigin + performance.now()
}
