/**
 * Errors of GitHub's REST API; injected AWS errors become these (docs.github.com,
 * rest/using-the-rest-api/troubleshooting-the-rest-api).
 */
import { AwsError } from '../aws-error.js'
import { definedMembers } from '../defined-members.js'
import type { WireResponse } from '../protocol/service.js'

export interface FieldError {
  readonly resource: string
  readonly code: string
  readonly field: string
  readonly message?: string
  readonly contexts?: readonly object[]
}

export class GitHubError extends AwsError {
  readonly errors: readonly FieldError[]

  constructor(status: number, message: string, errors: readonly FieldError[] = []) {
    super(names[status] ?? 'GitHubError', message, status)
    this.errors = errors
  }
}

/** docs.github.com, rest/using-the-rest-api/rate-limits-for-the-rest-api: the header may be absent. */
export class SecondaryRateLimit extends GitHubError {
  readonly retryAfterSeconds: number | undefined

  constructor(status: 403 | 429, retryAfterSeconds: number | undefined) {
    super(status, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** For the request log; the response has only the status. */
const names: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  422: 'UnprocessableEntity',
  429: 'TooManyRequests',
}

export function invalid(error: FieldError): GitHubError {
  return new GitHubError(422, 'Validation Failed', [error])
}

export function notSupplied(field: string): GitHubError {
  return new GitHubError(422, `Invalid request.\n\n"${field}" wasn't supplied.`)
}

const faults: Readonly<Record<string, { readonly status: number; readonly message: string }>> = {
  AccessDeniedException: { status: 403, message: 'Resource not accessible by integration' },
  ExpiredTokenException: { status: 401, message: 'Bad credentials' },
  ThrottlingException: { status: 403, message: 'API rate limit exceeded for installation ID 1234567.' },
  ServerException: { status: 502, message: 'Server Error' },
}

export function errorResponse(error: AwsError): WireResponse {
  const { status, message } = faults[error.name] ?? { status: error.httpStatus, message: error.message }
  const errors = error instanceof GitHubError && error.errors.length > 0 ? error.errors : undefined
  const body = definedMembers({
    message,
    errors,
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
  })
  return {
    status,
    contentType: 'application/json; charset=utf-8',
    headers: limitHeaders(error),
    body: JSON.stringify(body),
  }
}

function limitHeaders(error: AwsError): WireResponse['headers'] {
  if (error.name === 'ThrottlingException')
    return { 'retry-after': '60', 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '0' }
  if (!(error instanceof SecondaryRateLimit) || error.retryAfterSeconds === undefined) return undefined
  return { 'retry-after': String(error.retryAfterSeconds) }
}
