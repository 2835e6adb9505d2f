/** One workflow on a runner, and what must be true afterwards on the runner and in ECS. */
import type { Result } from './runner-log.js'

export interface Case {
  readonly shows: string
  /** The workflow, in this repository. */
  readonly workflow: string
  /** Of the simulator that stands for AWS. Without it, there is none: the workflow starts its own. */
  readonly scenario?: string
  /** The tag of the new images; without it, the commit. */
  readonly tag?: string
  /** Where this machine lacks it, the case is skipped and the output says so. */
  readonly requires?: Requirement
  /** One after the other, against the same ECS. */
  readonly runs: readonly Run[]
}

/** Not every machine has them. */
export type Requirement = 'terraform' | 'official-actions'

export interface Run {
  /** The name of the event, and the file in e2e/events/ that has its payload. */
  readonly on: readonly [event: string, payload: string]
  /** The workflow is canceled when ECS has answered this operation. */
  readonly canceledAfter?: string
  readonly expect: Expectation
}

export interface Expectation {
  readonly green: boolean
  /** Every step that runs, by job. */
  readonly steps: Readonly<Record<string, Result>>
  /** Every call that changes something, except for stops of failing deployments. Sorted, since jobs run in parallel. */
  readonly changes: readonly string[]
  /** What the services run afterwards: revision, running and desired tasks. */
  readonly services: Readonly<Record<string, string>>
  /** What the summaries of steps must contain. */
  readonly summaries?: Readonly<Record<string, RegExp>> | undefined
  /** What the one comment on each pull request must contain. */
  readonly comments?: Readonly<Record<string, RegExp>> | undefined
  /** What the file of each artifact must contain that an action uploads itself. */
  readonly artifacts?: Readonly<Record<string, RegExp>> | undefined
  /** What the one message to the chat must contain. */
  readonly message?: RegExp | undefined
}
