/** Elastic Load Balancing as the SDK sees it, over the tasks of a deployment that goes wrong. */
import {
  DescribeRulesCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { World } from '../../../../simulator/ecs/world.js'
import type { Fault } from '../../../../simulator/protocol/faults/fault.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { openScenario } from '../../../../simulator/scenarios/open-scenario.js'
import { portMismatch } from '../../../../simulator/scenarios/port-mismatch.js'
import {
  call,
  cluster,
  commit,
  register,
  targetGroupArn,
} from '../../../../simulator/scenarios/web-service.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'
import { settingsFor } from '../../support/client-settings.js'

let server: SimulatorServer
let client: ElasticLoadBalancingV2Client
let clock: VirtualClock
let world: World

async function open(faults: Fault[] = []): Promise<void> {
  clock = new VirtualClock(Date.UTC(2026, 0, 15, 9))
  const opened = await openScenario({ ...portMismatch, faults }, { clock, validateResponses: true })
  world = opened.world
  server = opened.server
  client = new ElasticLoadBalancingV2Client(settingsFor(server.url))
}

async function close(): Promise<void> {
  client.destroy()
  await server.close()
}

beforeEach(() => open())
afterEach(close)

async function healthOf(...targets: { Id: string; Port?: number }[]) {
  const { TargetHealthDescriptions = [] } = await client.send(
    new DescribeTargetHealthCommand({
      TargetGroupArn: targetGroupArn,
      ...(targets.length > 0 && { Targets: targets }),
    }),
  )
  return TargetHealthDescriptions
}

async function reasons() {
  return (await healthOf()).map(({ TargetHealth = {} }) =>
    [TargetHealth.State, TargetHealth.Reason].filter(Boolean).join(' '),
  )
}

/** Lets time pass until a target is in that state. */
async function wait(state: string): Promise<string[]> {
  for (let seconds = 0; seconds < 300; seconds += 1) {
    const now = await reasons()
    if (now.includes(state)) return now
    clock.advance(1_000)
  }
  throw new Error(`no target ever was ${state}`)
}

test('a target group has its traffic port and its health check', async () => {
  const { TargetGroups } = await client.send(new DescribeTargetGroupsCommand({ Names: ['web-prod'] }))

  expect(TargetGroups).toMatchObject([
    {
      TargetGroupArn: targetGroupArn,
      TargetGroupName: 'web-prod',
      Protocol: 'HTTP',
      Port: 5001,
      TargetType: 'ip',
      HealthCheckProtocol: 'HTTP',
      HealthCheckPort: 'traffic-port',
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 30,
      HealthCheckTimeoutSeconds: 6,
      HealthyThresholdCount: 2,
      UnhealthyThresholdCount: 2,
      Matcher: { HttpCode: '200' },
    },
  ])
  expect(server.requests).toMatchObject([
    { service: 'elasticloadbalancing', operation: 'DescribeTargetGroups', status: 200 },
  ])
})

test('a group of a network load balancer has neither path nor matcher', async () => {
  const arn = targetGroupArn.replace('web-prod', 'tcp')
  world.targetGroups.add({ arn, protocol: 'TCP', trafficProtocol: 'TCP', port: 5001 })
  const { TargetGroups } = await client.send(new DescribeTargetGroupsCommand({ TargetGroupArns: [arn] }))

  expect(TargetGroups).toMatchObject([
    { Protocol: 'TCP', HealthCheckProtocol: 'TCP', HealthCheckPort: '5001' },
  ])
  expect(TargetGroups?.[0]).not.toHaveProperty('HealthCheckPath')
  expect(TargetGroups?.[0]).not.toHaveProperty('Matcher')
})

test('target groups come in pages, and by load balancer', async () => {
  world.targetGroups.add({ arn: targetGroupArn.replace('web-prod', 'other') })
  const first = await client.send(new DescribeTargetGroupsCommand({ PageSize: 1 }))
  const second = await client.send(new DescribeTargetGroupsCommand({ Marker: first.NextMarker, PageSize: 1 }))
  const LoadBalancerArn = second.TargetGroups?.[0]?.LoadBalancerArns?.[0]
  const third = await client.send(new DescribeTargetGroupsCommand({ LoadBalancerArn }))

  const names = [first, second, third].map(({ TargetGroups }) =>
    TargetGroups?.map(group => group.TargetGroupName),
  )
  expect(names).toStrictEqual([['web-prod'], ['other'], ['other']])
  expect(second.NextMarker).toBeUndefined()
})

test('the deregistration delay is an attribute', async () => {
  const { Attributes } = await client.send(
    new DescribeTargetGroupAttributesCommand({ TargetGroupArn: targetGroupArn }),
  )

  expect(Attributes).toContainEqual({ Key: 'deregistration_delay.timeout_seconds', Value: '30' })
})

test('targets are the tasks, from their registration to the end of their draining', async () => {
  expect(await reasons()).toStrictEqual(['healthy', 'healthy'])
  register(world, commit)
  call(world, 'UpdateService', { cluster, service: 'web', taskDefinition: 'web' })

  expect(await wait('initial Elb.RegistrationInProgress')).toContain('healthy')
  await wait('initial Elb.InitialHealthChecking')
  await wait('unhealthy Target.ResponseCodeMismatch')
  const [sick] = (await healthOf()).filter(({ TargetHealth }) => TargetHealth?.State === 'unhealthy')
  expect(sick).toMatchObject({
    Target: { Port: 5001, Id: expect.stringMatching(/^10\.0\.\d+\.\d+$/) },
    HealthCheckPort: '5001',
    TargetHealth: { Description: 'Health checks failed with these codes: [404]' },
  })
  await wait('draining Target.DeregistrationInProgress')
  clock.advance(60_000)
  const Id = sick?.Target?.Id ?? ''
  expect(await healthOf({ Id, Port: 5001 }, { Id: '10.9.9.9' })).toMatchObject([
    { Target: { Id }, TargetHealth: { State: 'unused', Reason: 'Target.NotRegistered' } },
    { Target: { Id: '10.9.9.9', Port: 5001 }, TargetHealth: { State: 'unused' } },
  ])
})

test('a target without a listening process fails without a code', async () => {
  world.images.add(`123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:${commit}`, { listens: {} })
  register(world, commit)
  call(world, 'UpdateService', { cluster, service: 'web', taskDefinition: 'web' })

  await wait('unhealthy Target.FailedHealthChecks')
})

const absent = targetGroupArn.replace('web-prod', 'absent')

test.each([
  {
    name: 'a missing group',
    command: () => new DescribeTargetGroupsCommand({ TargetGroupArns: [absent] }),
    error: 'TargetGroupNotFoundException',
    message: 'One or more target groups not found',
  },
  {
    name: 'the health of a missing group',
    command: () => new DescribeTargetHealthCommand({ TargetGroupArn: absent }),
    error: 'TargetGroupNotFoundException',
    message: `Target groups '${absent}' not found`,
  },
  {
    name: 'an invalid ARN',
    command: () => new DescribeTargetHealthCommand({ TargetGroupArn: 'web-prod' }),
    error: 'ValidationError',
    message: "'web-prod' is not a valid target group ARN",
  },
  {
    name: 'names and ARNs together',
    command: () => new DescribeTargetGroupsCommand({ Names: ['a'], TargetGroupArns: [absent] }),
    error: 'ValidationError',
    message: 'Load balancer ARN, target group ARNs and target group names exclude each other',
  },
  {
    name: 'a missing load balancer',
    command: () => new DescribeTargetGroupsCommand({ LoadBalancerArn: absent }),
    error: 'LoadBalancerNotFoundException',
    message: `Load balancer '${absent}' not found`,
  },
  {
    name: 'an operation that is not here',
    command: () => new DescribeRulesCommand({}),
    error: 'InvalidAction',
    message: expect.stringContaining('DescribeRules is not among the operations of elasticloadbalancing'),
  },
])('$name is refused with $error', async ({ command, error, message }) => {
  // biome-ignore lint/suspicious/noExplicitAny: commands of several types
  await expect(client.send(command() as any)).rejects.toMatchObject({ name: error, message })
})

test.each([
  {
    kind: 'access-denied',
    error: {
      name: 'AccessDenied',
      message: expect.stringContaining('elasticloadbalancing:DescribeTargetHealth'),
    },
  },
  { kind: 'throttling', error: { name: 'Throttling', message: 'Rate exceeded' } },
  { kind: 'expired-credentials', error: { name: 'ExpiredToken' } },
] as const)('$kind is told in the words of the Query protocol', async ({ kind, error }) => {
  await close()
  await open([
    kind === 'throttling' ? { kind, buckets: { 'target-group': { burst: 0, perSecond: 0 } } } : { kind },
  ])

  await expect(healthOf()).rejects.toMatchObject(error)
})
