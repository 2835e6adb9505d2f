/** Definitions that the API reference rules out, next to those of task-definition-rules.test.ts. */
import { expect, test } from '@jest/globals'
import { Stage } from '../support/stage.js'

const app = { name: 'app', image: 'nginx:1.27', memory: 64 }
const withApp = (members: object) => ({ containerDefinitions: [{ ...app, ...members }] })
const withTask = (members: object) => ({ containerDefinitions: [app], ...members })
const health = (members: object) => withApp({ healthCheck: { command: ['CMD', 'true'], ...members } })
const log = (options: object) =>
  withApp({
    logConfiguration: {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', ...options },
    },
  })
const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }
const troubleshooting =
  'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.'

test.each([
  {
    definition: withTask({ tags: Array.from({ length: 51 }, (_, index) => ({ key: `key${index}` })) }),
    message: 'A resource can have at most 50 tags.',
  },
  { definition: withTask({ tags: [{ key: 'a' }, { key: 'a' }] }), message: 'Tag keys must be unique.' },
  {
    definition: withTask({ tags: [{ key: 'k'.repeat(129) }] }),
    message: 'A tag key must have between 1 and 128 characters.',
  },
  {
    definition: withTask({ tags: [{ key: 'a', value: 'v'.repeat(257) }] }),
    message: 'The value of the tag a must have at most 256 characters.',
  },
  {
    definition: withTask({ tags: [{ key: 'aws:owner' }] }),
    message: 'The tag key aws:owner has the prefix aws:, which is reserved.',
  },
  {
    definition: withTask({ memory: 'lots' }),
    message: `Invalid 'memory' setting for task. ${troubleshooting}`,
  },
  { definition: withTask({ cpu: '64' }), message: `Invalid 'cpu' setting for task. ${troubleshooting}` },
  {
    definition: withTask({ cpu: '200 vCPU' }),
    message: `Invalid 'cpu' setting for task. ${troubleshooting}`,
  },
  {
    definition: withApp({ cpu: -1 }),
    message: "Invalid 'cpu' setting for container 'app'. It must be at least 0.",
  },
  {
    definition: withApp({ memory: 3 }),
    message: "Invalid 'memory' setting for container 'app'. It must be at least 4.",
  },
  {
    definition: withApp({ stopTimeout: -1 }),
    message: "Invalid 'stopTimeout' setting for container 'app'. It must be at least 0.",
  },
  {
    definition: withApp({ portMappings: [{ containerPort: 0 }] }),
    message: "Invalid 'containerPort' setting for container 'app'. It must be between 1 and 65535.",
  },
  {
    definition: withApp({ portMappings: [{ containerPort: 80, hostPort: 70_000 }] }),
    message: "Invalid 'hostPort' setting for container 'app'. It must be between 0 and 65535.",
  },
  {
    definition: withApp({ portMappings: [{ containerPort: 80, name: 'My Port' }] }),
    message: "Invalid port mapping name 'My Port' for container 'app'.",
  },
  {
    definition: withApp({ environment: [{ name: '', value: '1' }] }),
    message: "An environment variable of container 'app' has no name.",
  },
  { definition: withApp({ image: 'nginx 1.27' }), message: 'Container.image contains invalid characters.' },
  { definition: withApp({ image: 'n'.repeat(256) }), message: 'Container.image is longer than 255.' },
  {
    definition: health({ command: [] }),
    message: "The health check command of container 'app' must start with CMD or CMD-SHELL.",
  },
  {
    definition: health({ command: ['curl', '-f', 'http://localhost/'] }),
    message: "The health check command of container 'app' must start with CMD or CMD-SHELL.",
  },
  {
    definition: health({ interval: 1 }),
    message:
      "Health check interval must be greater than or equal to the minimum allowed value 5 for container 'app'",
  },
  {
    definition: health({ timeout: 1 }),
    message:
      "Health check timeout must be greater than or equal to the minimum allowed value 2 for container 'app'",
  },
  {
    definition: health({ retries: 0 }),
    message:
      "Health check retries must be greater than or equal to the minimum allowed value 1 for container 'app'",
  },
  {
    definition: health({ startPeriod: -1 }),
    message:
      "Health check startPeriod must be greater than or equal to the minimum allowed value 0 for container 'app'",
  },
  {
    definition: log({ mode: 'sometimes' }),
    message: "Invalid log option mode 'sometimes': it must be blocking or non-blocking.",
  },
  {
    definition: withApp({
      logConfiguration: {
        logDriver: 'splunk',
        options: { 'splunk-url': 'https://splunk.example.com' },
        secretOptions: [{ name: 'splunk-token', valueFrom: 'token' }],
      },
    }),
    message:
      "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'",
  },
  {
    definition: withTask({ volumes: [{ name: 'data' }, { name: 'data' }] }),
    message: "The volume name 'data' is used multiple times.",
  },
  {
    definition: withTask({
      volumes: [
        {
          name: 'data',
          host: { sourcePath: '/data' },
          efsVolumeConfiguration: { fileSystemId: 'fs-12345678' },
        },
      ],
    }),
    message: "The volume 'data' has more than one configuration.",
  },
  {
    definition: { ...withApp({ mountPoints: [{ sourceVolume: 'data' }] }), volumes: [{ name: 'data' }] },
    message: 'A mount point must have a containerPath.',
  },
  {
    definition: withApp({ linuxParameters: { swappiness: 101 } }),
    message: "Invalid 'swappiness' setting for container 'app'. It must be between 0 and 100.",
  },
  {
    definition: withApp({ linuxParameters: { tmpfs: [{ containerPath: '/run', size: 0 }] } }),
    message: "Invalid 'size' setting for container 'app'. It must be at least 1.",
  },
  {
    definition: withApp({ resourceRequirements: [{ type: 'GPU', value: 'one' }] }),
    message: "The GPUs of container 'app' must be a number.",
  },
  { definition: withApp({ links: ['db'] }), message: "The linked container 'db' does not exist." },
  {
    definition: { ...withApp({ links: ['app'] }), networkMode: 'host' },
    message: 'Links are not supported when networkMode=host.',
  },
  {
    definition: withTask({
      placementConstraints: Array(11).fill({ type: 'memberOf', expression: 'attribute:stack == blue' }),
    }),
    message: 'A task definition can have at most 10 placement constraints.',
  },
  {
    definition: withTask({ runtimePlatform: windows, pidMode: 'task' }),
    message: 'pidMode is not supported for Windows containers.',
  },
  {
    definition: { ...withApp({ privileged: true }), runtimePlatform: windows },
    message: 'privileged is not supported for Windows containers.',
  },
  {
    definition: {
      ...withApp({ systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }] }),
      networkMode: 'host',
    },
    message: 'The systemControl net.core.somaxconn is not supported when networkMode=host.',
  },
  {
    definition: withApp({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::configs/web.txt' }] }),
    message: 'An environment file must have the extension .env.',
  },
])('$message', ({ definition, message }) => {
  const stage = new Stage()

  expect(() => stage.call('RegisterTaskDefinition', { family: 'web', ...definition })).toThrow(
    expect.objectContaining({ name: 'ClientException', message, httpStatus: 400 }),
  )
  expect(stage.call('ListTaskDefinitions').taskDefinitionArns).toStrictEqual([])
})

test.each([
  { name: 'an image by its digest', definition: withApp({ image: `nginx:1@sha256:${'0'.repeat(64)}` }) },
  { name: 'a health check that is turned off', definition: health({ command: ['NONE'] }) },
  {
    name: 'a port of the host that is chosen',
    definition: withApp({ portMappings: [{ containerPort: 80, hostPort: 0 }] }),
  },
  { name: 'a log that never blocks', definition: log({ mode: 'non-blocking', 'max-buffer-size': '25m' }) },
  { name: 'an empty value', definition: withApp({ environment: [{ name: 'A', value: '' }] }) },
  { name: 'CPU in vCPUs', definition: withTask({ cpu: '.5 vCPU', memory: '1 GB' }) },
])('$name is accepted', ({ definition }) => {
  const { taskDefinition } = new Stage().call('RegisterTaskDefinition', { family: 'web', ...definition })
  expect(taskDefinition.status).toBe('ACTIVE')
})
