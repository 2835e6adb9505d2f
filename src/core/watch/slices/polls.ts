import type { ServiceDeployment } from '../../ecs/service-deployment.js'
import { type ApiError, maxRefusals } from '../../errors/api-error.js'
import { unavailableReason } from '../../errors/denial.js'
import { type Notice, notice } from '../../errors/notice.js'
import { withoutAnswered } from '../answered-hook.js'
import type { Answer, NotRead, ServiceDeploymentRead, WatchEvent } from '../watch-event.js'

export interface Polls {
  readonly count: number
  /** of the service deployment, or of the service where that is all that is read, with requests that were sent again */
  readonly reads: number
  /** when the service deployment that is known was requested */
  readonly readAt: number
  /** of the service deployment, since the last poll */
  readonly glance: Glance
  /** since when the next event may be the decision */
  readonly nearSince: number | undefined
  /** the last poll read the service only, and what it shows needs both */
  readonly needsBoth: boolean
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

/** Compared with the last poll. */
export type Glance =
  | { readonly kind: 'same' | 'unanswered' }
  | { readonly kind: 'moved'; readonly read: ServiceDeploymentRead }

export const noPolls: Polls = {
  count: 0,
  reads: 0,
  readAt: Number.NEGATIVE_INFINITY,
  glance: { kind: 'same' },
  nearSince: undefined,
  needsBoth: false,
  throttled: false,
  requestedAt: 0,
  repeats: 0,
  serviceDeploymentArn: undefined,
  refusals: 0,
  serviceDeploymentsDenied: undefined,
}

export function polled(before: Polls, event: Extract<WatchEvent, { kind: 'polled' }>): Polls {
  const { reads, repeats, requestedAt } = event
  return {
    ...serviceDeploymentRead(before, event),
    count: before.count + 1,
    reads: before.reads + (reliesOnService(before) ? 1 + repeats : reads),
    readAt: reads > 0 && event.service.kind === 'answered' ? requestedAt : before.readAt,
    glance: { kind: 'same' },
    needsBoth: false,
    throttled: before.throttled || isThrottled(event.service) || isThrottled(event.serviceDeployment),
    requestedAt,
    repeats,
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
  if (serviceDeployment.kind !== 'answered') return { ...read, glance: { kind: 'unanswered' } }
  const now = withoutAnswered(serviceDeployment.value, answeredHook)
  if (isEqual(now, known)) return { ...read, readAt: requestedAt, glance: { kind: 'same' } }
  return {
    ...read,
    readAt: requestedAt,
    glance: { kind: 'moved', read: { serviceDeployment, serviceDeploymentArn } },
  }
}

function isThrottled(answer: Answer<unknown> | NotRead): boolean {
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
  if (serviceDeployment.kind === 'not-read') return read
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
