import { describe, expect, test } from '@jest/globals'
import { toApiError } from '../../../../src/adapters/aws/api-error.js'
import type { ApiErrorKind } from '../../../../src/core/errors/api-error.js'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import type { StubResponse } from '../../../support/stub-server.js'
import { withStubServer } from '../../../support/stub-server.js'

const target = { cluster: 'prod', service: 'web' }

const error = (name: string, message: string, status = 400): StubResponse => ({
  status,
  body: { __type: name, message },
})
const denied =
  'User: arn:aws:sts::123456789012:assumed-role/R/GitHubActions is not authorized to perform: ecs:DescribeServices on resource: arn:aws:ecs:eu-west-1:123456789012:service/prod/web because no identity-based policy allows the ecs:DescribeServices action'

interface Row {
  readonly name: string
  readonly answer: StubResponse
  readonly kind: ApiErrorKind
  readonly code: string
  readonly message: string | RegExp
}

const rows: Row[] = [
  {
    name: 'a permission that is missing',
    answer: error('AccessDeniedException', denied),
    kind: 'denied',
    code: 'AccessDeniedException',
    message: denied,
  },
  {
    name: 'the same as 403',
    answer: error('AccessDeniedException', denied, 403),
    kind: 'denied',
    code: 'AccessDeniedException',
    message: denied,
  },
  {
    name: 'credentials that ran out',
    answer: error('ExpiredTokenException', 'The security token included in the request is expired', 403),
    kind: 'expired',
    code: 'ExpiredTokenException',
    message: /expired/,
  },
  {
    name: 'credentials that are none',
    answer: error(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
      403,
    ),
    kind: 'expired',
    code: 'UnrecognizedClientException',
    message: /invalid/,
  },
  {
    name: 'a wrong signature',
    answer: error('InvalidSignatureException', 'The request signature we calculated does not match', 403),
    kind: 'expired',
    code: 'InvalidSignatureException',
    message: /signature/,
  },
  {
    name: 'throttling',
    answer: error('ThrottlingException', 'Rate exceeded'),
    kind: 'throttled',
    code: 'ThrottlingException',
    message: 'Rate exceeded',
  },
  {
    name: 'the same by status alone',
    answer: { status: 429, body: {} },
    kind: 'throttled',
    code: 'Unknown',
    message: /.*/,
  },
  {
    name: 'a failure of ECS',
    answer: error('ServerException', 'Service Unavailable', 500),
    kind: 'unavailable',
    code: 'ServerException',
    message: 'Service Unavailable',
  },
  {
    name: 'a cluster that does not exist',
    answer: error('ClusterNotFoundException', 'Cluster not found.'),
    kind: 'missing',
    code: 'ClusterNotFoundException',
    message: 'Cluster not found.',
  },
  {
    name: 'a missing service',
    answer: error('ServiceNotFoundException', 'Service not found.'),
    kind: 'missing',
    code: 'ServiceNotFoundException',
    message: 'Service not found.',
  },
  {
    name: 'a name with its namespace',
    answer: error('com.amazonaws.ecs#ClusterNotFoundException', 'Cluster not found.'),
    kind: 'missing',
    code: 'ClusterNotFoundException',
    message: 'Cluster not found.',
  },
  {
    name: 'a parameter that ECS refuses',
    answer: error('InvalidParameterException', 'Unable to force.'),
    kind: 'rejected',
    code: 'InvalidParameterException',
    message: 'Unable to force.',
  },
  {
    name: 'a service that was deleted',
    answer: error('ServiceNotActiveException', 'Service was not ACTIVE.'),
    kind: 'rejected',
    code: 'ServiceNotActiveException',
    message: 'Service was not ACTIVE.',
  },
  {
    name: 'an unknown error',
    answer: error('SomethingNewException', 'no'),
    kind: 'rejected',
    code: 'SomethingNewException',
    message: 'no',
  },
  {
    name: 'a message of many lines',
    answer: error('ClientException', 'one\n::error::two'),
    kind: 'rejected',
    code: 'ClientException',
    message: 'one',
  },
  {
    name: 'a page of a proxy',
    answer: {
      status: 502,
      body: '<html><body>Bad Gateway</body></html>',
      headers: { 'Content-Type': 'text/html' },
    },
    kind: 'unavailable',
    code: 'MalformedAnswer',
    message: /cannot be read/,
  },
  {
    name: 'a response that is not JSON',
    answer: { body: '<html>hello</html>', headers: { 'Content-Type': 'text/html' } },
    kind: 'unavailable',
    code: 'MalformedAnswer',
    message: /cannot be read/,
  },
  {
    name: 'an error whose message is no text',
    answer: { status: 400, body: { __type: 'ClientException', message: { value: 'x' } } },
    kind: 'rejected',
    code: 'ClientException',
    message: /without a message/,
  },
  {
    name: 'an empty response',
    answer: { body: {} },
    kind: 'unavailable',
    code: 'UnusableAnswer',
    message: /with neither the service nor a failure$/,
  },
  {
    name: 'a connection that breaks',
    answer: { body: 'hang-up' },
    kind: 'unavailable',
    code: 'Error',
    message: /socket hang up/,
  },
]

/**
 * What the adapter raises, without what Error adds. A broken connection has its own code (ECONNRESET) outside of jest,
 * whose contexts have another Error than the sockets of Node.
 */
async function raised(answer: StubResponse): Promise<Omit<Row, 'name' | 'answer'> & { operation: string }> {
  return withStubServer([answer], async ({ ecs }) => {
    try {
      await ecs.describeService(target, 'once')
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault
      const { kind, code, message, operation } = fault
      return { kind, code, message, operation }
    }
    throw new Error('nothing was raised')
  })
}

describe('an error response of AWS becomes an ApiError', () => {
  test.each(rows)('$name: $kind', async ({ answer, kind, code, message }) => {
    expect(await raised(answer)).toStrictEqual({
      kind,
      code,
      operation: 'ecs:DescribeServices',
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    })
  })
})

test('no server listens', async () => {
  const ecs = await withStubServer([], async canned => canned.ecs)
  const fault = await ecs.describeService(target, 'once').catch((error: unknown) => error)
  expect(fault).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('ECONNREFUSED') })
})

describe('an error without a response', () => {
  const named = (name: string, message = 'x') => Object.assign(new Error(message), { name })
  test.each([
    { name: 'no credentials', error: named('CredentialsProviderError'), kind: 'unconfigured' },
    { name: 'no token for them', error: named('TokenProviderError'), kind: 'unconfigured' },
    { name: 'no region', error: new Error('Region is missing'), kind: 'unconfigured' },
    {
      name: 'a region that is none',
      error: new Error('Region not accepted: region="" is not a valid hostname component.'),
      kind: 'unconfigured',
    },
    { name: 'no time left', error: named('TimeoutError'), kind: 'unavailable' },
    { name: 'a stumble of the SDK', error: new TypeError('x is undefined'), kind: 'unavailable' },
    { name: 'a text', error: 'oops', kind: 'unavailable' },
    { name: 'nothing', error: undefined, kind: 'unavailable' },
  ])('$name: $kind', ({ error, kind }) => {
    expect(toApiError(error, 'ecs:ListTasks')).toMatchObject({ kind, operation: 'ecs:ListTasks' })
  })

  test.each([new TypeError('x is undefined'), new RangeError('Invalid array length')])(
    '%s is told as what it means, and kept for the debug log',
    error => {
      expect(toApiError(error, 'ecs:ListTasks')).toMatchObject({
        code: 'MalformedAnswer',
        message: 'AWS sent a response that cannot be read',
        cause: error,
      })
    },
  )

  test('an ApiError stays the same ApiError', () => {
    const fault = new ApiError({
      kind: 'missing',
      operation: 'ecs:DescribeServices',
      code: 'X',
      message: 'x',
    })
    expect(toApiError(fault, 'ecs:ListTasks')).toBe(fault)
  })
})
