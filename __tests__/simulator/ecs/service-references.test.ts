/** What ECS refuses because service and task definition do not fit, or because the service is not here. */
import { expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { imageOf, taskDefinition } from '../../../simulator/scenarios/web-service.js'
import { webOf } from '../../support/web-stories.js'
import { Stage } from '../support/stage.js'

const arn = 'arn:aws:ecs:eu-west-1:123456789012'
const web = { cluster: 'prod', service: 'web' }
const invalid = 'InvalidParameterException'

/** web:8 names its port; web:9 does not, and has a volume. */
function openStage(): Stage {
  const stage = Stage.of(scenarios.healthy as Scenario)
  const portMappings = [{ containerPort: 5001, name: 'http' }]
  stage.call('RegisterTaskDefinition', taskDefinition(imageOf('1f3c9e0'), { portMappings }))
  const mountPoints = [{ sourceVolume: 'data', containerPath: '/data' }]
  const volumes = [{ name: 'data', configuredAtLaunch: true }]
  stage.call('RegisterTaskDefinition', { ...taskDefinition(imageOf('1f3c9e0'), { mountPoints }), volumes })
  return stage
}

const connected = (portName: string, enabled = true) => ({
  serviceConnectConfiguration: { enabled, services: [{ portName }] },
})
const latticeOf = (portName: string) => ({
  vpcLatticeConfigurations: [
    { roleArn: 'arn:aws:iam::123456789012:role/lattice', targetGroupArn: 'x', portName },
  ],
})
const registryOf = (containerName: string, containerPort: number) => ({
  serviceRegistries: [
    {
      registryArn: 'arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-1',
      containerName,
      containerPort,
    },
  ],
})
const volumeOf = (name: string) => ({ volumeConfigurations: [{ name }] })
const unnamed = 'portName(http) does not refer to any named PortMapping in the container definitions'
const noVolume =
  'Volume configuration provided but no matching configuredAtLaunch volume found in task definition.'

test.each([
  {
    name: 'a port that has the name',
    input: { taskDefinition: 'web:8', ...connected('http') },
    message: undefined,
  },
  {
    name: 'a port of Service Connect',
    input: { taskDefinition: 'web:7', ...connected('http') },
    message: unnamed,
  },
  {
    name: 'a port, Service Connect being off',
    input: { taskDefinition: 'web:7', ...connected('http', false) },
    message: undefined,
  },
  {
    name: 'a port of VPC Lattice',
    input: { taskDefinition: 'web:7', ...latticeOf('http') },
    message: unnamed,
  },
  { name: 'a registered port', input: registryOf('app', 5001), message: undefined },
  {
    name: 'another port',
    input: registryOf('app', 80),
    message: 'The container app did not have a container port 80 defined.',
  },
  {
    name: 'another container',
    input: registryOf('api', 5001),
    message: 'The container api does not exist in the task definition.',
  },
  { name: 'a volume', input: { taskDefinition: 'web:9', ...volumeOf('data') }, message: undefined },
  {
    name: 'a volume that nobody configures',
    input: { taskDefinition: 'web:9' },
    message: 'No volume configuration provided for the configuredAtLaunch volume data.',
  },
  {
    name: 'a volume that nobody has',
    input: { taskDefinition: 'web:8', ...volumeOf('data') },
    message: noVolume,
  },
])('UpdateService with $name: $message', ({ input, message }) => {
  const stage = openStage()
  const update = () => stage.call('UpdateService', { ...web, ...input })
  if (message === undefined) expect(update()).toHaveProperty('service.deployments.1')
  else expect(update).toThrow(expect.objectContaining({ name: invalid, message }))
})

test('a name that the service keeps counts for the next task definition as well', () => {
  const stage = openStage()
  stage.call('UpdateService', { ...web, taskDefinition: 'web:8', ...connected('http') })
  const next = { ...web, taskDefinition: 'web:7' }
  expect(() => stage.call('UpdateService', next)).toThrow(unnamed)
})

test.each([
  {
    input: { cluster: `${arn}:cluster/prod`.replace('eu-west-1', 'us-east-1'), service: 'web' },
    name: invalid,
    message: 'Invalid Region in ARN',
  },
  {
    input: { ...web, service: `${arn}:service/prod/web`.replace('eu-west-1', 'us-east-1') },
    name: invalid,
    message: 'Invalid Region in ARN',
  },
  {
    input: { ...web, taskDefinition: `${arn}:task-definition/web:7`.replace('eu-west-1', 'us-east-1') },
    name: invalid,
    message: 'Invalid Region in ARN',
  },
  {
    input: { ...web, service: `${arn}:service/test/web` },
    name: invalid,
    message: 'Invalid identifier: Identifier is for cluster test. Your cluster is prod',
  },
  {
    input: { cluster: `${arn}:cluster/prod`.replace('123456789012', '210987654321'), service: 'web' },
    name: 'ClusterNotFoundException',
    message: 'Cluster not found.',
  },
  {
    input: { ...web, service: `${arn}:service/prod/web`.replace('123456789012', '210987654321') },
    name: 'ServiceNotFoundException',
    message: 'Service not found.',
  },
])('UpdateService of $input: $message', ({ input, ...error }) => {
  expect(() => openStage().call('UpdateService', input)).toThrow(expect.objectContaining(error))
})

test('an Express service keeps its deployment configuration and its load balancers', () => {
  const stage = openStage()
  webOf(stage.world).resourceManagementType = 'ECS'
  const { service } = stage.call('UpdateService', { ...web, desiredCount: 3 })
  expect([service.resourceManagementType, service.taskDefinition]).toStrictEqual(['ECS', undefined])
  for (const [member, value] of [
    ['deploymentConfiguration', { maximumPercent: 150 }],
    ['loadBalancers', []],
  ] as const) {
    expect(() => stage.call('UpdateService', { ...web, [member]: value })).toThrow(
      expect.objectContaining({ name: invalid, message: expect.stringContaining(member) }),
    )
  }
  const listed = (resourceManagementType: string) =>
    stage.call('ListServices', { cluster: 'prod', resourceManagementType }).serviceArns
  expect([listed('ECS'), listed('CUSTOMER')]).toStrictEqual([[`${arn}:service/prod/web`], []])
})
