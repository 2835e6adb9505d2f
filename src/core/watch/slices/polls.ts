import { type ApiError, maxRefusals } from '../../errors/api-error.js'
import { unavailableReason } from '../../errors/denial.js'
import { type Notice, notice } from '../../errors/notice.js'
import type { ServiceDeploymentRead, WatchEvent } from '../watch-event.js'

export interface Polls {
  readonly count: number
  /** of the last poll */
  readonly requestedAt: number
  /** requests of the last poll that were sent again */
  readonly repeats: number
  readonly serviceDeploymentArn: string | undefined
  /** of reads of the service deployment, in a row */
  readonly refusals: number
  /** the last refusal, unless an answer followed */
  readonly serviceDeploymentsDenied: ApiError | undefined
}

export const noPolls: Polls = {
  count: 0,
  requestedAt: 0,
  repeats: 0,
  serviceDeploymentArn: undefined,
  refusals: 0,
  serviceDeploymentsDenied: undefined,
}

export function polled(before: Polls, event: Extract<WatchEvent, { kind: 'polled' }>): Polls {
  return {
    ...serviceDeploymentRead(before, event),
    count: before.count + 1,
    requestedAt: event.requestedAt,
    repeats: event.repeats,
  }
}

/** Also of a poll that a cancellation interrupted. */
export function serviceDeploymentRead(
  before: Polls,
  { serviceDeployment, serviceDeploymentArn }: ServiceDeploymentRead,
): Polls {
  const read = { ...before, serviceDeploymentArn: serviceDeploymentArn ?? before.serviceDeploymentArn }
  if (reliesOnService(before)) return read
  if (serviceDeployment.kind === 'answered') {
    return { ...read, refusals: 0, serviceDeploymentsDenied: undefined }
  }
  const { error } = serviceDeployment
  if (error.kind !== 'denied' && error.kind !== 'rejected') return read
  return { ...read, refusals: before.refusals + 1, serviceDeploymentsDenied: error }
}

/** Service deployments are not read any more. */
export function reliesOnService({ refusals }: Polls): boolean {
  return refusals >= maxRefusals
}

export function pollNotices({ serviceDeploymentsDenied: denied }: Polls): readonly Notice[] {
  if (!denied) return []
  return [
    notice(
      `The service deployment, which shows results earlier and with more details, could not be read: ${unavailableReason(denied)}.`,
    ),
  ]
}
