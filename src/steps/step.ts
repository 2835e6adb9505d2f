import type { Notice } from '../core/errors/notice.js'
import type { Ended, Outcome, Registered } from '../core/outcome/outcome.js'
import type { TaskResult } from '../core/outcome/task-result.js'
import type { RunContext } from './run-context.js'

export type Step<T> = { readonly notices: readonly Notice[] } & (
  | {
      readonly kind: 'continue'
      readonly value: T
      /** performed whatever the outcome is, when it is reported */
      readonly afterReport?: ((outcome: Outcome) => Promise<readonly Notice[]>) | undefined
    }
  | { readonly kind: 'end'; readonly outcome: Ended }
  /** before anything was deployed */
  | { readonly kind: 'canceled' }
)

/** Every step hands this on. */
export interface Progress {
  /** by this run */
  readonly registered: Registered | undefined
  /** by this run, from the file of `run-task-definition` */
  readonly registeredForTask: Registered | undefined
  /** path, once written */
  readonly definitionFile: string | undefined
  /** once it was started */
  readonly task: TaskResult | undefined
}

export interface RunStep<In extends Progress, Out extends Progress> {
  /** log group */
  readonly group: string | undefined
  /** once something is deployed, later steps still run */
  readonly whenCanceled: 'skip' | 'perform'
  readonly perform: (run: RunContext, value: In) => Promise<Step<Out>>
}

export function proceed<T>(value: T, notices: readonly Notice[] = []): Step<T> {
  return { kind: 'continue', value, notices }
}

export function end(outcome: Ended, notices: readonly Notice[] = []): Step<never> {
  return { kind: 'end', outcome, notices }
}

export function stop(notices: readonly Notice[] = []): Step<never> {
  return { kind: 'canceled', notices }
}
