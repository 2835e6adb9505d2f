/**
 * Definitions that ECS rules out, next to those of task-definition-rules.test.ts. The source of a row is a public report of
 * the message, or the page that rules it out: of those, the wording is ours.
 */
import { expect, test } from '@jest/globals'
import {
  health,
  log,
  reportedDefinitions,
  windows,
  withApp,
  withTask,
} from '../support/reported-definitions.js'
import { Stage } from '../support/stage.js'

const troubleshooting =
  'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.'

test.each([
  {
    definition: withTask({ tags: Array.from({ length: 51 }, (_, index) => ({ key: `key${index}` })) }),
    message: 'A resource can have at most 50 tags.',
    source: 'API_Tag',
  },
  {
    definition: withTask({ tags: [{ key: 'a' }, { key: 'a' }] }),
    message: 'Tag keys must be unique.',
    source: 'API_Tag',
  },
  {
    definition: withTask({ tags: [{ key: 'k'.repeat(129) }] }),
    message: 'A tag key must have between 1 and 128 characters.',
    source: 'API_Tag',
  },
  {
    definition: withTask({ tags: [{ key: 'a', value: 'v'.repeat(257) }] }),
    message: 'The value of the tag a must have at most 256 characters.',
    source: 'API_Tag',
  },
  {
    definition: withTask({ tags: [{ key: 'aws:owner' }] }),
    message: 'The tag key aws:owner has the prefix aws:, which is reserved.',
    source: 'API_Tag',
  },
  {
    definition: withTask({ memory: 'lots' }),
    message: `Invalid 'memory' setting for task. ${troubleshooting}`,
    source: 'task-cpu-memory-error',
  },
  {
    definition: withTask({ cpu: '64' }),
    message: `Invalid 'cpu' setting for task. ${troubleshooting}`,
    source: 'task-cpu-memory-error',
  },
  {
    definition: withTask({ cpu: '200 vCPU' }),
    message: `Invalid 'cpu' setting for task. ${troubleshooting}`,
    source: 'task-cpu-memory-error',
  },
  {
    definition: withApp({ cpu: -1 }),
    message: "Invalid 'cpu' setting for container 'app'. It must be at least 0.",
    source: 'API_ContainerDefinition',
  },
  {
    definition: withApp({ memory: 3 }),
    message: "Invalid 'memory' setting for container 'app'. It must be at least 4.",
    source: 'API_ContainerDefinition',
  },
  {
    definition: withApp({ stopTimeout: -1 }),
    message: "Invalid 'stopTimeout' setting for container 'app'. It must be at least 0.",
    source: 'API_ContainerDefinition',
  },
  {
    definition: withApp({ portMappings: [{ containerPort: 0 }] }),
    message: "Invalid 'containerPort' setting for container 'app'. It must be between 1 and 65535.",
    source: 'API_PortMapping',
  },
  {
    definition: withApp({ portMappings: [{ containerPort: 80, hostPort: 70_000 }] }),
    message: "Invalid 'hostPort' setting for container 'app'. It must be between 0 and 65535.",
    source: 'API_PortMapping',
  },
  {
    definition: withApp({ portMappings: [{ containerPort: 80, name: 'My Port' }] }),
    message: "Invalid port mapping name 'My Port' for container 'app'.",
    source: 'API_PortMapping',
  },
  {
    definition: withApp({ environment: [{ name: '', value: '1' }] }),
    message: "An environment variable of container 'app' has no name.",
    source: 'API_ContainerDefinition',
  },
  {
    definition: withApp({ image: 'nginx 1.27' }),
    message: 'Container.image contains invalid characters.',
    source: 'API_ContainerDefinition',
  },
  {
    definition: withApp({ image: 'n'.repeat(256) }),
    message: 'Container.image is longer than 255.',
    source: 'API_ContainerDefinition',
  },
  {
    definition: health({ command: [] }),
    message: "The health check command of container 'app' must start with CMD or CMD-SHELL.",
    source: 'API_HealthCheck',
  },
  {
    definition: health({ command: ['curl', '-f', 'http://localhost/'] }),
    message: "The health check command of container 'app' must start with CMD or CMD-SHELL.",
    source: 'API_HealthCheck',
  },
  {
    definition: health({ interval: 1 }),
    message:
      "Health check interval must be greater than or equal to the minimum allowed value 5 for container 'app'",
    source: 'badmintoncryer/cdk-preflight',
  },
  {
    definition: health({ timeout: 1 }),
    message:
      "Health check timeout must be greater than or equal to the minimum allowed value 2 for container 'app'",
    source: 'badmintoncryer/cdk-preflight',
  },
  {
    definition: health({ retries: 0 }),
    message:
      "Health check retries must be greater than or equal to the minimum allowed value 1 for container 'app'",
    source: 'badmintoncryer/cdk-preflight',
  },
  {
    definition: health({ startPeriod: -1 }),
    message:
      "Health check startPeriod must be greater than or equal to the minimum allowed value 0 for container 'app'",
    source: 'badmintoncryer/cdk-preflight',
  },
  {
    definition: log({ mode: 'sometimes' }),
    message: "Invalid log option mode 'sometimes': it must be blocking or non-blocking.",
    source: 'using_awslogs',
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
    source: 'badmintoncryer/cdk-preflight',
  },
  {
    definition: withTask({ volumes: [{ name: 'data' }, { name: 'data' }] }),
    message: "The volume name 'data' is used multiple times.",
    source: 'API_Volume',
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
    source: 'API_Volume',
  },
  {
    definition: { ...withApp({ mountPoints: [{ sourceVolume: 'data' }] }), volumes: [{ name: 'data' }] },
    message: 'A mount point must have a containerPath.',
    source: 'API_MountPoint',
  },
  {
    definition: withApp({ linuxParameters: { swappiness: 101 } }),
    message: "Invalid 'swappiness' setting for container 'app'. It must be between 0 and 100.",
    source: 'API_LinuxParameters',
  },
  {
    definition: withApp({ linuxParameters: { tmpfs: [{ containerPath: '/run', size: 0 }] } }),
    message:
      'The container has an invalid tmpfs size value specified. It must be a non-zero, non-negative integer.',
    source: 'aws/amazon-ecs-agent#2226',
  },
  {
    definition: withApp({ resourceRequirements: [{ type: 'GPU', value: 'one' }] }),
    message: "The GPUs of container 'app' must be a number.",
    source: 'API_ResourceRequirement',
  },
  {
    definition: withApp({ links: ['db'] }),
    message: "The linked container 'db' does not exist.",
    source: 'API_ContainerDefinition',
  },
  {
    definition: { ...withApp({ links: ['app'] }), networkMode: 'host' },
    message: 'Links are not supported when networkMode=host.',
    source: 'API_ContainerDefinition',
  },
  {
    definition: withTask({
      placementConstraints: Array(11).fill({ type: 'memberOf', expression: 'attribute:stack == blue' }),
    }),
    message: 'A task definition can have at most 10 placement constraints.',
    source: 'API_RegisterTaskDefinition',
  },
  {
    definition: withTask({ runtimePlatform: windows, pidMode: 'task' }),
    message: 'pidMode is not supported for Windows containers.',
    source: 'API_RegisterTaskDefinition',
  },
  {
    definition: { ...withApp({ privileged: true }), runtimePlatform: windows },
    message: 'privileged is not supported for Windows containers.',
    source: 'API_ContainerDefinition',
  },
  {
    definition: {
      ...withApp({ systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }] }),
      networkMode: 'host',
    },
    message: 'The systemControl net.core.somaxconn is not supported when networkMode=host.',
    source: 'API_SystemControl',
  },
  {
    definition: withApp({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::configs/web.txt' }] }),
    message: 'An environment file must have the extension .env.',
    source: 'API_EnvironmentFile',
  },
  ...reportedDefinitions,
])('$message ($source)', ({ definition, message }) => {
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
  {
    name: 'the longest stop timeout on Fargate',
    definition: {
      ...withApp({ stopTimeout: 120 }),
      ...{ requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc', cpu: '256', memory: '512' },
    },
  },
  {
    name: 'a Docker volume of the task without a driver',
    definition: withTask({ volumes: [{ name: 'data', dockerVolumeConfiguration: { scope: 'task' } }] }),
  },
  { name: 'a log group that is created', definition: log({ 'awslogs-create-group': 'true' }) },
  { name: 'CPU in vCPUs', definition: withTask({ cpu: '.5 vCPU', memory: '1 GB' }) },
])('$name is accepted', ({ definition }) => {
  const { taskDefinition } = new Stage().call('RegisterTaskDefinition', { family: 'web', ...definition })
  expect(taskDefinition.status).toBe('ACTIVE')
})
