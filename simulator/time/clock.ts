/** The simulator's only source of time, in milliseconds since the epoch. */
export interface Clock {
  now(): number
}

/** Can delay responses. */
export interface WaitingClock extends Clock {
  wait(ms: number): Promise<void>
  /** Whether a client in another process can follow this clock. */
  readonly followable: boolean
}
