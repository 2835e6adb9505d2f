/** Adapters translate SDK errors into these kinds. */
export type ApiErrorKind =
  /** lacks the IAM action `operation`, unless the message names another */
  | 'denied'
  /** expired or invalid credentials */
  | 'expired'
  /** by the time of the signature, without effect */
  | 'skewed'
  /** no credentials, or no region */
  | 'unconfigured'
  /** by rate, without effect */
  | 'throttled'
  /** 5xx, timeout, broken connection, not JSON: a change may have taken effect */
  | 'unavailable'
  /** not sent: the step has to end */
  | 'out-of-time'
  /** a host or certificate that stays wrong; not sent */
  | 'unreachable'
  | 'missing'
  | 'rejected'

type ApiErrorMembers = Pick<ApiError, 'kind' | 'operation' | 'code' | 'message' | 'cause'> &
  Partial<Pick<ApiError, 'retryAfter' | 'remedy'>>

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ApiErrorKind
  /** `ecs:UpdateService`, `issues/create-comment` */
  readonly operation: string
  /** `ClusterNotFoundException`, or GitHub's HTTP status */
  readonly code: string
  /** milliseconds for which the service wants no further request */
  readonly retryAfter: number | undefined
  /** what to do, if the kind does not say */
  readonly remedy: string | undefined

  constructor({ kind, operation, code, message, cause, retryAfter, remedy }: ApiErrorMembers) {
    super(message, { cause })
    this.kind = kind
    this.operation = operation
    this.code = code
    this.retryAfter = retryAfter
    this.remedy = remedy
  }
}

export function isTransient(error: ApiError): boolean {
  return error.kind === 'throttled' || error.kind === 'unavailable'
}

/** AWS understood the request and said no. */
export function isRefusal(error: ApiError): boolean {
  return !isTransient(error) && error.kind !== 'out-of-time'
}

/**
 * Refusals in a row before a read or a change is given up. Fetching new credentials can fail once, a proxy can answer in
 * place of AWS, and a changed policy needs seconds to have its effect.
 */
export const maxRefusals = 3
