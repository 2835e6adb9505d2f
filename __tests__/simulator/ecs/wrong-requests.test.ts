/** What ECS refuses, in its words where they are published; nothing changes. */
import { expect, test } from '@jest/globals'
import { healthy } from '../../../simulator/scenarios/healthy.js'
import { targetGroupArn } from '../../../simulator/scenarios/web-service.js'
import { Stage } from '../support/stage.js'

const web = { cluster: 'prod', service: 'web' }
const awsvpcConfiguration = { subnets: ['subnet-0a'] }
const create = {
  ...{ cluster: 'prod', serviceName: 'worker', taskDefinition: 'web', launchType: 'FARGATE' },
  networkConfiguration: { awsvpcConfiguration },
}
const strategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]
const daemon = {
  cluster: 'prod',
  serviceName: 'agent',
  taskDefinition: 'agent',
  schedulingStrategy: 'DAEMON',
}
const taskId = '0'.repeat(32)
const arn = 'arn:aws:ecs:eu-west-1:123456789012'

interface Row {
  readonly operation: string
  readonly input: object
  readonly message: string
}

const creations: readonly Omit<Row, 'operation'>[] = [
  {
    input: { ...create, networkConfiguration: undefined },
    message: "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
  },
  {
    input: { ...create, networkConfiguration: { awsvpcConfiguration: { subnets: [] } } },
    message: 'subnets can not be empty.',
  },
  {
    input: {
      ...create,
      networkConfiguration: { awsvpcConfiguration: { subnets: Array(17).fill('subnet-0a') } },
    },
    message: 'subnets can have at most 16 items.',
  },
  {
    input: { ...create, capacityProviderStrategy: strategy },
    message:
      'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
  },
  {
    input: { ...create, healthCheckGracePeriodSeconds: 60 },
    message: 'Health check grace period is only valid for services configured to use load balancers',
  },
  {
    input: { ...create, healthCheckGracePeriodSeconds: -1 },
    message: 'healthCheckGracePeriodSeconds must be between 0 and 2147483647.',
  },
  { input: { ...create, desiredCount: -1 }, message: 'desiredCount must not be negative.' },
  {
    input: { ...create, deploymentConfiguration: { minimumHealthyPercent: -1 } },
    message: 'minimumHealthyPercent must be between 0 and 100',
  },
  {
    input: { ...create, deploymentConfiguration: { maximumPercent: 99 } },
    message: 'maximumPercent must be at least 100',
  },
  {
    input: { ...create, deploymentConfiguration: { bakeTimeInMinutes: 1441 } },
    message: 'bakeTimeInMinutes must be between 0 and 1440',
  },
  {
    input: {
      ...create,
      serviceConnectConfiguration: { enabled: true, services: [{ portName: 'grpc' }] },
    },
    message: 'portName(grpc) does not refer to any named PortMapping in the container definitions',
  },
  {
    input: { ...create, taskDefinition: 'web:latest' },
    message: 'Invalid revision number. Number: latest',
  },
  { input: { ...create, serviceName: 'web' }, message: 'Creation of service was not idempotent.' },
  {
    input: { ...create, taskDefinition: 'agent', launchType: 'FARGATE', networkConfiguration: undefined },
    message: 'Task definition does not support launch_type FARGATE.',
  },
  {
    input: { ...create, taskDefinition: 'bare', enableExecuteCommand: true },
    message:
      "The service couldn't be created because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
  },
  {
    input: { ...daemon, launchType: 'FARGATE' },
    message: 'The daemon scheduling strategy is not supported with FARGATE.',
  },
  {
    input: { ...daemon, deploymentController: { type: 'EXTERNAL' } },
    message: 'The daemon scheduling strategy is not supported with EXTERNAL.',
  },
  {
    input: { ...daemon, capacityProviderStrategy: strategy },
    message:
      'Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy.',
  },
  {
    input: { ...daemon, placementStrategy: [{ type: 'spread', field: 'instanceId' }] },
    message:
      'The daemon scheduling strategy does not support placement strategies. Remove the placement strategy and try again',
  },
  {
    input: { ...daemon, launchType: 'EC2', platformVersion: '1.4.0' },
    message: 'The platform version must be null when specifying an EC2 launch type.',
  },
]

const others: readonly Row[] = [
  {
    operation: 'UpdateService',
    input: { ...web, desiredCount: -2 },
    message: 'desiredCount must not be negative.',
  },
  {
    operation: 'UpdateService',
    input: { ...web, loadBalancers: [], healthCheckGracePeriodSeconds: 30 },
    message: 'Health check grace period is only valid for services configured to use load balancers',
  },
  {
    operation: 'UpdateService',
    input: { ...web, networkConfiguration: { awsvpcConfiguration: { subnets: [] } } },
    message: 'subnets can not be empty.',
  },
  {
    operation: 'UpdateService',
    input: {
      ...web,
      taskDefinition: 'bare',
      enableExecuteCommand: true,
      loadBalancers: [],
    },
    message:
      "The service couldn't be updated because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
  },
  {
    operation: 'UpdateService',
    input: {
      ...web,
      deploymentConfiguration: { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 101 } },
    },
    message: 'canaryConfiguration.canaryPercent must be between 0.1 and 100',
  },
  {
    operation: 'UpdateService',
    input: { ...web, service: `${arn}:service/staging/web` },
    message: 'Invalid identifier: Identifier is for cluster staging. Your cluster is prod',
  },
  {
    operation: 'UpdateService',
    input: { ...web, cluster: 'arn:aws:ecs:us-east-1:123456789012:cluster/prod' },
    message: 'Invalid Region in ARN',
  },
  {
    operation: 'DescribeServices',
    input: { cluster: 'my cluster', services: ['web'] },
    message: 'Cluster must match ^[a-zA-Z0-9\\-_]{1,255}$, but was my cluster',
  },
  {
    operation: 'DescribeServices',
    input: { cluster: `${arn}:cluster/${arn}:cluster/prod`, services: ['web'] },
    message: 'Invalid identifier: Unexpected number of separators',
  },
  {
    operation: 'DescribeServices',
    input: { cluster: 'prod', services: [] },
    message: 'Services cannot be empty.',
  },
  {
    operation: 'DescribeServices',
    input: { cluster: 'prod', services: Array(11).fill('web') },
    message: 'Services cannot be longer than 10.',
  },
  {
    operation: 'DescribeTasks',
    input: { cluster: 'prod', tasks: [] },
    message: 'Tasks cannot be empty.',
  },
  {
    operation: 'DescribeTasks',
    input: { cluster: 'prod', tasks: ['None'] },
    message: 'taskId length should be one of [32,36]',
  },
  {
    operation: 'DescribeTasks',
    input: { cluster: 'prod', tasks: [`prod/${taskId}`] },
    message: 'Invalid identifier: Unexpected number of separators',
  },
  {
    operation: 'DescribeTasks',
    input: { cluster: 'prod', tasks: [`${arn}:task/staging/${taskId}`] },
    message: 'Invalid identifier: Identifier is for cluster staging. Your cluster is prod',
  },
  {
    operation: 'DescribeTasks',
    input: { cluster: 'prod', tasks: [`arn:aws:ecs:us-east-1:123456789012:task/prod/${taskId}`] },
    message: 'Invalid Region in ARN',
  },
  {
    operation: 'StopTask',
    input: { cluster: 'prod', task: 'web' },
    message: 'taskId length should be one of [32,36]',
  },
  {
    operation: 'StopTask',
    input: { cluster: 'prod', task: taskId },
    message: 'The referenced task was not found.',
  },
  {
    operation: 'RunTask',
    input: {
      ...{ cluster: 'prod', taskDefinition: 'web', launchType: 'FARGATE' },
      networkConfiguration: { awsvpcConfiguration },
      overrides: { containerOverrides: [{ name: 'proxy', command: ['true'] }] },
    },
    message: 'Override for container named proxy is not a container in the TaskDefinition.',
  },
  {
    operation: 'RunTask',
    input: { cluster: 'prod', taskDefinition: 'web', launchType: 'FARGATE' },
    message: "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
  },
  {
    operation: 'RunTask',
    input: { cluster: 'prod', taskDefinition: 'agent', count: 11 },
    message: 'count must be between 1 and 10.',
  },
]

const rows: readonly Row[] = [...creations.map(row => ({ operation: 'CreateService', ...row })), ...others]

function stageWithDefinitions(): Stage {
  const stage = Stage.of(healthy)
  const [container] = [{ name: 'app', image: 'nginx:1.27', memory: 64 }]
  stage.call('RegisterTaskDefinition', { family: 'agent', containerDefinitions: [container] })
  stage.call('RegisterTaskDefinition', {
    ...{ family: 'bare', networkMode: 'awsvpc', requiresCompatibilities: ['FARGATE'] },
    ...{ cpu: '256', memory: '512' },
    containerDefinitions: [container],
  })
  return stage
}

test.each(rows)('$operation: $message', ({ operation, input, message }) => {
  const stage = stageWithDefinitions()
  const state = () => [stage.service(), stage.call('ListServices', { cluster: 'prod' })]
  const before = state()

  expect(() => stage.call(operation, JSON.parse(JSON.stringify(input)))).toThrow(
    expect.objectContaining({ name: 'InvalidParameterException', message, httpStatus: 400 }),
  )
  expect(state()).toStrictEqual(before)
})

test('a service that still drains cannot be created again, until its last task has stopped', () => {
  const stage = stageWithDefinitions()
  stage.call('DeleteService', { ...web, force: true })
  const again = () => stage.call('CreateService', { ...create, serviceName: 'web' })

  expect(again).toThrow('Unable to Start a service that is still Draining.')
  stage.pass(600)
  expect(again().service.status).toBe('ACTIVE')
})

test('the same client token creates a service once, and another request with it is refused', () => {
  const stage = stageWithDefinitions()
  const request = { ...create, clientToken: 'one' }
  const { service } = stage.call('CreateService', request)

  expect(stage.call('CreateService', request).service.serviceArn).toBe(service.serviceArn)
  expect(stage.call('ListServices', { cluster: 'prod' }).serviceArns).toHaveLength(2)
  expect(() => stage.call('CreateService', { ...request, desiredCount: 2 })).toThrow(
    'Creation of service was not idempotent.',
  )
})

test.each([
  {
    name: 'a load balancer',
    more: { loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 5001 }] },
  },
  { name: 'none of them, for no seconds', more: { healthCheckGracePeriodSeconds: 0 } },
])('a grace period is accepted with $name', ({ more }) => {
  const input = { ...create, healthCheckGracePeriodSeconds: 60, ...more }
  expect(stageWithDefinitions().call('CreateService', input).service.status).toBe('ACTIVE')
})
