/** Looks that failed, in a row: which of them pass, and which mean that we shall not see any more. */
import type { ApiError } from '../../core/errors/api-error.js'
import { isTransient, missingPermission } from '../../core/errors/api-error.js'
import type { DeploymentResult } from '../../core/watch/evaluate.js'

/** Credentials of a machine are fetched anew and a fetch can fail; so can a proxy that answers for AWS. */
const maxUnexpectedErrors = 3

export type LostContact = Pick<Extract<DeploymentResult, { kind: 'unknown' }>, 'reason' | 'lost'>

export interface PollErrorBudget {
  /** a look succeeded */
  seen(): void
  /** a look failed: why sight is lost, or nothing when the next look may succeed */
  missed(error: ApiError): LostContact | undefined
  /** looks that were throttled since the last one that succeeded */
  throttled(): number
}

export function pollErrorBudget(): PollErrorBudget {
  let throttled = 0
  let unexpectedErrors = 0
  return {
    seen() {
      throttled = 0
      unexpectedErrors = 0
    },
    missed(error) {
      if (error.kind === 'throttled') throttled++
      if (isTransient(error)) return undefined
      if (error.kind === 'unconfigured' || error.kind === 'rejected') unexpectedErrors++
      else return lostContact(error)
      return unexpectedErrors < maxUnexpectedErrors ? undefined : lostContact(error)
    },
    throttled: () => throttled,
  }
}

function lostContact(error: ApiError): LostContact {
  switch (error.kind) {
    case 'denied':
      return { reason: `the role may not call ${missingPermission(error)} any more`, lost: undefined }
    case 'expired':
    case 'unconfigured':
      return { reason: 'the AWS credentials are not valid any more', lost: 'credentials' }
    default:
      return { reason: `${error.operation} was refused: ${error.message}`, lost: undefined }
  }
}
