/** By name and HTTP status; by text only where the SDK has no name. */
import { env, versions } from 'node:process'
import type { ApiErrorKind } from '../../core/errors/api-error.js'
import { ApiError } from '../../core/errors/api-error.js'
import { routeOf } from '../proxy.js'

interface SdkError {
  readonly name?: string
  readonly message?: string
  readonly code?: string
  readonly $metadata?: { readonly httpStatusCode?: number }
  readonly $response?: unknown
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html */
const kinds: Readonly<Record<string, ApiErrorKind>> = {
  AccessDeniedException: 'denied',
  AccessDenied: 'denied',
  UnauthorizedOperation: 'denied',
  ExpiredTokenException: 'expired',
  ExpiredToken: 'expired',
  UnrecognizedClientException: 'expired',
  InvalidClientTokenId: 'expired',
  InvalidSignatureException: 'expired',
  SignatureDoesNotMatch: 'expired',
  RequestExpired: 'expired',
  TokenRefreshRequired: 'expired',
  IncompleteSignature: 'expired',
  CredentialsProviderError: 'unconfigured',
  TokenProviderError: 'unconfigured',
  ThrottlingException: 'throttled',
  RequestThrottled: 'throttled',
  RequestThrottledException: 'throttled',
  SlowDown: 'throttled',
  Throttling: 'throttled',
  TooManyRequestsException: 'throttled',
  RequestLimitExceeded: 'throttled',
  ServerException: 'unavailable',
  InternalFailure: 'unavailable',
  ServiceUnavailable: 'unavailable',
  RequestTimeoutException: 'unavailable',
  TimeoutError: 'unavailable',
  ClusterNotFoundException: 'missing',
  ServiceNotFoundException: 'missing',
  ServiceDeploymentNotFoundException: 'missing',
  TargetGroupNotFoundException: 'missing',
}

/** The SDK could not parse the answer. */
const parseErrors = ['SyntaxError', 'TypeError', 'RangeError']

export function toApiError(error: unknown, operation: string): ApiError {
  if (error instanceof ApiError) return error
  const { name = 'Error', message = String(error), code, $metadata } = (error ?? {}) as SdkError
  const kind = kindOf(name, message, $metadata?.httpStatusCode)
  if (parseErrors.includes(name)) {
    return new ApiError(
      kind,
      operation,
      'MalformedAnswer',
      'AWS answered with something that cannot be read',
      error,
    )
  }
  const route =
    code !== undefined && $metadata?.httpStatusCode === undefined ? routeOf(env, versions.node) : ''
  return new ApiError(kind, operation, code ?? name, `${plain(message)}${route}`, error)
}

function kindOf(name: string, message: string, status: number | undefined): ApiErrorKind {
  const known = kinds[name]
  if (known) return known
  // The SDK has no name for these.
  if (/^Region (?:is missing$|not accepted:)/.test(message)) return 'unconfigured'
  if (status === 429) return 'throttled'
  if (status === 408) return 'unavailable'
  // Anything else (no answer, 5xx, no JSON) may pass.
  return status !== undefined && status >= 400 && status < 500 ? 'rejected' : 'unavailable'
}

/** Drops the SDK's hint for developers. */
function plain(message: string): string {
  return (message.split('\n')[0] ?? '')
    .replace(/\s*Deserialization error: to see the raw response.*$/, '')
    .trim()
}

export async function translateErrors<T>(operation: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    throw toApiError(error, operation)
  }
}
