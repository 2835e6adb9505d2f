/**
 * From the text of a file and the inputs to the very definition that is registered: what other tools have been seen to
 * break stays whole.
 */
import { expect, test } from '@jest/globals'
import type { JsonObject } from '../../../src/core/text/json.js'
import { app, type Case, json, rendered } from '../../support/rendered.js'

const variable = (name: string, value: string) => ({ name, value })
const secret = (name: string, valueFrom: string) => ({ name, valueFrom })
const described = {
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7',
  revision: 7,
  status: 'ACTIVE',
  requiresAttributes: [{ name: 'x' }],
  compatibilities: ['EC2'],
  registeredAt: 1_777_518_042.8,
  registeredBy: 'arn:aws:sts::1:assumed-role/x/y',
  deregisteredAt: 1,
  deleteRequestedAt: 1,
}

test.each<Case & { definition: JsonObject }>([
  {
    name: 'all nine read-only members of a described one go, unknown attributes do not break it',
    file: json({ taskDefinition: { ...described, ...app({}) }, tags: [{ key: 'a', value: '' }] }),
    definition: app({}, { tags: [{ key: 'a', value: '' }] }),
  },
  ...[
    { member: 'enableFaultInjection', value: true },
    { member: 'runtimePlatform', value: { cpuArchitecture: 'ARM64' } },
    { member: 'ephemeralStorage', value: { sizeInGiB: 21 } },
  ].map(({ member, value }) => ({
    name: `${member} is known`,
    file: json(app({}, { [member]: value })),
    definition: app({}, { [member]: value }),
  })),
  {
    name: 'restartPolicy is known',
    file: json(app({ restartPolicy: { enabled: true, ignoredExitCodes: [0] } })),
    definition: app({ restartPolicy: { enabled: true, ignoredExitCodes: [0] } }),
  },
  {
    name: 'a key that is newer than this release, where it is let through',
    file: json(app({ newKey: { deep: [{ er: '' }, null, 0.5] } }, { newer: [] })),
    inputs: { 'allow-unknown-keys': 'true' },
    definition: app({ newKey: { deep: [{ er: '' }, null, 0.5] } }, { newer: [] }),
  },
  {
    name: 'an empty variable of the file stays',
    file: json(app({ environment: [variable('EMPTY', '')] })),
    definition: app({ environment: [variable('EMPTY', '')] }),
  },
  {
    name: 'an empty option stays, too',
    file: json(app({ logConfiguration: { logDriver: 'splunk', options: { tag: '' } } })),
    inputs: { 'log-configuration-options': 'splunk-format=\nsplunk-url=https://x/?a=b' },
    definition: app({
      logConfiguration: {
        logDriver: 'splunk',
        options: { tag: '', 'splunk-format': '', 'splunk-url': 'https://x/?a=b' },
      },
    }),
  },
  {
    name: 'secrets without environment-variables',
    inputs: { secrets: 'DB=arn:aws:ssm:eu-west-1:1:parameter/db' },
    definition: app({ secrets: [secret('DB', 'arn:aws:ssm:eu-west-1:1:parameter/db')] }),
  },
  {
    name: 'environment-variables without secrets, over those of the file and behind them',
    file: json(app({ environment: [variable('A', '1'), variable('B', '2')], secrets: [secret('S', 'arn')] })),
    inputs: { 'environment-variables': 'C=a=b=c\nA=' },
    definition: app({
      environment: [variable('A', ''), variable('B', '2'), variable('C', 'a=b=c')],
      secrets: [secret('S', 'arn')],
    }),
  },
  {
    name: 'a variable that becomes a secret is no longer a variable',
    file: json(app({ environment: [variable('DB', 'clear'), variable('B', '2')] })),
    inputs: { secrets: 'DB=arn' },
    definition: app({ environment: [variable('B', '2')], secrets: [secret('DB', 'arn')] }),
  },
  {
    name: 'a secret that becomes a variable is no longer a secret',
    file: json(app({ secrets: [secret('DB', 'arn')] })),
    inputs: { 'environment-variables': 'DB=x' },
    definition: app({ secrets: [], environment: [variable('DB', 'x')] }),
  },
  {
    name: 'a duplicate variable appears once',
    file: json(app({ environment: [variable('A', '1'), variable('B', '2'), variable('A', '3')] })),
    inputs: { 'environment-variables': 'A=4' },
    definition: app({ environment: [variable('A', '4'), variable('B', '2')] }),
  },
  {
    name: 'nothing is filled in: neither $ nor {{ }}',
    file: json(app({ environment: [variable('A', '$X $(Y) {{ z }} %W%')], command: ['$X'] })),
    inputs: { 'environment-variables': 'B=$X $(Y) {{ z }}' },
    definition: app({
      environment: [variable('A', '$X $(Y) {{ z }} %W%'), variable('B', '$X $(Y) {{ z }}')],
      command: ['$X'],
    }),
  },
  {
    name: 'roles',
    inputs: {
      'task-role-arn': 'arn:aws:iam::123456789012:role/task',
      'execution-role-arn': 'arn:aws:iam::123456789012:role/exec',
    },
    definition: app(
      {},
      {
        taskRoleArn: 'arn:aws:iam::123456789012:role/task',
        executionRoleArn: 'arn:aws:iam::123456789012:role/exec',
      },
    ),
  },
  {
    name: 'several containers with different images, and the settings for one of them',
    file: json({
      family: 'web',
      containerDefinitions: [
        { name: 'app', image: 'web:1' },
        { name: 'envoy', image: 'envoy:1' },
      ],
    }),
    inputs: { images: 'app=web:2\nenvoy=envoy:2', 'docker-labels': 'commit=9be21c4\nempty=' },
    definition: {
      family: 'web',
      containerDefinitions: [
        { name: 'app', image: 'web:2', dockerLabels: { commit: '9be21c4', empty: '' } },
        { name: 'envoy', image: 'envoy:2' },
      ],
    },
  },
  {
    name: 'the settings for several containers',
    file: json({
      family: 'web',
      containerDefinitions: [
        { name: 'app', image: 'web:1', dockerLabels: { a: '1' } },
        { name: 'job', image: 'web:1' },
      ],
    }),
    inputs: { 'container-name': 'app,job', command: `run "a b"`, 'docker-labels': 'constructor=x' },
    definition: {
      family: 'web',
      containerDefinitions: [
        {
          name: 'app',
          image: 'web:1',
          dockerLabels: { a: '1', constructor: 'x' },
          command: ['run', 'a b'],
        },
        { name: 'job', image: 'web:1', dockerLabels: { constructor: 'x' }, command: ['run', 'a b'] },
      ],
    },
  },
  {
    name: 'env-files take the place of those that are there',
    file: json(app({ environmentFiles: [{ value: 'arn:aws:s3:::b/old.env', type: 's3' }] })),
    inputs: { 'env-files': 'arn:aws:s3:::b/1.env\narn:aws:s3:::b/2.env' },
    definition: app({
      environmentFiles: [
        { value: 'arn:aws:s3:::b/1.env', type: 's3' },
        { value: 'arn:aws:s3:::b/2.env', type: 's3' },
      ],
    }),
  },
  {
    name: 'a new log driver begins without the options of the old one',
    file: json(app({ logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'x' } } })),
    inputs: { 'log-configuration-log-driver': 'json-file', 'log-configuration-options': 'max-size=10m' },
    definition: app({ logConfiguration: { logDriver: 'json-file', options: { 'max-size': '10m' } } }),
  },
  {
    name: 'the same log driver keeps them',
    file: json(
      app({
        logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'x' }, secretOptions: [] },
      }),
    ),
    inputs: { 'log-configuration-log-driver': 'awslogs' },
    definition: app({
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'x' }, secretOptions: [] },
    }),
  },
  {
    name: 'line breaks, quotes and blanks of values and commands',
    file: json(
      app({ environment: [variable('PEM', '-----BEGIN-----\nx\n')], command: ['sh', '-c', 'a "b"\n c'] }),
    ),
    definition: app({
      environment: [variable('PEM', '-----BEGIN-----\nx\n')],
      command: ['sh', '-c', 'a "b"\n c'],
    }),
  },
  {
    name: 'a byte order mark and line endings of Windows',
    file: '\uFEFF{\r\n  "family": "web",\r\n  "containerDefinitions": [{"name": "app", "image": "web:1"}]\r\n}\r\n',
    definition: app({}),
  },
  {
    name: 'JSON with comments and a comma too much',
    file: 'family: web # ours\ncontainerDefinitions: [{name: app, image: "web:1",},]\n',
    definition: app({}),
  },
  {
    name: 'numbers that YAML would turn into something else',
    file: 'family: web\ncpu: 256\ncontainerDefinitions:\n  - name: app\n    image: web:1\n    portMappings: [{containerPort: "5001"}]\n    environment:\n      - {name: ACCOUNT, value: "012345678901"}\n      - {name: BARE, value: 012345678901}\n      - {name: BIG, value: 12345678901234567890}\n      - {name: FLOAT, value: 1.10}\n      - {name: NO, value: no}\n      - {name: TIME, value: 12:30:45}\n      - {name: ON, value: True}\n',
    definition: app(
      {
        portMappings: [{ containerPort: 5001 }],
        environment: [
          variable('ACCOUNT', '012345678901'),
          variable('BARE', '012345678901'),
          variable('BIG', '12345678901234567890'),
          variable('FLOAT', '1.10'),
          variable('NO', 'no'),
          variable('TIME', '12:30:45'),
          variable('ON', 'True'),
        ],
      },
      { cpu: '256' },
    ),
  },
  {
    name: 'volumes and all else of the file, not only the image',
    file: json(
      app(
        { mountPoints: [{ sourceVolume: 'd', containerPath: '/d' }] },
        { volumes: [{ name: 'd', host: {} }] },
      ),
    ),
    inputs: { image: 'web:2' },
    definition: app(
      { mountPoints: [{ sourceVolume: 'd', containerPath: '/d' }], image: 'web:2' },
      { volumes: [{ name: 'd', host: {} }] },
    ),
  },
  {
    name: 'tags over those of the file',
    file: json(app({}, { tags: [{ key: 'team', value: 'shop' }] })),
    inputs: { tags: 'stage=prod\nteam=web' },
    definition: app(
      {},
      {
        tags: [
          { key: 'team', value: 'web' },
          { key: 'stage', value: 'prod' },
        ],
      },
    ),
  },
])('$name', async ({ definition, ...given }) => {
  const found = await rendered(given)
  expect(found).toStrictEqual(definition)
  // Labels may have names that every object knows.
  expect(JSON.parse(JSON.stringify(found))).toStrictEqual(definition)
})
