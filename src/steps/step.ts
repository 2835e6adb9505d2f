/** What a step of the run answers, and what it is. */
import type { Notice } from '../core/errors/notice.js'
import type { Ended, Outcome, Registered } from '../core/outcome/outcome.js'
import type { RunContext } from './run-context.js'

export type Step<T> = { readonly notices: readonly Notice[] } & (
  | {
      readonly kind: 'continue'
      readonly value: T
      /** performed when the run has its outcome, whatever it is */
      readonly afterwards?: ((outcome: Outcome) => Promise<readonly Notice[]>) | undefined
    }
  | { readonly kind: 'end'; readonly outcome: Ended }
  /** the workflow was canceled before anything was deployed */
  | { readonly kind: 'canceled' }
)

/** What every step hands on. */
export interface Progress {
  /** the revision, once it is registered */
  readonly revision: Registered | undefined
  /** the path of the rendered task definition, once it is written */
  readonly definitionFile: string | undefined
}

export interface RunStep<In extends Progress, Out extends Progress> {
  /** the group of the log that its lines belong to */
  readonly group: string | undefined
  /** what a canceled workflow does: once something is deployed, the steps after it still run */
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
