/** Adapters translate SDK errors into these kinds. */
export type ApiErrorKind =
  /** lacks the IAM action `operation`, unless the message names another */
  | 'denied'
  /** expired or invalid credentials */
  | 'expired'
  /** no credentials, or no region */
  | 'unconfigured'
  /** by rate, without effect */
  | 'throttled'
  /** 5xx, timeout, broken connection, not JSON: a change may have taken effect */
  | 'unavailable'
  | 'missing'
  | 'rejected'

type ApiErrorMembers = Pick<ApiError, 'kind' | 'operation' | 'code' | 'message' | 'cause'>

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ApiErrorKind
  /** `ecs:UpdateService`, `issues/create-comment` */
  readonly operation: string
  /** `ClusterNotFoundException`, or GitHub's HTTP status */
  readonly code: string

  constructor({ kind, operation, code, message, cause }: ApiErrorMembers) {
    super(message, { cause })
    this.kind = kind
    this.operation = operation
    this.code = code
  }
}

export function isTransient(error: ApiError): boolean {
  return error.kind === 'throttled' || error.kind === 'unavailable'
}

export function missingPermission(error: ApiError): string {
  const named = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)(?: on resource:? (\S+))?/.exec(
    error.message,
  )
  if (!named) return error.operation
  return named[2] ? `${named[1]} on ${named[2]}` : (named[1] ?? error.operation)
}

export function unavailableReason(error: ApiError): string {
  if (error.kind === 'denied') return `allow ${missingPermission(error)}`
  return `${error.operation}: ${error.message}`
}
