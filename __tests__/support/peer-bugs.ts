/**
 * What users of other tools had to report about task definitions, each as a file, inputs and what has to reach ECS; or
 * what has to be said, and where, before anything does.
 */
import { enumerate } from '../../src/core/text/enumerate.js'
import type { JsonObject } from '../../src/core/text/json.js'
import { type Case, json } from './rendered.js'

interface Reported extends Case {
  /** the issues or the documentation that tell of it, as `owner/repository#number` */
  readonly source: string
}

export interface PeerBug extends Reported {
  readonly definition: JsonObject
  /** the notices that are allowed to be told; all others are noise */
  readonly notices?: readonly string[]
  /** checks that warn */
  readonly warnings?: readonly string[]
}

export interface PeerComplaint extends Reported {
  readonly expected: string
}

const executionRoleArn = 'arn:aws:iam::123456789012:role/exec'
const deployTool = 'aws-actions/amazon-ecs-deploy-task-definition'
const renderTool = 'aws-actions/amazon-ecs-render-task-definition'

/** A definition with one container, such as ECS takes. */
const app = (members: JsonObject, around: JsonObject = {}): JsonObject => ({
  family: 'web',
  cpu: '256',
  memory: '512',
  executionRoleArn,
  containerDefinitions: [{ name: 'app', image: 'web:1', ...members }],
  ...around,
})
const two = (first: JsonObject, second: JsonObject): JsonObject => ({
  ...app({}),
  containerDefinitions: [
    { name: 'app', image: 'web:1', ...first },
    { name: 'envoy', image: 'envoy:1', ...second },
  ],
})
const unfilled = `arn:aws:sns:eu-west-1:\${ACCOUNT}:x`
const splunk = { 'splunk-token': 'x', 'splunk-url': 'x' }
const variable = (name: string, value: string) => ({ name, value })

/** What ECS alone writes, in the words of `aws ecs describe-task-definition`. */
const readOnly = {
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7',
  revision: 7,
  status: 'ACTIVE',
  requiresAttributes: [{ name: 'ecs.capability.execution-role-awslogs' }],
  compatibilities: ['EC2', 'FARGATE'],
  registeredAt: '2026-11-19T08:12:44.120000+00:00',
  registeredBy: 'arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions',
}
const leftOut = (members: readonly string[]) => [
  `td.yml: read-only members of a described task definition are ignored: ${enumerate(members)}.`,
]

export const peerBugs: readonly PeerBug[] = [
  {
    source: `${deployTool}#22, ${renderTool}#2, #38, #84, #164`,
    name: 'a described definition is taken as it is: what ECS alone writes goes, in one line and without a warning',
    file: json({ taskDefinition: { ...readOnly, ...app({}) }, tags: [] }),
    definition: app({}),
    notices: leftOut(Object.keys(readOnly)),
  },
  {
    source: 'Airfordable/ecs-deploy-task-definition-to-scheduled-task#29',
    name: 'registeredAt and registeredBy, in an inactive one, too',
    file: json({
      ...app({}),
      registeredAt: 1_777_518_042.8,
      registeredBy: 'x',
      deregisteredAt: 1_777_518_043,
      deleteRequestedAt: null,
    }),
    definition: app({}),
    notices: leftOut(['registeredAt', 'deregisteredAt', 'deleteRequestedAt', 'registeredBy']),
  },
  {
    source: `${deployTool}#701, ${renderTool}#363`,
    name: 'enableFaultInjection',
    file: json(app({}, { enableFaultInjection: true })),
    definition: app({}, { enableFaultInjection: true }),
  },
  {
    source: `${deployTool}#810`,
    name: 'restartPolicy',
    file: json(app({ restartPolicy: { enabled: true, ignoredExitCodes: [0], restartAttemptPeriod: 60 } })),
    definition: app({ restartPolicy: { enabled: true, ignoredExitCodes: [0], restartAttemptPeriod: 60 } }),
  },
  {
    source: `${deployTool}#464, #274`,
    name: 'runtimePlatform',
    file: json(app({}, { runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' } })),
    definition: app({}, { runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' } }),
  },
  {
    source: `${deployTool}#701, #810`,
    name: 'the next key that no release knows yet, where it is let through',
    file: 'family: web\ncpu: "256"\nmemory: "512"\nexecutionRoleArn: arn:aws:iam::123456789012:role/exec\ncontainerDefinitions:\n  - name: app\n    image: web:1\n    nextPolicy: {on: [{off: ""}], code: "0123"}\n    environment: [{name: A, value: "1", nextFlag: false}]\n',
    inputs: { 'allow-unknown-keys': 'true', 'environment-variables': 'A=2' },
    definition: app({
      nextPolicy: { on: [{ off: '' }], code: '0123' },
      environment: [{ name: 'A', value: '2', nextFlag: false }],
    }),
    notices: [
      'td.yml:8:5 unknown key containerDefinitions[0].nextPolicy; it is sent unchanged.',
      'td.yml:9:41 unknown key containerDefinitions[0].environment[0].nextFlag; it is sent unchanged.',
    ],
  },
  {
    source: `${deployTool}#216, #224`,
    name: 'a variable that is empty, in the file and in the input',
    file: json(app({ environment: [variable('EMPTY', '')] })),
    inputs: { 'environment-variables': 'ALSO=' },
    definition: app({ environment: [variable('EMPTY', ''), variable('ALSO', '')] }),
  },
  {
    source: `${deployTool}#780`,
    name: 'an option of the log that is empty',
    file: json(app({ logConfiguration: { logDriver: 'splunk', options: { tag: '', ...splunk } } })),
    definition: app({ logConfiguration: { logDriver: 'splunk', options: { tag: '', ...splunk } } }),
  },
  {
    source: `${renderTool}#347, #368, #453, #464`,
    name: 'secrets without environment-variables',
    file: json(app({})),
    inputs: { secrets: 'DB=arn:aws:ssm:eu-west-1:123456789012:parameter/db' },
    definition: app({
      secrets: [{ name: 'DB', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/db' }],
    }),
  },
  {
    source: `${renderTool}#20, ${deployTool}#172`,
    name: 'what varies is given by inputs; in the file nothing is half filled in',
    warnings: ['placeholder'],
    file: json(app({ environment: [variable('ARN', unfilled), variable('B', '$B')] })),
    inputs: {
      'environment-variables': 'TOPIC=arn:aws:sns:eu-west-1:012345678901:x',
      'task-role-arn': 'arn:aws:iam::012345678901:role/web',
    },
    definition: app(
      {
        environment: [
          variable('ARN', unfilled),
          variable('B', '$B'),
          variable('TOPIC', 'arn:aws:sns:eu-west-1:012345678901:x'),
        ],
      },
      { taskRoleArn: 'arn:aws:iam::012345678901:role/web' },
    ),
  },
  {
    source: `${renderTool}#183`,
    name: 'the two roles',
    file: json(app({}, { executionRoleArn: 'arn:aws:iam::123456789012:role/old' })),
    inputs: {
      'task-role-arn': 'arn:aws:iam::123456789012:role/web',
      'execution-role-arn': executionRoleArn,
    },
    definition: app({}, { taskRoleArn: 'arn:aws:iam::123456789012:role/web' }),
  },
  {
    source: `${renderTool}#4`,
    name: 'several containers get different images in one step',
    file: json(two({}, {})),
    inputs: { images: 'app=web:2\nenvoy=registry.example:5000/envoy:2' },
    definition: two({ image: 'web:2' }, { image: 'registry.example:5000/envoy:2' }),
  },
  {
    source: `${renderTool}#272`,
    name: 'labels',
    file: json(app({ dockerLabels: { team: 'shop' } })),
    inputs: { 'docker-labels': 'commit=9be21c4' },
    definition: app({ dockerLabels: { team: 'shop', commit: '9be21c4' } }),
  },
  {
    source: `${renderTool}, input docker-labels`,
    name: 'labels and options of the log are cut at the first = alone',
    file: json(app({ logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': 'x' } } })),
    inputs: {
      'docker-labels': 'rule=Host(`a`)&&Path=/b==\nempty=',
      'log-configuration-options': 'splunk-url=https://x/?a=b&c=d\nlabels=',
    },
    definition: app({
      logConfiguration: {
        logDriver: 'splunk',
        options: { 'splunk-token': 'x', 'splunk-url': 'https://x/?a=b&c=d', labels: '' },
      },
      dockerLabels: { rule: 'Host(`a`)&&Path=/b==', empty: '' },
    }),
  },
  {
    source: `${renderTool}, input command`,
    name: 'a command is split as a shell splits it, quotes and blanks in it',
    file: json(app({})),
    inputs: { command: `sh -c 'echo "a  b" && exec app' "" --x="y z"` },
    definition: app({ command: ['sh', '-c', 'echo "a  b" && exec app', '', '--x=y z'] }),
  },
  {
    source: `${renderTool}, input container-name`,
    name: 'blanks behind the comma between two containers',
    file: json(two({}, {})),
    inputs: { 'container-name': 'app,  envoy ', image: 'web:2' },
    definition: two({ image: 'web:2' }, { image: 'web:2' }),
  },
  {
    source: `${renderTool}, input task-definition`,
    name: 'YAML, in which numbers look like something else',
    file: [
      '# the web service',
      'family: web',
      'cpu: 256',
      'memory: 0512 # what is written is what is sent',
      `executionRoleArn: ${executionRoleArn}`,
      'containerDefinitions:',
      '  - &app',
      '    name: app',
      '    image: web:1',
      '    portMappings: [{containerPort: "5001"}, {containerPort: 0x1451}]',
      '    dockerLabels: {account: 012345678901, version: 1.10, big: 1e3, on: yes, day: 2026-11-21, time: 12:30:45}',
      '  - <<: *app',
      '    name: job',
      '    essential: false',
    ].join('\r\n'),
    definition: {
      ...app({}),
      memory: '0512',
      containerDefinitions: [{ name: 'app' }, { name: 'job', essential: false }].map(own => ({
        image: 'web:1',
        portMappings: [{ containerPort: 5001 }, { containerPort: 5201 }],
        dockerLabels: {
          account: '012345678901',
          version: '1.10',
          big: '1e3',
          on: 'yes',
          day: '2026-11-21',
          time: '12:30:45',
        },
        ...own,
      })),
    },
  },
  {
    source: 'sil-org/ecs-deploy#121',
    name: 'volumes, sizes and all else of the file, not the image alone',
    file: json(
      app(
        { mountPoints: [{ sourceVolume: 'd', containerPath: '/d' }], cpu: 10 },
        { volumes: [{ name: 'd', host: {} }], cpu: '512', memory: '1024' },
      ),
    ),
    inputs: { image: 'web:2' },
    definition: app(
      { mountPoints: [{ sourceVolume: 'd', containerPath: '/d' }], cpu: 10, image: 'web:2' },
      { volumes: [{ name: 'd', host: {} }], cpu: '512', memory: '1024' },
    ),
  },
]

export const peerComplaints: readonly PeerComplaint[] = [
  {
    source: `${deployTool}#53`,
    name: 'a container that is null, at its place',
    file: 'family: web\ncontainerDefinitions:\n  - name: app\n    image: web:1\n  -\n',
    expected: 'td.yml:5:4 containerDefinitions[1] is empty, but ECS expects an object',
  },
  {
    source: `${deployTool}#53`,
    name: 'a list that is none, at its place',
    file: '{\n  "family": "web",\n  "containerDefinitions": {"name": "app"}\n}\n',
    expected: 'td.yml:3:3 containerDefinitions is an object, but ECS expects a list of objects',
  },
  {
    source: `${deployTool}#701, #810, #464`,
    name: 'a key that is unknown, at its place and before anything is sent',
    file: 'family: web\ncontainerDefinitions:\n  - name: app\n    image: web:1\n    portMapping: []\n',
    expected:
      'td.yml:5:5 unknown key containerDefinitions[0].portMapping; did you mean portMappings? (allow-unknown-keys: true sends it as it is)',
  },
  {
    source: `${renderTool}, input task-definition-family`,
    name: 'a file and a family: none of them wins without a word',
    inputs: { 'task-definition-family': 'web' },
    expected: 'task-definition-family is set, and so is task-definition: use only one of them',
  },
]
