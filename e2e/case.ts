/** One workflow on a runner, and what has to be true afterwards: for the runner, and in ECS. */
import type { Result } from './runner-log.js'

export interface Case {
  readonly shows: string
  /** The workflow, in this repository. */
  readonly workflow: string
  readonly scenario: string
  /** The tag of the new images; without it, the commit. */
  readonly tag?: string
  /** One after the other, before the same ECS. */
  readonly runs: readonly Run[]
}

export interface Run {
  /** The name of the event, and the file in e2e/events/ that has its payload. */
  readonly on: readonly [event: string, payload: string]
  /** Cancelled when ECS has answered this operation. */
  readonly cancelledAfter?: string
  readonly expect: Expectation
}

export interface Expectation {
  readonly green: boolean
  /** Every step that runs, by job. */
  readonly steps: Readonly<Record<string, Result>>
  /** Every call that changes something, but for stops of what fails. In alphabetical order: jobs run side by side. */
  readonly changes: readonly string[]
  /** What the services run afterwards, and how many tasks of how many. */
  readonly services: Readonly<Record<string, string>>
  /** What has to stand in the summaries of steps. */
  readonly summaries?: Readonly<Record<string, RegExp>>
  /** The one comment on each pull request. */
  readonly comments?: Readonly<Record<string, RegExp>>
}
