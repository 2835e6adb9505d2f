/** docs/adr/0009 */
import type { Task } from '../../ecs/task.js'
import { isRefusal } from '../../errors/api-error.js'
import { unavailableReason } from '../../errors/denial.js'
import { type Notice, warning } from '../../errors/notice.js'
import type { TargetHealth } from '../../resources/target-health.js'
import type { WatchEvent } from '../watch-event.js'

/** Polls: about a minute. */
export const maxFailedReads = 10

/** Up to this count the next poll comes soon: the error may be a single one. */
const quickRetries = 3

export interface SuccessVerification {
  /** in this poll */
  readonly phase: 'initial' | 'reading-running' | 'reading-stopped' | 'reading-targets' | 'targets-unread'
  /** until the stopped tasks are read */
  readonly kept: { readonly at: number; readonly tasks: readonly Task[] | undefined } | undefined
  /** of this poll, by target group; undefined: may not be read */
  readonly targets: ReadonlyMap<string, readonly TargetHealth[] | undefined>
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
  targets: new Map(),
  failedReads: 0,
  needsEvidence: false,
  reason: undefined,
  notices: [],
}

export function verificationOfNextPoll(verification: SuccessVerification): SuccessVerification {
  const refused = [...verification.targets].filter(([, targets]) => targets === undefined)
  return { ...verification, phase: 'initial', needsEvidence: false, targets: new Map(refused) }
}

export function verificationTargetsRead(
  verification: SuccessVerification,
  { group, targets }: Extract<WatchEvent, { kind: 'target-health-read' }>,
): SuccessVerification {
  const read = (value: readonly TargetHealth[] | undefined) =>
    new Map([...verification.targets, [group, value] as const])
  if (targets.kind === 'answered') return { ...verification, targets: read(targets.value) }
  if (!isRefusal(targets.error)) return { ...verification, phase: 'targets-unread' }
  const text = `The health of the targets could not be read, so the success is based on the time that the tasks have been running: ${unavailableReason(targets.error)}.`
  return { ...verification, targets: read(undefined), notices: [...verification.notices, warning(text)] }
}

export function evidenceReadFailed(verification: SuccessVerification): SuccessVerification {
  const failedReads = verification.failedReads + 1
  return { ...verification, failedReads, needsEvidence: failedReads <= quickRetries }
}
