/** How often AWS was asked about the deployment, and how it answered: what the pace of the next poll depends on. */
import { type ApiError, missingPermission } from '../../errors/api-error.js'
import { type Notice, notice } from '../../errors/notice.js'
import type { WatchEvent } from '../watch-event.js'

export interface Polls {
  readonly count: number
  /** when the last poll was sent */
  readonly requestedAt: number
  /** requests of the last poll that were sent again */
  readonly repeats: number
  readonly serviceDeploymentArn: string | undefined
  /** why service deployments may not be read: the service alone has to do */
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
  const { serviceDeployment, serviceDeploymentArn } = event
  const isDenied =
    serviceDeployment.kind === 'failed' &&
    (serviceDeployment.error.kind === 'denied' || serviceDeployment.error.kind === 'rejected')
  return {
    count: before.count + 1,
    requestedAt: event.requestedAt,
    repeats: event.repeats,
    serviceDeploymentArn: serviceDeploymentArn ?? before.serviceDeploymentArn,
    serviceDeploymentsDenied: isDenied ? serviceDeployment.error : before.serviceDeploymentsDenied,
  }
}

export function pollNotices({ serviceDeploymentsDenied: denied }: Polls): readonly Notice[] {
  if (!denied) return []
  return [notice(`Watched by the service alone: ${missingPermission(denied)} would show more, and sooner.`)]
}
