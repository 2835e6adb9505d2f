/** docs/adr/0009 */
import type { Task } from '../../ecs/task.js'
import type { Notice } from '../../errors/notice.js'

/** Polls: about a minute. */
export const maxFailedReads = 10

/** Up to this count the next poll comes soon: the error may be a single one. */
const quickRetries = 3

export interface SuccessVerification {
  /** in this poll */
  readonly phase: 'initial' | 'reading-running' | 'reading-stopped'
  /** until the stopped tasks are read */
  readonly kept: { readonly at: number; readonly tasks: readonly Task[] | undefined } | undefined
  readonly failedReads: number
  /** only a read of the tasks is missing */
  readonly needsEvidence: boolean
  /** why it was not yet a success */
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
