/**
 * Why a call to AWS or GitHub did not give an answer, in the words this action decides by. Adapters translate SDK errors
 * into it, by error name and HTTP status.
 */
export type FaultKind =
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

export class Fault extends Error {
  override readonly name = 'Fault'
  readonly kind: FaultKind
  /** `ecs:UpdateService`, `issues/create-comment` */
  readonly operation: string
  /** AWS's own name of the error, for example `ClusterNotFoundException`; GitHub's status */
  readonly code: string

  constructor(kind: FaultKind, operation: string, code: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
    this.operation = operation
    this.code = code
  }
}

/** Whether another try may give another answer without anybody changing anything. */
export function isPassing(fault: Fault): boolean {
  return fault.kind === 'throttled' || fault.kind === 'unavailable'
}

/** The action and resource that a denied role lacks, as far as the message tells. */
export function missingPermission(fault: Fault): string {
  const named = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)(?: on resource:? (\S+))?/.exec(
    fault.message,
  )
  if (!named) return fault.operation
  return named[2] ? `${named[1]} on ${named[2]}` : (named[1] ?? fault.operation)
}

/** Why something optional could not be looked at: the permission to allow, or what AWS said. */
export function whyUnseen(fault: Fault): string {
  if (fault.kind === 'denied') return `allow ${missingPermission(fault)}`
  return `${fault.operation}: ${fault.message}`
}
