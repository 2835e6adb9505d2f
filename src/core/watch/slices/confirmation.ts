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

export interface SuccessConfirmation {
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

export const unconfirmed: SuccessConfirmation = {
  phase: 'initial',
  kept: undefined,
  targets: new Map(),
  failedReads: 0,
  needsEvidence: false,
  reason: undefined,
  notices: [],
}

export function confirmationOfNextPoll(confirmation: SuccessConfirmation): SuccessConfirmation {
  const refused = [...confirmation.targets].filter(([, targets]) => targets === undefined)
  return { ...confirmation, phase: 'initial', needsEvidence: false, targets: new Map(refused) }
}

export function confirmationTargetsRead(
  confirmation: SuccessConfirmation,
  { group, targets }: Extract<WatchEvent, { kind: 'target-health-read' }>,
): SuccessConfirmation {
  const read = (value: readonly TargetHealth[] | undefined) =>
    new Map([...confirmation.targets, [group, value] as const])
  if (targets.kind === 'answered') return { ...confirmation, targets: read(targets.value) }
  if (!isRefusal(targets.error)) return { ...confirmation, phase: 'targets-unread' }
  const text = `The health of the targets could not be read, so the success is based on the time that the tasks have been running: ${unavailableReason(targets.error)}.`
  return { ...confirmation, targets: read(undefined), notices: [...confirmation.notices, warning(text)] }
}

export function evidenceReadFailed(confirmation: SuccessConfirmation): SuccessConfirmation {
  const failedReads = confirmation.failedReads + 1
  return { ...confirmation, failedReads, needsEvidence: failedReads <= quickRetries }
}
