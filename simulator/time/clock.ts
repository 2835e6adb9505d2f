/** The simulator's only source of time, in milliseconds since the epoch. */
export interface Clock {
  now(): number
}

/** Whose time somebody else decides on. */
export interface ControlledClock extends WaitingClock {
  readonly speed: number
  advance(ms: number): void
  setSpeed(speed: number): void
}

/** Can delay responses. */
export interface WaitingClock extends Clock {
  wait(ms: number): Promise<void>
  /** Whether a client in another process can follow this clock. */
  readonly followable: boolean
}
