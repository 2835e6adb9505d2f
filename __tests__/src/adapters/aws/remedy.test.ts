import { describe, expect, test } from '@jest/globals'
import { toApiError } from '../../../../src/adapters/aws/api-error.js'
import { remedyOf } from '../../../../src/adapters/aws/remedy.js'
import { ApiError, isTransient } from '../../../../src/core/errors/api-error.js'
import { toProblem } from '../../../../src/core/errors/api-error-problem.js'
import { redact } from '../../../../src/core/redaction/redact.js'

const operation = 'ecs:DescribeServices'
const connection = (code: string, members: object = {}) =>
  Object.assign(new Error('no'), { code, ...members })

describe('a certificate that is not accepted is not sent again, and says what to do', () => {
  test.each([
    { code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', says: 'set NODE_EXTRA_CA_CERTS in the env of this step' },
    { code: 'SELF_SIGNED_CERT_IN_CHAIN', says: 'set NODE_EXTRA_CA_CERTS' },
    { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', says: 'set NODE_EXTRA_CA_CERTS' },
    { code: 'CERT_HAS_EXPIRED', says: 'check the clock of the runner' },
    { code: 'ERR_TLS_CERT_ALTNAME_INVALID', says: 'another host answers in its place' },
    { code: 'CERT_REVOKED', says: 'check the proxy or endpoint' },
  ])('$code', ({ code, says }) => {
    for (const raised of [connection(code), new Error('fetch failed', { cause: connection(code) })]) {
      const error = toApiError(raised, operation)
      expect([error.kind, isTransient(error)]).toStrictEqual(['unreachable', false])
      const { subject, text } = toProblem(error, {})
      expect(subject).toBe(operation)
      expect(text).toContain(`the certificate of the host is not accepted (${code}`)
      expect(text).toContain(says)
    }
  })
})

test('a broken connection may be whole again, so it is sent again', () => {
  for (const code of ['ECONNRESET', 'EAI_AGAIN'])
    expect(isTransient(toApiError(connection(code), operation))).toBe(true)
})

test.each([
  {
    name: 'a mistyped region',
    hostname: 'ecs.eu-wset-1.amazonaws.com',
    kind: 'unreachable',
    says: 'there is no host ecs.eu-wset-1.amazonaws.com for the region eu-wset-1; did you mean eu-west-1? Correct the region (AWS_REGION',
  },
  {
    name: 'a region like no other',
    hostname: 'api.ecr.atlantis.amazonaws.com',
    kind: 'unreachable',
    says: 'there is no host api.ecr.atlantis.amazonaws.com for the region atlantis: correct the region',
  },
  {
    name: 'a region that exists, while names are not resolved',
    hostname: 'ecs.eu-west-1.amazonaws.com',
    kind: 'unavailable',
    says: 'run the job again',
  },
  { name: 'a proxy', hostname: 'proxy.example.com', kind: 'unavailable', says: 'run the job again' },
])('a host that does not exist: $name', ({ hostname, kind, says }) => {
  const error = toApiError(connection('ENOTFOUND', { hostname }), operation)
  expect(error.kind).toBe(kind)
  expect(toProblem(error, {}).text).toContain(says)
})

const keys = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' }
const profile = 'AWS_PROFILE is set beside AWS_ACCESS_KEY_ID, so the profile is used and the keys are not'

test.each([
  {
    name: 'a profile beside keys',
    kind: 'unconfigured',
    env: { ...keys, AWS_PROFILE: 'dev' },
    says: profile,
  },
  {
    name: 'a profile beside keys, expired',
    kind: 'expired',
    env: { ...keys, AWS_PROFILE: 'dev' },
    says: profile,
  },
  {
    name: 'a profile beside keys, another error',
    kind: 'denied',
    env: { ...keys, AWS_PROFILE: 'dev' },
    says: undefined,
  },
  { name: 'a profile alone, expired', kind: 'expired', env: { AWS_PROFILE: 'dev' }, says: undefined },
  { name: 'keys alone', kind: 'expired', env: keys, says: undefined },
] as const)('credentials: $name', ({ kind, env, says }) => {
  const remedy = remedyOf({ kind, message: 'no', error: new Error('no') }, env)?.remedy
  expect(remedy?.slice(0, profile.length)).toBe(says)
})

test.each([
  {
    name: 'half of the keys',
    env: { AWS_ACCESS_KEY_ID: 'AKIA' },
    says: 'AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is empty',
  },
  {
    name: 'the other half',
    env: { AWS_SECRET_ACCESS_KEY: 'x', AWS_ACCESS_KEY_ID: '' },
    says: 'AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is empty',
  },
  {
    name: 'a profile that gives none',
    env: { AWS_PROFILE: 'dev' },
    says: 'AWS_PROFILE is set, but the profile gives no credentials on this runner: remove AWS_PROFILE',
  },
  { name: 'none', env: {}, says: 'run aws-actions/configure-aws-credentials before this step' },
])('no credentials with $name', ({ env, says }) => {
  const said = { kind: 'unconfigured', message: 'Could not load credentials from any providers' } as const
  const remedied = remedyOf({ ...said, error: new Error('no') }, env)
  const { text } = toProblem(new ApiError({ ...said, operation, code: 'x', remedy: remedied?.remedy }), {})
  expect(text).toContain(says)
})

test.each([
  { kind: 'unconfigured', message: 'Region is missing' },
  { kind: 'unconfigured', message: 'Token is expired. To refresh this SSO session run aws sso login.' },
  { kind: 'unconfigured', message: 'AWS_REGION is empty' },
  { kind: 'expired', message: 'The security token included in the request is expired' },
] as const)('what is wrong with credentials is not hidden as one: $message', ({ kind, message }) => {
  const { subject, text } = toProblem(new ApiError({ kind, operation, code: 'x', message }), {})
  expect(redact(`${subject}: ${text}`, [])).toBe(`${subject}: ${text}`)
})

test('a region that is empty', () => {
  const message = 'Region not accepted: region="" is not a valid hostname component.'
  expect(
    remedyOf({ kind: 'unconfigured', message, error: new Error('no') }, { AWS_REGION: '' }),
  ).toStrictEqual({
    kind: 'unconfigured',
    message: 'AWS_REGION is empty',
    remedy: 'set aws-region of aws-actions/configure-aws-credentials, or AWS_REGION',
  })
})

test.each([
  {
    message:
      '@smithy/node-http-handler - [ERROR] a request has exceeded the configured 5000 ms requestTimeout.',
    says: 'AWS did not answer within 5 s',
  },
  {
    message:
      '@smithy/node-http-handler - the request socket timed out after 12000 ms of inactivity (configured by client requestHandler).',
    says: 'AWS did not answer within 12 s',
  },
  {
    message:
      '@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of 3000 ms.',
    says: 'AWS accepted no connection within 3 s',
  },
])('a time limit of the SDK: $says', ({ message, says }) => {
  const raised = Object.assign(new Error(message), { name: 'TimeoutError', code: 'ETIMEDOUT' })
  expect(toProblem(toApiError(raised, operation), {}).text).toBe(
    `AWS gave no usable response (ETIMEDOUT: ${says}): run the job again`,
  )
})

test('nothing answers at an address that a variable names', () => {
  process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:9'
  try {
    const raised = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' })
    expect(toProblem(toApiError(raised, operation), {}).text).toBe(
      "AWS gave no usable response (connect ECONNREFUSED 127.0.0.1:9, at another address than AWS's (AWS_ENDPOINT_URL)): check that this address answers, or remove the variable",
    )
  } finally {
    delete process.env.AWS_ENDPOINT_URL
  }
})

test('a region in the variable that the SDK does not read', () => {
  const said = { kind: 'unconfigured', message: 'Region is missing', error: new Error('no') } as const
  expect(remedyOf(said, { AWS_DEFAULT_REGION: 'eu-west-1' })?.remedy).toMatch(
    /^set AWS_REGION; AWS_DEFAULT_REGION/,
  )
  expect(remedyOf(said, {})).toBeUndefined()
})
