/** By name and HTTP status; by text only where the SDK has no name. */
import { env, versions } from 'node:process'
import type { ApiErrorKind } from '../../core/errors/api-error.js'
import { ApiError } from '../../core/errors/api-error.js'
import { endpointOf, routeOf } from '../proxy.js'
import { clockText, isClockRefusal } from './clock-refusal.js'
import { remedyOf } from './remedy.js'

interface SdkError {
  readonly name?: unknown
  readonly message?: unknown
  readonly code?: unknown
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
  const said = (error ?? {}) as SdkError
  const { $metadata } = said
  // A broken response may have anything in place of a text.
  const name = textOf(said.name) ?? 'Error'
  const message = textOf(said.message) ?? 'AWS sent an error without a message'
  const code = textOf(said.code)
  const kind = kindOf(name, message, $metadata?.httpStatusCode)
  if (parseErrors.includes(name)) {
    return new ApiError({
      kind,
      operation,
      code: 'MalformedAnswer',
      message: 'AWS sent a response that cannot be read',
      cause: error,
    })
  }
  if (isClockRefusal(said)) {
    return new ApiError({
      kind: 'skewed',
      operation,
      code: name,
      message: clockText(plain(message)),
      cause: error,
    })
  }
  const isAnswered = code === undefined || $metadata?.httpStatusCode !== undefined
  const endpoint = isAnswered ? '' : endpointOf(env, operation)
  const route = isAnswered ? '' : `${endpoint}${routeOf(env, versions.node)}`
  const remedied = remedyOf({ kind, message: plain(message), error }, env)
  return new ApiError({
    kind: remedied?.kind ?? kind,
    operation,
    code: code ?? name,
    message: `${remedied?.message ?? plain(message)}${route}`,
    remedy: remedied?.remedy ?? (endpoint === '' ? undefined : endpointRemedy),
    cause: error,
  })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function kindOf(name: string, message: string, status: number | undefined): ApiErrorKind {
  const known = kinds[name]
  if (known) return known
  // The SDK has no name for these.
  if (/^Region (?:is missing$|not accepted:)/.test(message)) return 'unconfigured'
  if (status === 429) return 'throttled'
  // Services have their own names for a denial, such as one of iam:PassRole.
  if (/ is not authorized to perform: /.test(message)) return 'denied'
  if (status === 408) return 'unavailable'
  // Anything else (no answer, 5xx, no JSON) may pass.
  return status !== undefined && status >= 400 && status < 500 ? 'rejected' : 'unavailable'
}

/** Drops the SDK's hint for developers. */
function plain(message: string): string {
  const [line = ''] = message.split('\n')
  const [said = ''] = line.split('Deserialization error: to see the raw response')
  return timeoutText(said) ?? said.trim()
}

/** Of @smithy/node-http-handler, which names its own settings instead. */
const timeouts = [
  { said: /exceeded the configured (\d+) ms requestTimeout/, what: 'AWS did not answer within' },
  { said: /request socket timed out after (\d+) ms/, what: 'AWS did not answer within' },
  {
    said: /did not establish a connection .* timeout of (\d+) ms/,
    what: 'AWS accepted no connection within',
  },
]

function timeoutText(message: string): string | undefined {
  for (const { said, what } of timeouts) {
    const milliseconds = said.exec(message)?.[1]
    if (milliseconds !== undefined) return `${what} ${Number(milliseconds) / 1_000} s`
  }
  return undefined
}

const endpointRemedy = 'check that this address answers, or remove the variable'

export async function translateErrors<T>(operation: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    throw toApiError(error, operation)
  }
}

/** For an answer that is complete, but says nothing that helps. */
export function unusable(operation: string, what: string): ApiError {
  const message = `AWS answered with ${what}`
  return new ApiError({ kind: 'unavailable', operation, code: 'UnusableAnswer', message })
}
