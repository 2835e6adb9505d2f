import type { RollbackAttempt } from './requested-rollback.js'

/** What became of the way back after a verification that failed. */
export type VerificationRollback =
  /** `on-verify-failure: fail`; `unproven`: nothing says that the revision is wrong */
  { readonly kind: 'not-wanted' } | { readonly kind: 'unproven' } | RollbackAttempt
