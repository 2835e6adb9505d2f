import { expect, test } from '@jest/globals'
import { Stage } from '../support/stage.js'

const app = { name: 'app', image: 'nginx:1.27', memory: 256 }
const ecrImage = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1'
const fargate = {
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  containerDefinitions: [{ name: 'app', image: 'nginx:1.27' }],
}

test.each([
  { definition: { containerDefinitions: [] }, message: 'Container list cannot be empty' },
  {
    definition: { containerDefinitions: [{ name: 'app', memory: 1 }] },
    message: 'Container.image should not be null or empty.',
  },
  {
    definition: { containerDefinitions: [{ image: 'nginx', memory: 1 }] },
    message: 'Container.name should not be null or empty.',
  },
  {
    definition: { containerDefinitions: [app, app] },
    message: 'Container names must be unique within a task definition',
  },
  {
    definition: { containerDefinitions: [{ ...app, essential: false }] },
    message: "Task definition doesn't have any essential container",
  },
  { definition: { containerDefinitions: [app], tags: [] }, message: 'Tags can not be empty.' },
  {
    definition: { containerDefinitions: [{ name: 'x', image: 'nginx' }] },
    message:
      "Invalid setting for container 'x'. At least one of 'memory' or 'memoryReservation' must be specified.",
  },
  {
    definition: { containerDefinitions: [{ ...app, memory: 128, memoryReservation: 256 }] },
    message: "'memory' must be greater than or equal to 'memoryReservation'",
  },
  {
    definition: { memory: '128', containerDefinitions: [app] },
    message: "The 'memory' setting for container 'app' is greater than for the task.",
  },
  {
    definition: {
      cpu: '256',
      containerDefinitions: [
        { ...app, cpu: 200 },
        { ...app, name: 'b', cpu: 100 },
      ],
    },
    message: "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
  },
  {
    definition: { ...fargate, cpu: undefined },
    message: "Fargate requires that 'cpu' be defined at the task level.",
  },
  {
    definition: { ...fargate, memory: undefined, containerDefinitions: [app] },
    message: "Fargate requires that 'memory' be defined at the task level.",
  },
  {
    definition: { ...fargate, memory: '4096' },
    message:
      'No Fargate configuration exists for given values: 256 CPU, 4096 memory. See the Amazon ECS documentation for the valid values.',
  },
  {
    definition: { ...fargate, networkMode: 'bridge' },
    message: "Fargate only supports network mode 'awsvpc'.",
  },
  {
    definition: { ...fargate, containerDefinitions: [{ name: 'app', image: ecrImage }] },
    message: 'Fargate requires task definition to have execution role ARN to support ECR images.',
  },
  {
    definition: {
      ...fargate,
      containerDefinitions: [
        {
          name: 'app',
          image: 'nginx',
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-group': 'g', 'awslogs-region': 'r' },
          },
        },
      ],
    },
    message: 'Fargate requires task definition to have execution role ARN to support log driver awslogs.',
  },
  {
    definition: { ...fargate, volumes: [{ name: 'v', host: { sourcePath: '/x' } }] },
    message: 'Fargate compatible task definitions do not support sourcePath',
  },
  {
    definition: {
      networkMode: 'awsvpc',
      containerDefinitions: [{ ...app, portMappings: [{ containerPort: 80, hostPort: 8080 }] }],
    },
    message: 'When networkMode=awsvpc, the host ports and container ports in port mappings must match.',
  },
  {
    definition: {
      networkMode: 'awsvpc',
      containerDefinitions: [
        {
          ...app,
          portMappings: [
            { containerPort: 80, name: 'w' },
            { containerPort: 81, name: 'w' },
          ],
        },
      ],
    },
    message: 'When networkMode=awsvpc, port mapping name is already used',
  },
  {
    definition: {
      containerDefinitions: [{ ...app, portMappings: [{ containerPort: 80, containerPortRange: '80-90' }] }],
    },
    message: "Invalid port mapping for container 'app', cannot specify both single port and port range.",
  },
  {
    definition: { networkMode: 'awsvpc', containerDefinitions: [{ ...app, links: ['b'] }] },
    message: 'Links are not supported when networkMode=awsvpc.',
  },
  {
    definition: { containerDefinitions: [{ ...app, secrets: [{ name: 'A', valueFrom: 'arn' }] }] },
    message:
      "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'",
  },
  {
    definition: {
      containerDefinitions: [{ ...app, logConfiguration: { logDriver: 'awslogs', options: {} } }],
    },
    message: 'Log driver awslogs requires options: awslogs-region, awslogs-group',
  },
  {
    definition: {
      containerDefinitions: [{ ...app, repositoryCredentials: { credentialsParameter: 'arn' } }],
    },
    message:
      'Private repository authentication requires that the task definition specify a value for executionRoleArn.',
  },
  {
    definition: { taskRoleArn: 'arn:aws:iam::123456789012:policy/web', containerDefinitions: [app] },
    message: 'Role is not valid',
  },
  {
    definition: {
      containerDefinitions: [{ ...app, dependsOn: [{ containerName: 'nope', condition: 'START' }] }],
    },
    message: "Cannot depend on container + 'nope' because it does not exist",
  },
  {
    definition: {
      containerDefinitions: [
        { ...app, dependsOn: [{ containerName: 'b', condition: 'SUCCESS' }] },
        { ...app, name: 'b' },
      ],
    },
    message: 'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container',
  },
  {
    definition: { containerDefinitions: [{ ...app, mountPoints: [{ sourceVolume: 'nope' }] }] },
    message: "Unknown volume 'nope'.",
  },
  {
    definition: { containerDefinitions: [app], ephemeralStorage: { sizeInGiB: 20 } },
    message: 'EphemeralStorage size should be at least 21',
  },
  {
    definition: { containerDefinitions: [app], ephemeralStorage: { sizeInGiB: 201 } },
    message: 'EphemeralStorage size should be at most 200',
  },
  {
    definition: {
      containerDefinitions: [{ ...app, healthCheck: { command: ['CMD', 'true'], interval: 301 } }],
    },
    message:
      "Health check interval must be less than or equal to the maximum allowed value 300 for container 'app'",
  },
  {
    definition: {
      containerDefinitions: [{ ...app, healthCheck: { command: ['CMD', 'true'], startPeriod: 301 } }],
    },
    message:
      "Health check startPeriod must be less than or equal to the maximum allowed value 300 for container 'app'",
  },
  { definition: { family: '', containerDefinitions: [app] }, message: 'Family can not be blank.' },
  { definition: { taskRoleArn: '', containerDefinitions: [app] }, message: 'Role is not valid' },
  { definition: { taskRoleArn: '{{taskRole}}', containerDefinitions: [app] }, message: 'Role is not valid' },
  {
    definition: { containerDefinitions: [app], volumes: [{ name: 'v', host: { sourcePath: '' } }] },
    message: 'host.sourcePath should not be blank.',
  },
  {
    definition: {
      containerDefinitions: [
        { ...app, image: ecrImage, repositoryCredentials: { credentialsParameter: '' } },
      ],
    },
    message: 'Private repository credentials are not a supported authentication method for ECR repositories.',
  },
])('refuses: $message', ({ definition, message }) => {
  const stage = new Stage()

  expect(() => stage.call('RegisterTaskDefinition', { family: 'web', ...definition })).toThrow(
    expect.objectContaining({ name: 'ClientException', message, httpStatus: 400 }),
  )
  expect(stage.call('ListTaskDefinitions').taskDefinitionArns).toStrictEqual([])
})

test('refuses more than 64 KiB and says how much it is', () => {
  const environment = [{ name: 'A', value: 'x'.repeat(70_000) }]

  expect(() =>
    new Stage().call('RegisterTaskDefinition', {
      family: 'web',
      containerDefinitions: [{ ...app, environment }],
    }),
  ).toThrow(/^Actual length: '70\d{3}'\. Max allowed length is '65536' bytes\.$/)
})

test('keeps every member at every depth and fills in the defaults of ECS', () => {
  const stage = new Stage()
  const { taskDefinition, tags } = stage.call('RegisterTaskDefinition', {
    ...fargate,
    family: 'web',
    cpu: '1 vCPU',
    memory: '2 GB',
    memberOfTomorrow: { deep: [{ er: true }] },
    containerDefinitions: [
      {
        name: 'app',
        image: 'nginx',
        alsoOfTomorrow: 1,
        environment: [{ name: 'EMPTY', value: '' }],
        portMappings: [{ containerPort: 80 }],
      },
    ],
    tags: [{ key: 'team', value: 'web' }],
  })

  expect(tags).toStrictEqual([{ key: 'team', value: 'web' }])
  expect(taskDefinition).toMatchObject({
    taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1',
    revision: 1,
    status: 'ACTIVE',
    cpu: '1024',
    memory: '2048',
    memberOfTomorrow: { deep: [{ er: true }] },
    volumes: [],
    placementConstraints: [],
    compatibilities: ['EC2', 'FARGATE', 'MANAGED_INSTANCES'],
    registeredAt: stage.clock.now() / 1000,
  })
  expect(taskDefinition.containerDefinitions).toStrictEqual([
    {
      name: 'app',
      image: 'nginx',
      alsoOfTomorrow: 1,
      cpu: 0,
      essential: true,
      environment: [{ name: 'EMPTY', value: '' }],
      mountPoints: [],
      volumesFrom: [],
      systemControls: [],
      portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
    },
  ])
})
