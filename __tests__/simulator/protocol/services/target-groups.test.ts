/** Target groups that clients create, as Terraform and scripts do. */
import {
  AddTagsCommand,
  CreateTargetGroupCommand,
  DeleteTargetGroupCommand,
  DescribeTagsCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  ElasticLoadBalancingV2Client,
  ModifyTargetGroupAttributesCommand,
  ModifyTargetGroupCommand,
  RemoveTagsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { healthy } from '../../../../simulator/scenarios/healthy.js'
import { openScenario } from '../../../../simulator/scenarios/open-scenario.js'
import { targetGroupArn } from '../../../../simulator/scenarios/web-service.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'
import { settingsFor } from '../../support/client-settings.js'

let server: SimulatorServer
let client: ElasticLoadBalancingV2Client

beforeEach(async () => {
  const opened = await openScenario(healthy, { clock: new VirtualClock(), validateResponses: true })
  server = opened.server
  client = new ElasticLoadBalancingV2Client(settingsFor(server.url))
})

afterEach(async () => {
  client.destroy()
  await server.close()
})

const api = { Name: 'api', Protocol: 'HTTP', Port: 8080, VpcId: 'vpc-0a', TargetType: 'ip' } as const

async function create(more: object = {}): Promise<string> {
  const { TargetGroups = [] } = await client.send(new CreateTargetGroupCommand({ ...api, ...more }))
  return TargetGroups[0]?.TargetGroupArn ?? ''
}

async function described(TargetGroupArn: string) {
  const { TargetGroups = [] } = await client.send(
    new DescribeTargetGroupsCommand({ TargetGroupArns: [TargetGroupArn] }),
  )
  return TargetGroups[0]
}

test('a group has the defaults of its protocol, and is the same when it is created again', async () => {
  const TargetGroupArn = await create({ HealthCheckPath: '/health', Tags: [{ Key: 'team', Value: 'api' }] })

  expect(await described(TargetGroupArn)).toMatchObject({
    ...{ TargetGroupName: 'api', Protocol: 'HTTP', Port: 8080, VpcId: 'vpc-0a', TargetType: 'ip' },
    ...{ HealthCheckPath: '/health', HealthCheckIntervalSeconds: 30, HealthCheckTimeoutSeconds: 5 },
    Matcher: { HttpCode: '200' },
  })
  expect(await create({ HealthCheckPath: '/health' })).toBe(TargetGroupArn)
  await expect(create()).rejects.toMatchObject({
    name: 'DuplicateTargetGroupNameException',
    message: "A target group with the same name 'api' exists, but with different settings",
  })
})

test('settings, attributes and tags are changed, and the group is deleted', async () => {
  const TargetGroupArn = await create()
  const key = 'deregistration_delay.timeout_seconds'
  await client.send(
    new ModifyTargetGroupCommand({
      TargetGroupArn,
      HealthCheckPath: '/up',
      Matcher: { HttpCode: '200-299' },
    }),
  )
  await client.send(
    new ModifyTargetGroupAttributesCommand({
      TargetGroupArn,
      Attributes: [
        { Key: key, Value: '5' },
        { Key: 'slow_start.duration_seconds', Value: '30' },
      ],
    }),
  )
  const ResourceArns = [TargetGroupArn]
  const Tags = [
    { Key: 'team', Value: 'api' },
    { Key: 'stage', Value: 'prod' },
  ]
  await client.send(new AddTagsCommand({ ResourceArns, Tags }))
  await client.send(new RemoveTagsCommand({ ResourceArns, TagKeys: ['team'] }))

  expect(await described(TargetGroupArn)).toMatchObject({
    HealthCheckPath: '/up',
    Matcher: { HttpCode: '200-299' },
  })
  const { Attributes } = await client.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn }))
  expect(Attributes).toContainEqual({ Key: key, Value: '5' })
  expect(Attributes).toContainEqual({ Key: 'slow_start.duration_seconds', Value: '30' })
  const { TagDescriptions } = await client.send(new DescribeTagsCommand({ ResourceArns }))
  expect(TagDescriptions).toMatchObject([{ Tags: [{ Key: 'stage', Value: 'prod' }] }])
  await client.send(new DeleteTargetGroupCommand({ TargetGroupArn }))
  await expect(described(TargetGroupArn)).rejects.toMatchObject({ name: 'TargetGroupNotFoundException' })
})

test.each([
  { input: { Name: '-api' }, message: "Target group name '-api' must have" },
  { input: { Protocol: 'GENEVE' }, message: "Protocol 'GENEVE' must be one of HTTP, HTTPS, TCP, TLS" },
  { input: { TargetType: 'lambda' }, message: "no targets of the type 'lambda'" },
  { input: { Port: undefined }, message: 'A port must be specified' },
  { input: { VpcId: undefined }, message: 'A VPC ID must be specified' },
  { input: { HealthCheckIntervalSeconds: 301 }, message: 'must be between 5 and 300' },
  {
    input: { HealthCheckTimeoutSeconds: 30 },
    message: 'Health check interval must be greater than the timeout.',
  },
  { input: { HealthCheckPath: 'health' }, message: "must begin with a '/' character" },
])('CreateTargetGroup refuses: $message', async ({ input, message }) => {
  await expect(create(input)).rejects.toMatchObject({
    name: 'ValidationError',
    message: expect.stringContaining(message),
  })
})

test('a group that a service uses is kept', async () => {
  await expect(
    client.send(new DeleteTargetGroupCommand({ TargetGroupArn: targetGroupArn })),
  ).rejects.toMatchObject({ name: 'ResourceInUseException' })
})
