/** What the snapshots of a deployment have shown so far, and what the last of them decides. */
import type { DeploymentResult } from '../watch-result.js'

export interface EvaluationState {
  /** reads are recent enough to include our deployment: one has, or enough time has passed */
  readonly readsAreCurrent: boolean
  /** polls in a row that found no service */
  readonly missingPolls: number
  readonly tentative: TentativeResult | undefined
  /** our deployment was FAILED in the list of the service's deployments */
  readonly failed: boolean
  /** when a poll first showed that our deployment is rolled back, or stopped */
  readonly rollbackSince: number | undefined
  readonly stopSince: number | undefined
  /** the deployment that a rollback went back to: once it has completed, nothing shows that any more */
  readonly rollbackTarget: string | undefined
}

/** A result that the service alone suggests, until enough polls in a row agree. */
export interface TentativeResult {
  readonly kind: DeploymentResult['kind']
  readonly polls: number
  readonly since: number
}

export const initialEvaluation: EvaluationState = {
  readsAreCurrent: false,
  missingPolls: 0,
  tentative: undefined,
  failed: false,
  rollbackSince: undefined,
  stopSince: undefined,
  rollbackTarget: undefined,
}

export type Verdict =
  | {
      readonly kind: 'watching'
      readonly stage: 'rolling-out' | 'rolling-back' | 'stopping'
      /** why a deployment that ECS calls completed is not a success yet */
      readonly unverifiedReason: string | undefined
    }
  | { readonly kind: 'decided'; readonly result: DeploymentResult }

export interface Evaluation {
  readonly verdict: Verdict
  readonly state: EvaluationState
}
