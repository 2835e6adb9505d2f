/** What became of the way back that a step asked for. */

export type RollbackAttempt =
  /** of a first deployment, and of one of the revision that served */
  | { readonly kind: 'no-target' }
  | { readonly kind: 'not-sent'; readonly why: string }
  /** the answer to its request was lost */
  | { readonly kind: 'unconfirmed'; readonly why: string }
  /** `to`: ARN */
  | { readonly kind: 'begun'; readonly to: string; readonly isTimedOut: boolean }

/** What became of the way back after a verification that failed. */
export type VerificationRollback =
  /** `on-verify-failure: fail`; `unproven`: nothing says that the revision is wrong */
  { readonly kind: 'not-wanted' } | { readonly kind: 'unproven' } | RollbackAttempt

export interface TakeBackReason {
  /** name of the service that failed */
  readonly service: string
  /** `api failed` */
  readonly failure: string
}

export interface TakeBack extends TakeBackReason {
  readonly was: 'completed' | 'rolling-out'
  readonly attempt: RollbackAttempt
}
