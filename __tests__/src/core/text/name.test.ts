import { randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { isIdentifier } from '../../../../src/core/text/identifier.js'
import { isName, isRandom, showName } from '../../../../src/core/text/name.js'

describe('a name', () => {
  test.each([
    'PORT',
    'DATABASE_URL',
    'ASPNETCORE_Kestrel__Certificates__Default__Password',
    'Logging:LogLevel:Default',
    'spring.datasource.url',
    'servers[0].url',
    'NEXT_PUBLIC_API_V2_BASE_URL',
    'OAuth2Token',
    'AUTH0_CLIENT_ID',
    'S3_BUCKET',
    'x509.cert',
    'enableTLS',
    'com.datadoghq.ad.check_names',
    'traefik.http.routers.web-secure.rule',
    'kubernetes.io/cluster/web',
    'npm_config_//registry.npmjs.org/:_authToken',
    'awslogs-stream-prefix',
    'cost center',
    'schlüssel',
    'PGSSLMODE',
    'MYSQLDBNAME',
    'MSSQLSERVER',
    'HTTPSPROXY',
    'SMTPFROM',
    'CSRFTRUSTEDORIGINS',
    'HTTP2ENABLED',
    'WKHTMLTOPDF_PATH',
    'kmsKeyId',
    'jwtExpiresIn',
    'albDnsName',
    'msSqlConnectionString',
    'grpcPort',
    'enableHttp2',
    'GPT4MODEL',
    '2FA_ISSUER',
    '@type',
    '__proto__',
    'constructor',
    'A',
  ])('%s', name => {
    expect([isName(name), showName(name)]).toStrictEqual([true, name])
  })
})

describe('no name', () => {
  test.each([
    { name: 'the end of base64', text: 'x39JsJhQQ79pu+SkqtaKNg' },
    { name: 'the same without a sign', text: 'x39JsJhQQ79puSkqtaKNg' },
    { name: 'base64 for URLs', text: 'x39JsJhQ_Q79puSk-qtaKNg' },
    { name: 'base64 that slashes cut', text: 'x39Js/JhQQ7/9puSk/qtaKNg' },
    { name: 'a digest', text: '9be21c4d1f6a0b3c5e7f8091a2b3c4d5e6f70819' },
    { name: 'a random word behind a good one', text: 'TOKEN_Xk29fQpL77zR' },
    { name: 'JSON', text: '{"password": "hunter2"}' },
    { name: 'an assignment', text: 'PASSWORD=hunter2' },
    { name: 'a variable of the shell', text: '$NAME' },
    { name: 'several lines', text: 'A\nB' },
    { name: 'a line break at its end', text: 'A\n' },
    { name: 'nothing', text: '' },
    { name: 'a blank at its end', text: 'A ' },
    { name: 'very long text', text: 'word_'.repeat(40) },
  ])('$name', ({ text }) => {
    expect([isName(text), showName(text), isIdentifier(text)]).toStrictEqual([false, '***', false])
  })
})

test('nearly every random text of 24 letters is told from a name', () => {
  const texts = Array.from({ length: 500 }, () => randomBytes(24))
  for (const encoding of ['base64url', 'hex'] as const) {
    const found = texts.filter(bytes => isRandom(bytes.toString(encoding).slice(0, 24)))
    expect(found.length).toBeGreaterThan(475)
  }
})
