import type { Position } from './problem.js'

/** What GitHub shows with the run, or on a line of a file. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly position?: Position | undefined
}
