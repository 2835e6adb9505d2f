import { type ApiError, missingPermission } from '../../errors/api-error.js'
import { type Notice, notice } from '../../errors/notice.js'
import type { ServiceDeploymentRead, WatchEvent } from '../watch-event.js'

export interface Polls {
  readonly count: number
  /** of the last poll */
  readonly requestedAt: number
  /** requests of the last poll that were sent again */
  readonly repeats: number
  readonly serviceDeploymentArn: string | undefined
  /** then the watch relies on the service alone */
  readonly serviceDeploymentsDenied: ApiError | undefined
}

export const noPolls: Polls = {
  count: 0,
  requestedAt: 0,
  repeats: 0,
  serviceDeploymentArn: undefined,
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
  const isDenied =
    serviceDeployment.kind === 'failed' &&
    (serviceDeployment.error.kind === 'denied' || serviceDeployment.error.kind === 'rejected')
  return {
    ...before,
    serviceDeploymentArn: serviceDeploymentArn ?? before.serviceDeploymentArn,
    serviceDeploymentsDenied: isDenied ? serviceDeployment.error : before.serviceDeploymentsDenied,
  }
}

export function pollNotices({ serviceDeploymentsDenied: denied }: Polls): readonly Notice[] {
  if (!denied) return []
  return [
    notice(
      `The service deployment could not be read: allow ${missingPermission(denied)} for results that are sooner and say more.`,
    ),
  ]
}
