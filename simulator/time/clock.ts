/** The simulator's only source of time: milliseconds since the epoch. */
export interface Clock {
  now(): number
}

/** A clock on which an answer can be held back. */
export interface WaitingClock extends Clock {
  wait(ms: number): Promise<void>
}
