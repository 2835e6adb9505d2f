/** A client gets the resources of the region that it signs for (docs/adr/0058). */
import {
  ApplicationAutoScalingClient,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling'
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DescribeLogGroupsCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { DescribeImagesCommand, ECRClient } from '@aws-sdk/client-ecr'
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  ListTagsForResourceCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  StopServiceDeploymentCommand,
  TagResourceCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import {
  CreateTargetGroupCommand,
  DescribeTargetGroupsCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { World } from '../../../simulator/ecs/world.js'
import type { SimulatorServer } from '../../../simulator/protocol/http-server.js'
import { healthy } from '../../../simulator/scenarios/healthy.js'
import { openScenario } from '../../../simulator/scenarios/open-scenario.js'
import { imageOf, releases } from '../../../simulator/scenarios/web-service.js'
import { VirtualClock } from '../../../simulator/time/virtual-clock.js'
import { settingsFor } from '../support/client-settings.js'

let server: SimulatorServer
let world: World
const clock = new VirtualClock()

beforeAll(async () => {
  const opened = await openScenario(healthy, { clock, validateResponses: true })
  ;({ server, world } = opened)
})

afterAll(() => server.close())

const there = 'us-east-1'
const ecs = (region: string) => new ECSClient({ ...settingsFor(server.url), region })

test('a region begins empty, and its ARNs are its own', async () => {
  const client = ecs('ap-southeast-2')
  await expect(
    client.send(new DescribeServicesCommand({ cluster: 'prod', services: ['web'] })),
  ).rejects.toThrow('Cluster not found.')
  const { cluster } = await client.send(new CreateClusterCommand({ clusterName: 'prod' }))
  expect(cluster?.clusterArn).toBe('arn:aws:ecs:ap-southeast-2:123456789012:cluster/prod')
  const { services } = await ecs('eu-west-1').send(
    new DescribeServicesCommand({ cluster: 'prod', services: ['web'] }),
  )
  expect(services?.[0]?.serviceArn).toBe('arn:aws:ecs:eu-west-1:123456789012:service/prod/web')
})

test('a service of the same name in another region is another one, with images of all regions', async () => {
  const client = ecs(there)
  await client.send(new CreateClusterCommand({ clusterName: 'prod' }))
  await client.send(
    new RegisterTaskDefinitionCommand({
      ...{ family: 'web', networkMode: 'awsvpc', requiresCompatibilities: ['FARGATE'], cpu: '256' },
      ...{ memory: '512', executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole' },
      containerDefinitions: [{ name: 'app', image: imageOf(releases[6].tag) }],
    }),
  )
  const { service } = await client.send(
    new CreateServiceCommand({
      ...{
        cluster: 'prod',
        serviceName: 'web',
        taskDefinition: 'web',
        desiredCount: 1,
        launchType: 'FARGATE',
      },
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } },
    }),
  )
  expect(service?.taskDefinition).toBe(`arn:aws:ecs:${there}:123456789012:task-definition/web:1`)
  clock.advance(600_000)

  const { services } = await client.send(new DescribeServicesCommand({ cluster: 'prod', services: ['web'] }))
  expect(services).toMatchObject([{ runningCount: 1, deployments: [{ rolloutState: 'COMPLETED' }] }])
  const { taskArns: tasks = [] } = await client.send(new ListTasksCommand({ cluster: 'prod' }))
  const described = await client.send(new DescribeTasksCommand({ cluster: 'prod', tasks }))
  expect(described.tasks?.[0]?.availabilityZone).toMatch(/^us-east-1[a-c]$/)
  const here = new DescribeTaskDefinitionCommand({ taskDefinition: 'web' })
  expect((await ecs('eu-west-1').send(here)).taskDefinition?.revision).toBe(7)
})

const foreign = (resource: string) => `arn:aws:ecs:eu-west-1:123456789012:${resource}`
const deployment = foreign('service-deployment/prod/web/abcdefghijklmnopqrstu')
const revision = foreign('service-revision/prod/web/1234567890123456789')
const service = foreign('service/prod/web')

test.each([
  {
    name: 'DescribeServices',
    call: new DescribeServicesCommand({ cluster: foreign('cluster/prod'), services: ['web'] }),
  },
  { name: 'DescribeServices', call: new DescribeServicesCommand({ cluster: 'prod', services: [service] }) },
  {
    name: 'DescribeTaskDefinition',
    call: new DescribeTaskDefinitionCommand({ taskDefinition: foreign('task-definition/web:7') }),
  },
  { name: 'UpdateService', call: new UpdateServiceCommand({ cluster: 'prod', service }) },
  {
    name: 'RunTask',
    call: new RunTaskCommand({ cluster: 'prod', taskDefinition: foreign('task-definition/web:7') }),
  },
  {
    name: 'DescribeTasks',
    call: new DescribeTasksCommand({ cluster: 'prod', tasks: [foreign(`task/prod/${'0'.repeat(32)}`)] }),
  },
  { name: 'ListTagsForResource', call: new ListTagsForResourceCommand({ resourceArn: service }) },
  {
    name: 'TagResource',
    call: new TagResourceCommand({ resourceArn: service, tags: [{ key: 'a', value: 'b' }] }),
  },
  { name: 'ListServiceDeployments', call: new ListServiceDeploymentsCommand({ cluster: 'prod', service }) },
  {
    name: 'DescribeServiceDeployments',
    call: new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [deployment] }),
  },
  {
    name: 'DescribeServiceRevisions',
    call: new DescribeServiceRevisionsCommand({ serviceRevisionArns: [revision] }),
  },
  {
    name: 'StopServiceDeployment',
    call: new StopServiceDeploymentCommand({ serviceDeploymentArn: deployment }),
  },
])('$name refuses an ARN of another region', async ({ call }) => {
  await expect(ecs(there).send(call as DescribeServicesCommand)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Invalid Region in ARN',
  })
})

test('target groups, log groups and scalable targets have the region of their client', async () => {
  const settings = { ...settingsFor(server.url), region: there }
  const balancing = new ElasticLoadBalancingV2Client(settings)
  const made = await balancing.send(
    new CreateTargetGroupCommand({
      Name: 'api',
      Protocol: 'HTTP',
      Port: 80,
      VpcId: 'vpc-0a',
      TargetType: 'ip',
    }),
  )
  expect(made.TargetGroups?.[0]?.TargetGroupArn).toContain(`:${there}:`)
  expect((await balancing.send(new DescribeTargetGroupsCommand({}))).TargetGroups).toHaveLength(1)

  const logs = new CloudWatchLogsClient(settings)
  await logs.send(new CreateLogGroupCommand({ logGroupName: '/ecs/api' }))
  const { logGroups } = await logs.send(new DescribeLogGroupsCommand({}))
  expect(logGroups).toMatchObject([{ arn: `arn:aws:logs:${there}:123456789012:log-group:/ecs/api:*` }])

  const { ScalableTargetARN } = await new ApplicationAutoScalingClient(settings).send(
    new RegisterScalableTargetCommand({
      ...{ ServiceNamespace: 'ecs', ResourceId: 'service/prod/web', MinCapacity: 1, MaxCapacity: 3 },
      ScalableDimension: 'ecs:service:DesiredCount',
    }),
  )
  expect(ScalableTargetARN).toContain(`:${there}:`)
  expect(world.scalableTargets.all()).toStrictEqual([])
})

test('a repository is in the region of its registry', async () => {
  const describe = new DescribeImagesCommand({ repositoryName: 'web' })
  const images = (region: string) => new ECRClient({ ...settingsFor(server.url), region }).send(describe)
  expect((await images('eu-west-1')).imageDetails).not.toHaveLength(0)
  await expect(images(there)).rejects.toThrow("The repository with name 'web' does not exist")
})

test('what is signed for no region, or for none that could be, gets the region of the world', async () => {
  const request = (authorization: Record<string, string>) =>
    fetch(server.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'AmazonEC2ContainerServiceV20141113.ListClusters', ...authorization },
      body: '{}',
    }).then(response => response.json())
  const clusterArns = [`arn:aws:ecs:eu-west-1:123456789012:cluster/prod`]
  expect(await request({})).toStrictEqual({ clusterArns })
  const odd = 'AWS4-HMAC-SHA256 Credential=AKIA/20260115/nowhere/ecs/aws4_request'
  expect(await request({ authorization: odd })).toStrictEqual({ clusterArns })
})
