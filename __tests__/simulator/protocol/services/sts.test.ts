import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openWorld } from '../../../../simulator/ecs/open-world.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { startServer } from '../../../../simulator/protocol/server.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'

let server: SimulatorServer

beforeAll(async () => {
  const clock = new VirtualClock()
  server = await startServer({
    world: openWorld({ clock, account: '210987654321' }),
    clock,
    validateResponses: true,
  })
})

afterAll(() => server.close())

type Form = Readonly<Record<string, string>>

/** As SDKs sign and send it; requests with a web identity are not signed. */
async function send(Action: string, form: Form = {}, key: string | undefined = 'AKIDEXAMPLE') {
  const authorization = `AWS4-HMAC-SHA256 Credential=${key}/20260115/eu-west-1/sts/aws4_request, SignedHeaders=host, Signature=00`
  const body = new URLSearchParams({ Action, Version: '2011-06-15', ...form })
  const headers: Record<string, string> = key === '' ? {} : { authorization }
  const response = await fetch(server.url, { method: 'POST', headers, body })
  const text = await response.text()
  const member = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1]
  return { status: response.status, text, member }
}

const role = { RoleArn: 'arn:aws:iam::123456789012:role/path/deploy', RoleSessionName: 'GitHubActions' }

function token(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2ln`
}

const claims = {
  iss: 'https://token.actions.githubusercontent.com',
  aud: 'sts.amazonaws.com',
  sub: 'repo:acme/web:ref:refs/heads/main',
}

test('a caller gets the account and the role', async () => {
  const { status, text } = await send('GetCallerIdentity')

  expect(status).toBe(200)
  expect(text).toContain('<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">')
  expect(text).toContain('<Account>210987654321</Account>')
  expect(text).toContain('<Arn>arn:aws:sts::210987654321:assumed-role/GitHubActions/deploy</Arn>')
})

test.each([
  { operation: 'AssumeRole', form: role, key: 'AKIDEXAMPLE' },
  {
    operation: 'AssumeRoleWithWebIdentity',
    form: { ...role, WebIdentityToken: token(claims) },
    key: '',
  },
])('$operation gives keys that belong to the role', async ({ operation, form, key }) => {
  const assumed = await send(operation, form, key)
  expect([assumed.status, assumed.member('Expiration')]).toStrictEqual([
    200,
    expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  ])
  const identity = await send('GetCallerIdentity', {}, assumed.member('AccessKeyId'))

  expect(identity.member('Account')).toBe('123456789012')
  expect(identity.member('Arn')).toBe('arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions')
})

test('the subject of a web identity is returned', async () => {
  const { member } = await send('AssumeRoleWithWebIdentity', { ...role, WebIdentityToken: token(claims) }, '')

  expect(member('SubjectFromWebIdentityToken')).toBe(claims.sub)
  expect(member('Audience')).toBe(claims.aud)
})

test.each([
  {
    name: 'something that is no role',
    operation: 'AssumeRole',
    form: { ...role, RoleArn: 'arn:aws:iam::123456789012:user/somebody' },
    code: 'ValidationError',
    message: 'Request ARN is invalid',
  },
  {
    name: 'a session for five minutes',
    operation: 'AssumeRole',
    form: { ...role, DurationSeconds: '300' },
    code: 'ValidationError',
    message: 'greater than or equal to 900',
  },
  {
    name: 'a session without a name',
    operation: 'AssumeRole',
    form: { ...role, RoleSessionName: 'my session' },
    code: 'ValidationError',
    message: 'roleSessionName',
  },
  {
    name: 'a token that is no JWT',
    operation: 'AssumeRoleWithWebIdentity',
    form: { ...role, WebIdentityToken: 'secret' },
    code: 'InvalidIdentityToken',
    message: 'not a valid JWT',
  },
  {
    name: 'a token without an audience',
    operation: 'AssumeRoleWithWebIdentity',
    form: { ...role, WebIdentityToken: token({ sub: claims.sub }) },
    code: 'InvalidIdentityToken',
    message: 'Incorrect token audience',
  },
  {
    name: 'a token whose audience is null',
    operation: 'AssumeRoleWithWebIdentity',
    form: { ...role, WebIdentityToken: token({ ...claims, aud: null }) },
    code: 'InvalidIdentityToken',
    message: 'Incorrect token audience',
  },
  {
    name: 'a token of yesterday',
    operation: 'AssumeRoleWithWebIdentity',
    form: { ...role, WebIdentityToken: token({ ...claims, exp: 1 }) },
    code: 'ExpiredTokenException',
    message: 'expired',
  },
  {
    name: 'an operation that is not here',
    operation: 'GetSessionToken',
    form: {},
    code: 'InvalidAction',
    message:
      'GetSessionToken is not among the operations of sts in this simulator, which are: AssumeRole, AssumeRoleWithWebIdentity, GetCallerIdentity.',
  },
])('$name is refused with $code', async ({ operation, form, code, message }) => {
  const { status, text, member } = await send(operation, form as Form)

  expect([status, member('Code')]).toStrictEqual([400, code])
  expect(text).toContain(message)
})
