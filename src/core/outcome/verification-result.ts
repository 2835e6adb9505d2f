/** Of the proof that the deployed revision works, after the rollout has succeeded. */

import type { TaskResult } from './task-result.js'

export type VerificationResult = Verified | UnfinishedVerification | FailedVerification

export interface UrlResult {
  /** without its query */
  readonly url: string
  readonly requests: number
  /** milliseconds */
  readonly took: number
}

interface Tried {
  readonly url: UrlResult | undefined
  readonly task: TaskResult | undefined
}

interface Verified extends Tried {
  readonly kind: 'verified'
}

interface UnfinishedVerification extends Tried {
  /** `skipped`: the rollout did not succeed, or no task runs; `superseded`: what answered was another deployment */
  readonly kind: 'skipped' | 'superseded' | 'cancelled'
  readonly reason: string
}

export interface FailedVerification extends Tried {
  readonly kind: 'failed'
  /** `unproven`: nothing says that the revision is wrong */
  readonly proof: 'disproven' | 'unproven'
  readonly reason: string
}
