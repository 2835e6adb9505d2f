/** Why a call to AWS or GitHub failed. Adapters translate the errors of the SDKs into these kinds. */
export type ApiErrorKind =
  /** the missing IAM action is the operation unless the message names another */
  | 'denied'
  /** the credentials are expired or not valid */
  | 'expired'
  /** no credentials, or no region */
  | 'unconfigured'
  /** refused by rate, without any effect */
  | 'throttled'
  /** 5xx, time-out, broken connection, an answer that is not JSON: a change may have taken effect */
  | 'unavailable'
  /** the cluster, service, task definition, deployment or target group does not exist */
  | 'missing'
  /** the request was understood and refused */
  | 'rejected'

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ApiErrorKind
  /** `ecs:UpdateService`, `issues/create-comment` */
  readonly operation: string
  /** AWS's name of the error, such as `ClusterNotFoundException`, or GitHub's status */
  readonly code: string

  constructor(kind: ApiErrorKind, operation: string, code: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
    this.operation = operation
    this.code = code
  }
}

/** Whether the same request may succeed later. */
export function isTransient(error: ApiError): boolean {
  return error.kind === 'throttled' || error.kind === 'unavailable'
}

/** The action and resource that a denied role lacks, as far as the message says. */
export function missingPermission(error: ApiError): string {
  const named = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)(?: on resource:? (\S+))?/.exec(
    error.message,
  )
  if (!named) return error.operation
  return named[2] ? `${named[1]} on ${named[2]}` : (named[1] ?? error.operation)
}

/** Why something optional could not be read: the permission to allow, or what AWS said. */
export function unavailableReason(error: ApiError): string {
  if (error.kind === 'denied') return `allow ${missingPermission(error)}`
  return `${error.operation}: ${error.message}`
}
