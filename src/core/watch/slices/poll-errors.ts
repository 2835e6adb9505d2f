import { type ApiError, isRefusal, maxRefusals } from '../../errors/api-error.js'
import { denialOf } from '../../errors/denial.js'

export interface PollErrors {
  readonly throttled: number
  readonly refused: number
}

export const noErrors: PollErrors = { throttled: 0, refused: 0 }

export interface LostContact {
  readonly reason: string
  readonly lost?: 'credentials' | undefined
}

/** `lost`: undefined if the next poll may succeed. */
export function pollFailed(
  errors: PollErrors,
  error: ApiError,
): { readonly errors: PollErrors; readonly lost: LostContact | undefined } {
  const throttled = error.kind === 'throttled' ? errors.throttled + 1 : errors.throttled
  const refused = isRefusal(error) ? errors.refused + 1 : errors.refused
  const lost = isRefusal(error) && refused >= maxRefusals ? lostContact(error) : undefined
  return { errors: { throttled, refused }, lost }
}

function lostContact(error: ApiError): LostContact {
  switch (error.kind) {
    case 'denied':
      return { reason: deniedSince(error) }
    case 'skewed':
      return { reason: error.message }
    case 'expired':
    case 'unconfigured':
      return { reason: 'the AWS credentials are no longer valid', lost: 'credentials' }
    default:
      return { reason: `${error.operation} was refused: ${error.message}` }
  }
}

function deniedSince(error: ApiError): string {
  const { principal, permission, clause } = denialOf(error)
  return `${principal} can no longer call ${permission}${clause}`
}
