/** The simulator's only source of time: milliseconds since the epoch. */
export interface Clock {
  now(): number
}

/** A clock on which an answer can be held back. */
export interface WaitingClock extends Clock {
  wait(ms: number): Promise<void>
  /** Whether a client in another process can be made to read the same time. */
  readonly followable: boolean
}
