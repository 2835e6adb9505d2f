/** Errors of the SDK as ApiErrors: by name and HTTP status, by text only where the SDK has no name. */
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

/** Names as AWS sends them: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html */
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

/** What the SDK raises for an answer that it cannot parse: its text means nothing to users. */
const parseErrors = ['SyntaxError', 'TypeError', 'RangeError']

/** `operation` is an IAM action such as `ecs:DescribeServices`. */
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
  // The SDK has no name for a region that is missing or malformed.
  if (/^Region (?:is missing$|not accepted:)/.test(message)) return 'unconfigured'
  if (status === 429) return 'throttled'
  if (status === 408) return 'unavailable'
  // Answered and understood: AWS refuses. Everything else (no answer, 5xx, an answer that is not JSON) may pass.
  return status !== undefined && status >= 400 && status < 500 ? 'rejected' : 'unavailable'
}

/** Without the hint for developers that the SDK appends. */
function plain(message: string): string {
  return (message.split('\n')[0] ?? '')
    .replace(/\s*Deserialization error: to see the raw response.*$/, '')
    .trim()
}

/** Raises whatever goes wrong with a request as an ApiError. */
export async function translateErrors<T>(operation: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    throw toApiError(error, operation)
  }
}
