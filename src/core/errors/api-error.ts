/**
 * Why a call to AWS or GitHub did not give an answer, in the words this action decides by. Adapters translate SDK errors
 * into it, by error name and HTTP status.
 */
export type ApiErrorKind =
  /** the role may not: the missing IAM action is `ecs:<operation>` unless the message names another */
  | 'denied'
  /** the credentials ran out or are not valid */
  | 'expired'
  /** there are no credentials, or no region */
  | 'unconfigured'
  /** refused before it had any effect, by rate */
  | 'throttled'
  /** 5xx, time-out, broken connection, an answer that is no JSON: a change may have taken effect */
  | 'unavailable'
  /** the cluster, service, task definition, deployment or target group is not there */
  | 'missing'
  /** ECS looked at the request and refuses it */
  | 'rejected'

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ApiErrorKind
  /** `ecs:UpdateService`, `issues/create-comment` */
  readonly operation: string
  /** AWS's own name of the error, for example `ClusterNotFoundException`; GitHub's status */
  readonly code: string

  constructor(kind: ApiErrorKind, operation: string, code: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
    this.operation = operation
    this.code = code
  }
}

/** Whether another try may give another answer without anybody changing anything. */
export function isTransient(error: ApiError): boolean {
  return error.kind === 'throttled' || error.kind === 'unavailable'
}

/** The action and resource that a denied role lacks, as far as the message tells. */
export function missingPermission(error: ApiError): string {
  const named = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)(?: on resource:? (\S+))?/.exec(
    error.message,
  )
  if (!named) return error.operation
  return named[2] ? `${named[1]} on ${named[2]}` : (named[1] ?? error.operation)
}

/** Why something optional could not be looked at: the permission to allow, or what AWS said. */
export function unavailableReason(error: ApiError): string {
  if (error.kind === 'denied') return `allow ${missingPermission(error)}`
  return `${error.operation}: ${error.message}`
}
