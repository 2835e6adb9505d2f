import { describe, expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { secretInClear } from '../../../../../src/core/checks/variables/secret-in-clear.js'
import { isNamedSecret } from '../../../../../src/core/checks/variables/secret-name.js'
import { aCheckContext, checkMessages } from '../../../../support/check-builders.js'
import { cpuMilliseconds } from '../../../../support/cpu-time.js'

/** Variables of widespread images and frameworks. */
const secretNames = [
  'PASSWORD', 'DB_PASSWORD', 'DB_PASS', 'DB_PWD', 'POSTGRES_PASSWORD', 'PGPASSWORD_PROD', 'MYSQL_ROOT_PASSWORD',
  'REDIS_PASSWORD', 'spring.datasource.password', 'SPRING_DATASOURCE_PASSWORD', 'ConnectionStrings__Password',
  'SMTP_PASS', 'MAIL_PASSWORD', 'LDAP_BIND_PASSWORD', 'KEYSTORE_PASSPHRASE', 'JWT_SECRET', 'SESSION_SECRET',
  'SECRET', 'SECRET_KEY', 'SECRET_KEY_BASE', 'DJANGO_SECRET_KEY', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN',
  'GITHUB_TOKEN', 'SLACK_BOT_TOKEN', 'NPM_TOKEN', 'TOKEN', 'API_TOKEN_V2', 'API_KEY', 'DD_API_KEY', 'apiKey',
  'NEW_RELIC_LICENSE_KEY', 'STRIPE_SECRET_KEY', 'PRIVATE_KEY', 'SSH_PRIVATE_KEY', 'ENCRYPTION_KEY', 'SIGNING_KEY',
  'CLIENT_SECRET', 'OAUTH_CLIENT_SECRET', 'WEBHOOK_SECRET', 'GOOGLE_CREDENTIALS', 'TWILIO_AUTH_TOKEN',
  'SENTRY_AUTH_TOKEN', 'DB_PASSWORD_1', 'JWT_SECRET_BASE64', 'dbPassword', 'accessToken', 'REFRESH_TOKEN',
  'RAILS_MASTER_KEY', 'MEILI_MASTER_KEY', 'API_KEYS', 'HUBOT_PAT',
] // biome-ignore format: one table

const harmlessNames = [
  'LOG_LEVEL', 'PORT', 'NODE_ENV', 'DATABASE_URL', 'DB_HOST', 'DB_USER', 'PASSWORD_FILE', 'POSTGRES_PASSWORD_FILE',
  'DB_PASSWORD_ARN', 'SECRET_ARN', 'SECRET_NAME', 'DB_SECRET_ID', 'SECRETS_PATH', 'TOKEN_URL', 'TOKEN_TTL',
  'TOKEN_ENDPOINT', 'TOKEN_EXPIRY_SECONDS', 'ACCESS_TOKEN_LIFETIME', 'MAX_TOKENS', 'PASSWORD_MIN_LENGTH',
  'PASSWORD_RESET_URL', 'PASSWORD_HASH_ROUNDS', 'JWT_ISSUER', 'JWT_PUBLIC_KEY', 'STRIPE_PUBLISHABLE_KEY',
  'NEXT_PUBLIC_API_KEY', 'EXPO_PUBLIC_API_KEY', 'NUXT_PUBLIC_API_KEY', 'GATSBY_API_KEY', 'PUBLIC_API_KEY', 'VITE_MAPBOX_TOKEN', 'REACT_APP_FIREBASE_API_KEY', 'CACHE_KEY', 'SORT_KEY', 'PARTITION_KEY',
  'S3_KEY', 'KEYCLOAK_REALM', 'PUBLIC_KEY', 'SSL_KEY', 'KMS_KEY_ID', 'API_KEY_HEADER', 'API_KEY_NAME', 'PWD',
  'OLDPWD', 'PASSIVE_PORTS', 'BYPASS_CACHE', 'SECRETARY_EMAIL', 'COMPASS', 'TOKENIZER', 'AUTHOR', 'CSRF_COOKIE_NAME',
  'AWS_REGION', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'PATH', 'MONKEY', 'KEY_PREFIX', 'API_URL', 'PASSENGER_MAX',
] // biome-ignore format: one table

test.each(secretNames)('%s is the name of a secret', name => {
  expect(isNamedSecret(name)).toBe(true)
})

test.each(harmlessNames)('%s is not', name => {
  expect(isNamedSecret(name)).toBe(false)
})

/** In the forms that they have; none of them opens anything. */
const secretValues: readonly { readonly form: string; readonly value: string }[] = [
  { form: 'an access key id of AWS', value: `AKIA${'IOSFODNN7EXAMPLE'}` },
  { form: 'an access key id of AWS', value: `ASIA${'IOSFODNN7EXAMPLE'}` },
  { form: 'a private key', value: `-----BEGIN ${'RSA PRIVATE'} KEY-----\nMIIE` },
  { form: 'a private key', value: `-----BEGIN ${'PRIVATE'} KEY-----\\nMIIE` },
  { form: 'a private key', value: `-----BEGIN ${'OPENSSH PRIVATE'} KEY-----` },
  { form: 'a token of GitHub', value: `ghp_${'0123456789abcdefghijABCDEFGHIJ012345'}` },
  { form: 'a token of GitHub', value: `github_pat_${'11ABCDEFG0123456789abc_defghi'}` },
  { form: 'a token of GitLab', value: `glpat-${'abcdefghij0123456789'}` },
  { form: 'a token of Slack', value: `xoxb-${'123456789012-abcdefABCDEF'}` },
  { form: 'a webhook of Slack', value: `https://hooks.slack.com/services/${'T000/B000/0000'}` },
  { form: 'a key of Stripe', value: `sk_${'live'}_${'4eC39HqLyjWDarjtT1zdp7dc'}` },
  { form: 'a key of Google', value: `AIza${'SyA0123456789abcdefghijklmnopqrstuv'}` },
  { form: 'a token of npm', value: `npm_${'0123456789abcdefghijABCDEFGHIJ012345'}` },
  { form: 'a key of SendGrid', value: `SG.${'0123456789abcdefghij'}.${'0123456789abcdefghijABCDEFGHIJ'}` },
  {
    form: 'a JSON Web Token',
    value: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
  },
  { form: 'a URL with a password', value: 'postgres://shop:hunter2@db.internal:5432/shop?sslmode=require' },
  { form: 'a URL with a password', value: 'redis://:hunter2@cache:6379' },
  { form: 'a URL with a password', value: 'mongodb+srv://shop:hunter2@cluster0.example.net' },
  { form: 'a URL with a password', value: 'jdbc:mysql://shop:hunter2@db/shop' },
  { form: 'a connection string with a password', value: 'shop:hunter2@tcp(db:3306)/shop' },
  { form: 'a connection string with a password', value: 'host=db user=shop password=hunter2' },
  { form: 'a connection string with a password', value: 'Server=db;User Id=shop;Password=hunter2;' },
  {
    form: 'a connection string with a password',
    value: 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=aGk=;EndpointSuffix=core.windows.net',
  },
]

function messagesFor(name: string, value: string): string[] {
  const definition = { containerDefinitions: [{ name: 'app', environment: [{ name, value }] }] }
  return checkMessages(runCheck(secretInClear, aCheckContext({ definition })))
}

const warningOf = (suspect: string) =>
  `warning: container app has ${suspect} in plain text, which looks like a secret`

test.each(secretValues)('$value is $form, whatever its name', ({ form, value }) => {
  expect(messagesFor('SETTING', value)).toStrictEqual([warningOf(`SETTING (${form})`)])
  const isMeantToBePublic = ['a JSON Web Token', 'a key of Google'].includes(form)
  expect(messagesFor('NEXT_PUBLIC_SETTING', value)).toStrictEqual(
    isMeantToBePublic ? [] : [warningOf(`NEXT_PUBLIC_SETTING (${form})`)],
  )
})

const dollar = '$'

const harmlessValues = [
  '', ' ', 'info', '8080', 'true', 'eu-west-1', 'https://example.com/a:b@c', 'https://example.com:8080/',
  'postgres://shop@db:5432/shop', 'https://0123456789abcdef@o1.ingest.sentry.io/42', 'amqp://rabbit:5672',
  `postgres://shop:${dollar}{DB_PASSWORD}@db/shop`, `postgres://shop:${dollar}(DB_PASSWORD)@db/shop`,
  'postgres://shop:{{ password }}@db/shop', 'postgres://shop:***@db/shop', `host=db password=${dollar}{DB_PASSWORD}`,
  'AKIA', 'AKIAshort', 'ghp_', 'sk_', 'pk_live_4eC39HqLyjWDarjtT1zdp7dc', 'eyJ', 'a@b.example', 'mailto:me@b.example',
  '-----BEGIN CERTIFICATE-----', '-----BEGIN PUBLIC KEY-----', '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
  '9d4cb84b-ad69-40c0-a0ab-cead36b967e8', 'password', '--password', 'npm_config_cache', 'xoxo', 'redis:6379',
] // biome-ignore format: one table

test.each(harmlessValues)('%j is no secret by its form', value => {
  expect(messagesFor('SETTING', value)).toStrictEqual([])
})

describe('the value of DB_PASSWORD', () => {
  test.each([
    'hunter2',
    '123456',
    'pässwörd',
    'p@ss w0rd',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'postgres',
  ])('%j is a secret', value => {
    expect(messagesFor('DB_PASSWORD', value)).toStrictEqual([warningOf('DB_PASSWORD')])
  })

  test.each([
    '', 'changeme', 'change-me', 'REPLACE_ME', '<password>', '[secret]', '***', 'xxxx', 'none', 'null', 'true', 'off',
    'pk_live_4eC39HqLyjWDarjtT1zdp7dc', 'pk_test_4eC39HqLyjWDarjtT1zdp7dc', 'phc_abcdef0123456789',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI', '-----BEGIN PUBLIC KEY-----\nMIIB', '<DB_PASSWORD>', 'your-password',
    'required', '0', '1', '15m', '3600s', `${dollar}{DB_PASSWORD}`, `${dollar}DB_PASSWORD`, '%DB_PASSWORD%',
    '{{resolve:secretsmanager:web/db}}', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:web/db-8Zk2Qp',
    '/run/secrets/db', './secret.txt', 'web/prod/db', 'vault:secret/data/web#db', 'op://prod/db/password',
    'https://vault.example.com/v1/web',
  ])('%j is none', value => {
    expect(messagesFor('DB_PASSWORD', value)).toStrictEqual([])
  }) // biome-ignore format: one table
})

test('one line for each container, with names and never a value', () => {
  const environment = [
    { name: 'LOG_LEVEL', value: 'info' },
    { name: 'DB_PASSWORD', value: 'hunter2' },
    { name: 'DATABASE_URL', value: 'postgres://shop:hunter2@db/shop' },
  ]
  const definition = {
    containerDefinitions: [
      { name: 'app', environment },
      { name: 'quiet', environment: [{ name: 'PORT', value: '80' }] },
      { name: 'worker', environment: environment.slice(0, 2) },
    ],
  }
  expect(checkMessages(runCheck(secretInClear, aCheckContext({ definition })))).toStrictEqual([
    'warning: container app has DB_PASSWORD and DATABASE_URL (a URL with a password) in plain text, which look like secrets',
    'warning: container worker has DB_PASSWORD in plain text, which looks like a secret',
  ])
})

const variables = (...names: string[]) => ({
  containerDefinitions: [{ name: 'app', environment: names.map(name => ({ name, value: 'hunter2' })) }],
})
const item = ['containerDefinitions', 0, 'environment']

test.each([
  { name: 'as in the file', source: ['PORT', 'TOKEN'], depth: 9, at: [...item, 1] },
  {
    name: 'behind one that an input took out',
    source: ['LEVEL', 'PORT', 'TOKEN'],
    depth: 9,
    at: [...item, 2],
  },
  { name: 'that an input added', source: ['PORT'], depth: 9, at: item },
  { name: 'in a list that an input added', source: [], depth: 2, at: item.slice(0, 2) },
  { name: 'where nothing of it is in the file', source: [], depth: 0, at: undefined },
])('the place of a variable $name', ({ source, depth, at }) => {
  let asked: unknown
  const [check] = runCheck(
    secretInClear,
    aCheckContext({
      definition: variables('PORT', 'TOKEN'),
      source: variables(...source),
      positionOf: path => {
        if (path.length > depth) return undefined
        asked = path
        return { file: 'td.json', line: 1, column: 1 }
      },
    }),
  )
  expect([asked, check?.position !== undefined]).toStrictEqual([at, at !== undefined])
})

test('a name with a line break appears on one line', () => {
  const environment = [{ name: 'A\nTOKEN', value: 'hunter2' }]
  const definition = { containerDefinitions: [{ name: 'app', environment }] }
  expect(checkMessages(runCheck(secretInClear, aCheckContext({ definition })))).toStrictEqual([
    'warning: container app has A TOKEN in plain text, which looks like a secret',
  ])
})

test.each(['{', `${dollar}{`, `${dollar}(`, '/a', 'a/', 'password ', 'eyJ', '-----BEGIN A ', 'a:'])(
  'a definition full of %j is looked through at once',
  async piece => {
    const value = piece.repeat(65_536 / piece.length)
    expect(await cpuMilliseconds(() => messagesFor('DB_PASSWORD', value))).toBeLessThan(2_000)
  },
)
