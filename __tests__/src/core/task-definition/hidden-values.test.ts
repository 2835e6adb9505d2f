import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { redact } from '../../../../src/core/redaction/redact.js'
import { diff } from '../../../../src/core/task-definition/diff.js'
import { secretsOf } from '../../../../src/core/task-definition/hidden-values.js'
import { printable } from '../../../../src/core/task-definition/printable.js'
import { isVisible } from '../../../../src/core/task-definition/visible-members.js'
import { type JsonObject, objectsIn } from '../../../../src/core/text/json.js'
import { changeText } from '../../../../src/report/log/change-text.js'

test.each([
  { path: ['containerDefinitions', 'app', 'image'], visible: true },
  { path: ['containerDefinitions', 'environment', 'image'], visible: true },
  { path: ['containerDefinitions', 'app', 'portMappings', '5001/tcp', 'hostPort'], visible: true },
  { path: ['containerDefinitions', 'app', 'ulimits', 'nofile', 'hardLimit'], visible: true },
  { path: ['cpu'], visible: true },
  { path: ['containerDefinitions', 'app', 'environment', 'A', 'value'], visible: false },
  { path: ['containerDefinitions', 'app', 'environment', 'image', 'image'], visible: false },
  { path: ['containerDefinitions', 'app', 'environment', 'image'], visible: false },
  { path: ['containerDefinitions', 'app', 'secrets', 'cpu', 'name'], visible: false },
  { path: ['containerDefinitions', 'app', 'dockerLabels', 'image'], visible: false },
  { path: ['containerDefinitions', 'app', 'healthCheck', 'command', 1], visible: false },
  { path: ['containerDefinitions', 'app', 'logConfiguration', 'options', 'user'], visible: false },
  { path: ['volumes', 'data', 'dockerVolumeConfiguration', 'labels', 'name'], visible: false },
  { path: ['containerDefinitions', 'app', 'entryPoint', 0], visible: false },
  { path: ['tags', 'name'], visible: false },
  { path: ['containerDefinitions', 'app', 'unheardOf'], visible: false },
  { path: ['containerDefinitions', 'image'], visible: false },
  { path: [], visible: false },
])('$path may be shown: $visible', ({ path, visible }) => {
  expect(isVisible(path)).toBe(visible)
})

/** A recognizable value that no task definition contains otherwise. */
const secret = fc.stringMatching(/^[A-Z]{12}$/).map(word => `hunter2-${word}`)
const word = fc.constantFrom('image', 'cpu', 'name', 'A', 'value', '5001', '__proto__', 'LOG_LEVEL')

/** One secret in every place where a task definition can hold one. */
const container = fc.tuple(word, secret, secret, fc.constantFrom('app', 'environment', 'image')).map(
  ([key, one, two, name]): JsonObject => ({
    name,
    image: 'web:1',
    environment: [{ name: key, value: one }],
    environmentFiles: [{ type: 's3', value: `arn:aws:s3:::${two}` }],
    secrets: [{ name: key, valueFrom: two }],
    command: ['serve', `--token=${one}`],
    entryPoint: ['sh', '-c', two],
    dockerLabels: { [key]: one },
    healthCheck: { command: ['CMD-SHELL', `curl -u ${two} localhost`], interval: 30 },
    logConfiguration: {
      logDriver: 'splunk',
      options: { [key]: one },
      secretOptions: [{ name: key, valueFrom: two }],
    },
    firelensConfiguration: { type: 'fluentbit', options: { [key]: one } },
    repositoryCredentials: { credentialsParameter: two },
    extraHosts: [{ hostname: 'db', ipAddress: one }],
    systemControls: [{ namespace: 'kernel', value: two }],
    unheardOf: { [key]: [one, { [key]: two }] },
  }),
)
const definition = fc.record({
  family: fc.constant('web'),
  containerDefinitions: fc.array(container, { maxLength: 2 }),
  tags: secret.map(value => [{ key: 'a', value }]),
  volumes: secret.map(value => [
    {
      name: 'data',
      host: { sourcePath: value },
      dockerVolumeConfiguration: { driverOpts: { o: value }, labels: { a: value } },
      fsxWindowsFileServerVolumeConfiguration: { authorizationConfig: { credentialsParameter: value } },
    },
  ]),
})

test('no value that can be secret is ever part of a change', () => {
  let changes = 0
  fc.assert(
    fc.property(definition, definition, (live, proposed) => {
      const texts = diff(live, proposed).map(changeText)
      changes += texts.length
      expect(texts.filter(text => text.includes('hunter2'))).toStrictEqual([])
    }),
    { numRuns: 300 },
  )
  expect(changes).toBeGreaterThan(300)
})

test('a whole definition is shown with its names and without a value that can be secret', () => {
  fc.assert(
    fc.property(definition, definition => {
      const shown = printable(definition)
      expect(JSON.stringify(shown)).not.toContain('hunter2')
      const names = (whole: JsonObject) => objectsIn(whole.containerDefinitions).map(({ name }) => name)
      const variables = (whole: JsonObject) =>
        objectsIn(whole.containerDefinitions).flatMap(({ environment }) =>
          objectsIn(environment).map(({ name }) => name),
        )
      expect([names(shown), variables(shown)]).toStrictEqual([names(definition), variables(definition)])
    }),
    { numRuns: 100 },
  )
})

test('harmless values are shown unchanged', () => {
  const harmless = {
    family: 'web',
    requiresCompatibilities: ['FARGATE'],
    containerDefinitions: [{ name: 'app', image: 'web:1', portMappings: [{ containerPort: 5001 }] }],
    unheardOf: null,
  }
  expect(printable(harmless)).toStrictEqual(harmless)
})

test('a text from elsewhere loses every value of the containers, the longest first', () => {
  fc.assert(
    fc.property(definition, definition => {
      const values = secretsOf([definition], [])
      const text = `exec: ${JSON.stringify(definition.containerDefinitions)}`
      const kept = redact(text, values)
      expect([...kept.matchAll(/hunter2-[A-Z]{12}/g)]).toStrictEqual([])
    }),
    { numRuns: 100 },
  )
})

test.each([
  { name: 'short values are everywhere and stay', value: 'true', text: 'it is true', clean: 'it is true' },
  {
    name: 'a value in the middle of a word',
    value: 'hunter2hunter2',
    text: 'xhunter2hunter2x',
    clean: 'x***x',
  },
  {
    name: 'characters of patterns are characters',
    value: '$&.*+?^[]',
    text: 'a $&.*+?^[] b',
    clean: 'a *** b',
  },
])('$name', ({ value, text, clean }) => {
  const definition = { containerDefinitions: [{ name: 'app', environment: [{ name: 'A', value }] }] }
  expect(redact(text, secretsOf([definition], []))).toBe(clean)
})

test.each([
  {
    name: 'a value of either definition',
    value: 'hunter2hunter2',
    names: ['web'],
    secrets: ['hunter2hunter2'],
  },
  {
    name: 'not the region, which is part of every ARN',
    value: 'eu-west-1',
    names: ['arn:aws:ecs:eu-west-1:1:service/web'],
    secrets: [],
  },
  {
    name: 'a value of many lines as it is, quoted, on one line, and line by line',
    value: 'hunter2\n  hunter2-hunter3\nx',
    names: [],
    secrets: [
      'hunter2\\n  hunter2-hunter3\\nx',
      'hunter2\\n hunter2-hunter3\\nx',
      'hunter2\n  hunter2-hunter3\nx',
      'hunter2 hunter2-hunter3 x',
      'hunter2-hunter3',
    ],
  },
  {
    name: 'a value with a full stop, and without: texts lose their last one',
    value: 'hunter2hunter2.',
    names: [],
    secrets: ['hunter2hunter2.', 'hunter2hunter2'],
  },
  {
    name: 'a value with blanks around it, and without them',
    value: ' hunter2hunter2 ',
    names: [],
    secrets: [' hunter2hunter2 ', 'hunter2hunter2'],
  },
  { name: 'no word of our sentences', value: 'production', names: [], secrets: [] },
  {
    name: 'no ARN, which grants no access',
    value: 'arn:aws:sns:eu-west-1:123456789012:orders',
    names: [],
    secrets: [],
  },
  {
    name: 'a value that only begins as an ARN',
    value: 'arn:aws:sns:eu-west-1:1:orders?key=hunter2',
    names: [],
    secrets: ['arn:aws:sns:eu-west-1:1:orders?key=hunter2'],
  },
  {
    name: 'a value as texts shorten the ARN in it',
    value: 'arn:aws:ecs:eu-west-1:1:cluster/prod hunter2',
    names: [],
    secrets: ['arn:aws:ecs:eu-west-1:1:cluster/prod hunter2', 'prod hunter2'],
  },
])('secret is $name', ({ value, names, secrets }) => {
  const definition = { containerDefinitions: [{ name: 'app', environment: [{ name: 'A', value }] }] }
  expect(secretsOf([definition, {}], names)).toStrictEqual(secrets)
})

/** Members with values that no text may show: a secret in them is found, and one elsewhere is not. */
test.each<{ name: string; container?: JsonObject; around?: JsonObject; hidden: boolean }>([
  { name: 'a variable', container: { environment: [{ name: 'A', value: 'hunter2hunter2' }] }, hidden: true },
  { name: 'the name of one', container: { environment: [{ name: 'hunter2hunter2' }] }, hidden: false },
  { name: 'a command', container: { command: ['hunter2hunter2'] }, hidden: true },
  { name: 'an entry point', container: { entryPoint: ['hunter2hunter2'] }, hidden: true },
  { name: 'a label', container: { dockerLabels: { name: 'hunter2hunter2' } }, hidden: true },
  {
    name: 'a health check',
    container: { healthCheck: { command: ['CMD-SHELL', 'hunter2hunter2'] } },
    hidden: true,
  },
  {
    name: 'an option of the log',
    container: { logConfiguration: { logDriver: 'splunk', options: { type: 'hunter2hunter2' } } },
    hidden: true,
  },
  {
    name: 'the log group of awslogs',
    container: { logConfiguration: { options: { 'awslogs-group': '/ecs/hunter2hunter2' } } },
    hidden: false,
  },
  {
    name: 'an option of FireLens',
    container: { firelensConfiguration: { options: { a: 'hunter2hunter2' } } },
    hidden: true,
  },
  {
    name: 'an option of a volume driver',
    around: { volumes: [{ name: 'd', dockerVolumeConfiguration: { driverOpts: { o: 'hunter2hunter2' } } }] },
    hidden: true,
  },
  {
    name: 'a name in an unknown list',
    container: { newKey: [{ name: 'hunter2hunter2' }] },
    hidden: true,
  },
  {
    name: 'a new key of a variable',
    container: { environment: [{ name: 'A', key: 'hunter2hunter2' }] },
    hidden: true,
  },
  { name: 'a key newer than this release', container: { newKey: [{ a: 'hunter2hunter2' }] }, hidden: true },
  { name: 'one next to the family', around: { newKey: 'hunter2hunter2' }, hidden: true },
  {
    name: 'a secret in place of its ARN',
    container: { secrets: [{ name: 'A', valueFrom: 'hunter2hunter2' }] },
    hidden: true,
  },
  {
    name: 'the ARN of a secret',
    container: { secrets: [{ name: 'A', valueFrom: 'arn:aws:ssm:eu-west-1:1:parameter/hunter2' }] },
    hidden: false,
  },
  {
    name: 'the path of a parameter',
    container: { logConfiguration: { secretOptions: [{ name: 'A', valueFrom: '/prod/hunter2hunter2' }] } },
    hidden: false,
  },
  { name: 'an image', container: { image: 'hunter2hunter2' }, hidden: false },
  {
    name: 'a capability',
    container: { linuxParameters: { capabilities: { add: ['hunter2hunter2'] } } },
    hidden: false,
  },
  { name: 'a folder', container: { workingDirectory: '/hunter2hunter2' }, hidden: false },
  { name: 'who registered it', around: { registeredBy: 'hunter2hunter2' }, hidden: false },
])('$name is taken out of texts: $hidden', ({ container = {}, around = {}, hidden }) => {
  const definition = { containerDefinitions: [{ name: 'app', image: 'web:1', ...container }], ...around }
  expect(secretsOf([definition], [])).toStrictEqual(hidden ? ['hunter2hunter2'] : [])
})
