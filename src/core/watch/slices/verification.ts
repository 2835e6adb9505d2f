/** What the verification of a success has read so far (docs/adr/0009). */
import type { Task } from '../../ecs/task.js'
import type { Notice } from '../../errors/notice.js'

/** Polls in which reading the tasks may fail: about a minute of them. */
export const maxFailedReads = 10

/** After so many of them the next poll comes soon: the error may be a single one. */
const quickRetries = 3

export interface SuccessVerification {
  /** how far the verification is in this poll */
  readonly phase: 'initial' | 'reading-running' | 'reading-stopped'
  /** running tasks that were read and wait for a read of the stopped ones */
  readonly kept: { readonly at: number; readonly tasks: readonly Task[] | undefined } | undefined
  readonly failedReads: number
  /** only a read of the tasks was missing for a success, and the next poll may come soon */
  readonly needsEvidence: boolean
  /** why the deployment was last not yet a success */
  readonly reason: string | undefined
  readonly notices: readonly Notice[]
}

export const unverified: SuccessVerification = {
  phase: 'initial',
  kept: undefined,
  failedReads: 0,
  needsEvidence: false,
  reason: undefined,
  notices: [],
}

export function verificationOfNextPoll(verification: SuccessVerification): SuccessVerification {
  return { ...verification, phase: 'initial', needsEvidence: false }
}

export function evidenceReadFailed(verification: SuccessVerification): SuccessVerification {
  const failedReads = verification.failedReads + 1
  return { ...verification, failedReads, needsEvidence: failedReads <= quickRetries }
}
