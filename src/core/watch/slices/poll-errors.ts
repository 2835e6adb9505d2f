import { type ApiError, isTransient, missingPermission } from '../../errors/api-error.js'

export interface PollErrors {
  readonly throttled: number
  readonly unexpected: number
}

export const noErrors: PollErrors = { throttled: 0, unexpected: 0 }

export interface LostContact {
  readonly reason: string
  readonly lost?: 'credentials' | undefined
}

/** Fetching new credentials can fail once, and a proxy can answer in place of AWS. */
const maxUnexpectedErrors = 3

/** `lost`: undefined if the next poll may succeed. */
export function pollFailed(
  errors: PollErrors,
  error: ApiError,
): { readonly errors: PollErrors; readonly lost: LostContact | undefined } {
  const throttled = error.kind === 'throttled' ? errors.throttled + 1 : errors.throttled
  if (isTransient(error)) return { errors: { ...errors, throttled }, lost: undefined }
  const isUnexpected = error.kind === 'unconfigured' || error.kind === 'rejected'
  const unexpected = isUnexpected ? errors.unexpected + 1 : errors.unexpected
  const isLost = !isUnexpected || unexpected >= maxUnexpectedErrors
  return { errors: { throttled, unexpected }, lost: isLost ? lostContact(error) : undefined }
}

function lostContact(error: ApiError): LostContact {
  switch (error.kind) {
    case 'denied':
      return { reason: `the role may not call ${missingPermission(error)} any more` }
    case 'expired':
    case 'unconfigured':
      return { reason: 'the AWS credentials are not valid any more', lost: 'credentials' }
    default:
      return { reason: `${error.operation} was refused: ${error.message}` }
  }
}
