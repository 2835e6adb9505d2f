/** Of the proof that the deployed revision works, after the rollout has succeeded. */

export type VerificationResult = Verified | UnfinishedVerification | FailedVerification

export interface UrlResult {
  /** without its query */
  readonly url: string
  readonly requests: number
  /** milliseconds */
  readonly took: number
}

interface Verified {
  readonly kind: 'verified'
  readonly url: UrlResult | undefined
}

interface UnfinishedVerification {
  /** `skipped`: the rollout did not succeed, or no task runs; `superseded`: what answered was another deployment */
  readonly kind: 'skipped' | 'superseded' | 'cancelled'
  readonly reason: string
  readonly url: UrlResult | undefined
}

export interface FailedVerification {
  readonly kind: 'failed'
  readonly reason: string
  readonly url: UrlResult | undefined
}
