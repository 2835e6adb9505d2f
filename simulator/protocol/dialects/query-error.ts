/**
 * Codes common to all services have no suffix (docs.aws.amazon.com,
 * AmazonCloudWatch/latest/APIReference/CommonErrors.html and older versions of it).
 */
import type { AwsError } from '../../aws-error.js'

const codes: Readonly<Record<string, string>> = {
  AccessDeniedException: 'AccessDenied',
  ExpiredTokenException: 'ExpiredToken',
  ServerException: 'ServiceUnavailable',
  ThrottlingException: 'Throttling',
  UnknownOperationException: 'InvalidAction',
  ValidationException: 'ValidationError',
  // Only STS names this one by its shape.
  WebIdentityTokenExpired: 'ExpiredTokenException',
}

export interface QueryError {
  readonly code: string
  readonly fault: 'Sender' | 'Receiver'
  readonly status: number
}

export function queryError({ name, httpStatus }: AwsError): QueryError {
  return {
    code: codes[name] ?? name,
    fault: httpStatus < 500 ? 'Sender' : 'Receiver',
    status: name === 'AccessDeniedException' ? 403 : httpStatus,
  }
}
