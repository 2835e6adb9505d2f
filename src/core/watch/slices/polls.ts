import type { ServiceDeployment } from '../../ecs/service-deployment.js'
import { type ApiError, maxRefusals } from '../../errors/api-error.js'
import { unavailableReason } from '../../errors/denial.js'
import { type Notice, notice } from '../../errors/notice.js'
import { withoutAnswered } from '../answered-hook.js'
import type { Answer, ServiceDeploymentRead, WatchEvent } from '../watch-event.js'

export interface Polls {
  readonly count: number
  /** of the service deployment, with requests that were sent again */
  readonly reads: number
  /** the last one since the last poll */
  readonly glance: Glance
  /** where the service deployment of the last poll comes from */
  readonly source: PollSource
  /** AWS throttled one of them: the account has no calls to spare */
  readonly throttled: boolean
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

/** `last-poll`: only the service is read */
export type PollSource = 'read' | 'glance' | 'last-poll'

/** Compared with the last poll: of the service deployment, or of the service. */
export type Glance =
  | { readonly kind: 'same' | 'unanswered' | 'service-moved' }
  /** not read again for the poll that follows */
  | { readonly kind: 'moved'; readonly read: ServiceDeploymentRead }

export const noPolls: Polls = {
  count: 0,
  reads: 0,
  glance: { kind: 'same' },
  source: 'read',
  throttled: false,
  requestedAt: 0,
  repeats: 0,
  serviceDeploymentArn: undefined,
  refusals: 0,
  serviceDeploymentsDenied: undefined,
}

export function polled(before: Polls, event: Extract<WatchEvent, { kind: 'polled' }>): Polls {
  const reads = before.source === 'read' ? 1 : 0
  return {
    ...serviceDeploymentRead(before, event),
    count: before.count + 1,
    reads: before.reads + reads + event.repeats,
    glance: { kind: 'same' },
    throttled: before.throttled || isThrottled(event.service) || isThrottled(event.serviceDeployment),
    requestedAt: event.requestedAt,
    repeats: event.repeats,
  }
}

/** As the last poll showed it. */
type Known = ServiceDeployment | undefined

export function glanced(
  before: Polls,
  event: Extract<WatchEvent, { kind: 'glanced' }>,
  { answeredHook, known }: { readonly answeredHook: string | undefined; readonly known: Known },
): Polls {
  const { repeats, requestedAt, serviceDeployment, serviceDeploymentArn } = event
  const throttled = before.throttled || isThrottled(serviceDeployment)
  const read = { ...before, reads: before.reads + 1 + repeats, throttled, requestedAt, repeats }
  if (serviceDeployment.kind === 'failed') return { ...read, glance: { kind: 'unanswered' } }
  const now = withoutAnswered(serviceDeployment.value, answeredHook)
  if (isEqual(now, known)) return { ...read, glance: { kind: 'same' } }
  return { ...read, glance: { kind: 'moved', read: { serviceDeployment, serviceDeploymentArn } } }
}

/** The poll that read the service only counts as a glance. */
export function serviceMoved(polls: Polls): Polls {
  return { ...polls, glance: { kind: 'service-moved' } }
}

function isThrottled(answer: Answer<unknown>): boolean {
  return answer.kind === 'failed' && answer.error.kind === 'throttled'
}

/** Both come from the same mapping, with their members in one order. */
function isEqual(one: Known, other: Known): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
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
