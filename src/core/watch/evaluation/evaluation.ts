import type { CompletedCount } from '../replacements.js'
import type { DeploymentResult } from '../watch-result.js'

export interface EvaluationState {
  /** recent enough to include our deployment */
  readonly readsAreCurrent: boolean
  /** in a row */
  readonly gonePolls: number
  readonly tentative: TentativeResult | undefined
  /** by its rolloutState */
  readonly failed: boolean
  /** first poll that showed it */
  readonly rollbackSince: number | undefined
  readonly stopSince: number | undefined
  /** when ECS completed it, if it did */
  readonly completed: CompletedCount | undefined
  /** kept because nothing shows it after the rollback */
  readonly rollbackTarget: string | undefined
}

/** The service alone suggests it; more polls have to agree. */
export interface TentativeResult {
  readonly kind: DeploymentResult['kind']
  readonly polls: number
  readonly since: number
}

export const initialEvaluation: EvaluationState = {
  readsAreCurrent: false,
  gonePolls: 0,
  tentative: undefined,
  failed: false,
  rollbackSince: undefined,
  stopSince: undefined,
  completed: undefined,
  rollbackTarget: undefined,
}

export type Verdict =
  | {
      readonly kind: 'watching'
      readonly stage: 'rolling-out' | 'rolling-back' | 'stopping'
      /** why a completed deployment is not a success yet */
      readonly unconfirmedReason: string | undefined
    }
  | { readonly kind: 'decided'; readonly result: DeploymentResult }

export interface Evaluation {
  readonly verdict: Verdict
  readonly state: EvaluationState
}
