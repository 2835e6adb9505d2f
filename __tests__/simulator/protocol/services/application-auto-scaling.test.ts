import {
  ApplicationAutoScalingClient,
  DeleteScalingPolicyCommand,
  DeregisterScalableTargetCommand,
  DescribeScalableTargetsCommand,
  type DescribeScalableTargetsCommandInput,
  DescribeScalingPoliciesCommand,
  DescribeScheduledActionsCommand,
  ListTagsForResourceCommand,
  PutScalingPolicyCommand,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openWorld } from '../../../../simulator/ecs/open-world.js'
import type { Fault } from '../../../../simulator/protocol/faults/fault.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { startServer } from '../../../../simulator/protocol/server.js'
import { healthy } from '../../../../simulator/scenarios/healthy.js'
import { openScenario } from '../../../../simulator/scenarios/open-scenario.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'
import { settingsFor } from '../../support/client-settings.js'

const nine = Date.UTC(2026, 0, 15, 9)

let server: SimulatorServer
let client: ApplicationAutoScalingClient

async function open(faults: Fault[] = []): Promise<void> {
  const clock = new VirtualClock(nine)
  const world = openWorld({ clock })
  world.scalableTargets.register({ resourceId: 'service/prod/web', min: 2, max: 10 }, world.now)
  world.scalableTargets.register(
    { resourceId: 'service/prod/api', min: 0, max: 4, suspended: { in: true } },
    world.now,
  )
  server = await startServer({ world, clock, validateResponses: true, faults })
  client = new ApplicationAutoScalingClient(settingsFor(server.url))
}

async function close(): Promise<void> {
  client.destroy()
  await server.close()
}

beforeEach(() => open())
afterEach(close)

const describe = (input: Partial<DescribeScalableTargetsCommandInput>) =>
  client.send(new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs', ...input }))

test('a target has its limits and its suspended activities', async () => {
  const { ScalableTargets } = await describe({ ResourceIds: ['service/prod/api', 'service/prod/absent'] })

  expect(ScalableTargets).toMatchObject([
    {
      ServiceNamespace: 'ecs',
      ResourceId: 'service/prod/api',
      ScalableDimension: 'ecs:service:DesiredCount',
      MinCapacity: 0,
      MaxCapacity: 4,
      CreationTime: new Date(nine),
      SuspendedState: {
        DynamicScalingInSuspended: true,
        DynamicScalingOutSuspended: false,
        ScheduledScalingSuspended: false,
      },
      ScalableTargetARN: expect.stringMatching(
        /^arn:aws:application-autoscaling:eu-west-1:123456789012:scalable-target\/[0-9a-f]{32}$/,
      ),
    },
  ])
  expect(server.requests).toMatchObject([
    { service: 'application-autoscaling', operation: 'DescribeScalableTargets', status: 200 },
  ])
})

test.each([
  { input: {}, ids: ['service/prod/web', 'service/prod/api'] },
  { input: { ServiceNamespace: 'dynamodb' }, ids: [] },
  {
    input: { ScalableDimension: 'ecs:service:DesiredCount', ResourceIds: ['service/prod/web'] },
    ids: ['service/prod/web'],
  },
  { input: { MaxResults: 1 }, ids: ['service/prod/web'] },
] as const)('$input finds $ids', async ({ input, ids }) => {
  const { ScalableTargets = [] } = await describe(input as object)

  expect(ScalableTargets.map(({ ResourceId }) => ResourceId)).toStrictEqual(ids)
})

test('the rest of the list follows its token', async () => {
  const { NextToken } = await describe({ MaxResults: 1 })

  expect((await describe({ NextToken })).ScalableTargets).toMatchObject([{ ResourceId: 'service/prod/api' }])
})

test.each([
  {
    name: 'no such namespace',
    input: { ServiceNamespace: 'ecs2' as 'ecs' },
    error: 'ValidationException',
    message:
      /^1 validation error detected: Value 'ecs2' at 'serviceNamespace' failed to satisfy constraint: /,
  },
  {
    name: 'a dimension of no resource',
    input: { ScalableDimension: 'ecs:service:DesiredCount' },
    error: 'ValidationException',
    message: /without a resource id/,
  },
  {
    name: 'an invalid token',
    input: { NextToken: 'x' },
    error: 'InvalidNextTokenException',
    message: /token/,
  },
] as const)('$name is refused with $error', async ({ input, error, message }) => {
  await expect(describe(input)).rejects.toMatchObject({
    name: error,
    message: expect.stringMatching(message),
  })
})

const web = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/prod/web',
  ScalableDimension: 'ecs:service:DesiredCount',
} as const
const tracking = {
  TargetValue: 60.5,
  PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
} as const

test('a service is registered, changed, tagged and deregistered', async () => {
  const opened = await openScenario(healthy, { clock: new VirtualClock(nine), validateResponses: true })
  const scaling = new ApplicationAutoScalingClient(settingsFor(opened.server.url))
  try {
    const Tags = { team: 'web' }
    const { ScalableTargetARN: ResourceARN = '' } = await scaling.send(
      new RegisterScalableTargetCommand({ ...web, MinCapacity: 1, MaxCapacity: 5, Tags }),
    )
    await scaling.send(
      new RegisterScalableTargetCommand({
        ...web,
        MaxCapacity: 8,
        SuspendedState: { DynamicScalingInSuspended: true },
      }),
    )
    const all = () => scaling.send(new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs' }))
    expect((await all()).ScalableTargets).toMatchObject([
      { MinCapacity: 1, MaxCapacity: 8, SuspendedState: { DynamicScalingInSuspended: true } },
    ])
    const listed = await scaling.send(new ListTagsForResourceCommand({ ResourceARN }))
    expect(listed.Tags).toStrictEqual(Tags)

    const { PolicyARN } = await scaling.send(
      new PutScalingPolicyCommand({
        ...web,
        PolicyName: 'cpu',
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingScalingPolicyConfiguration: tracking,
      }),
    )
    const described = await scaling.send(new DescribeScalingPoliciesCommand({ ServiceNamespace: 'ecs' }))
    expect(described.ScalingPolicies).toMatchObject([
      { PolicyARN, PolicyName: 'cpu', TargetTrackingScalingPolicyConfiguration: tracking },
    ])

    await scaling.send(new DeleteScalingPolicyCommand({ ...web, PolicyName: 'cpu' }))
    await scaling.send(new DeregisterScalableTargetCommand(web))
    expect((await all()).ScalableTargets).toStrictEqual([])
  } finally {
    scaling.destroy()
    await opened.server.close()
  }
})

test.each([
  {
    name: 'a service that is not there',
    command: () => new RegisterScalableTargetCommand({ ...web, MinCapacity: 1, MaxCapacity: 2 }),
    error: 'ValidationException',
    message: "ECS service doesn't exist: service/prod/web",
  },
  {
    name: 'a minimum above the maximum',
    command: () => new RegisterScalableTargetCommand({ ...web, MinCapacity: 3, MaxCapacity: 2 }),
    error: 'ValidationException',
    message: 'Maximum capacity cannot be less than minimum capacity',
  },
  {
    name: 'a new target without capacities',
    command: () => new RegisterScalableTargetCommand({ ...web, ResourceId: 'service/prod/new' }),
    error: 'ValidationException',
    message: 'MinCapacity and MaxCapacity are required to register a new scalable target.',
  },
  {
    name: 'a table',
    command: () =>
      new RegisterScalableTargetCommand({
        ServiceNamespace: 'dynamodb',
        ResourceId: 'table/orders',
        ScalableDimension: 'dynamodb:table:ReadCapacityUnits',
      }),
    error: 'ValidationException',
    message: 'This simulator scales ecs only, not dynamodb.',
  },
  {
    name: 'a target that was never registered',
    command: () => new DeregisterScalableTargetCommand({ ...web, ResourceId: 'service/prod/absent' }),
    error: 'ObjectNotFoundException',
    message:
      'No scalable target found for service namespace: ecs, resource ID: service/prod/absent, scalable dimension: ecs:service:DesiredCount',
  },
  {
    name: 'a policy without its configuration',
    command: () =>
      new PutScalingPolicyCommand({ ...web, PolicyName: 'cpu', PolicyType: 'TargetTrackingScaling' }),
    error: 'ValidationException',
    message:
      'TargetTrackingScalingPolicyConfiguration is required for the policy type TargetTrackingScaling.',
  },
  {
    name: 'an operation that is not here',
    command: () => new DescribeScheduledActionsCommand({ ServiceNamespace: 'ecs' }),
    error: 'UnknownOperationException',
    message: expect.stringContaining(
      'DescribeScheduledActions is not among the operations of application-autoscaling',
    ),
  },
])('$name is refused', async ({ command, error, message }) => {
  // biome-ignore lint/suspicious/noExplicitAny: commands of several types
  await expect(client.send(command() as any)).rejects.toMatchObject({ name: error, message })
})

test('a denial names action and resource', async () => {
  await close()
  await open([{ kind: 'access-denied' }])

  await expect(describe({})).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(
      'application-autoscaling:DescribeScalableTargets on resource: ' +
        'arn:aws:application-autoscaling:eu-west-1:123456789012:scalable-target/*',
    ),
  })
})
