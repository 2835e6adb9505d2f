/** What became of the way back after a verification that failed. */
export type VerificationRollback =
  /** `on-verify-failure: fail`; `unproven`: nothing says that the revision is wrong */
  | { readonly kind: 'not-wanted' | 'unproven' }
  /** of a first deployment */
  | { readonly kind: 'no-target' }
  | { readonly kind: 'not-sent'; readonly why: string }
  /** the answer to its request was lost */
  | { readonly kind: 'unconfirmed'; readonly why: string }
  /** `to`: ARN */
  | { readonly kind: 'begun'; readonly to: string; readonly isTimedOut: boolean }
