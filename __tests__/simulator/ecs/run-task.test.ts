import { beforeEach, describe, expect, test } from '@jest/globals'
import { AwsError } from '../../../simulator/aws-error.js'
import { type ResponseJson, Stage } from '../support/stage.js'

let stage: Stage

const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-0a'] } }
const onFargate = { launchType: 'FARGATE', networkConfiguration }

beforeEach(() => {
  stage = new Stage()
  stage.world.images.add('job:1', {
    exitsAfterSeconds: 20,
    exitCode: 0,
    logs: ['done'],
    commands: {
      'migrate --all': { exitsAfterSeconds: 30, exitCode: 3, logs: ['no such column'] },
    },
  })
  stage.world.images.add('router:1', { stopSeconds: 60 })
  stage.call('CreateCluster', {
    clusterName: 'prod',
    capacityProviders: ['FARGATE', 'FARGATE_SPOT', 'instances'],
  })
  register('job')
})

function register(family: string, members: object = {}): void {
  stage.call('RegisterTaskDefinition', {
    ...{
      family,
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE', 'EC2'],
      cpu: '256',
      memory: '512',
    },
    containerDefinitions: [{ name: 'job', image: 'job:1', essential: true }],
    ...members,
  })
}

function run(input: object = onFargate): ResponseJson {
  return stage.call('RunTask', { cluster: 'prod', taskDefinition: 'job', ...input })
}

function refusal(input: object): AwsError {
  try {
    run(input)
  } catch (error) {
    if (error instanceof AwsError) return error
    throw error
  }
  throw new Error('the request was not refused')
}

function stopped(taskArn: string): ResponseJson {
  const task = () => stage.call('DescribeTasks', { cluster: 'prod', tasks: [taskArn] }).tasks[0]
  stage.passUntil(() => task().lastStatus === 'STOPPED')
  return task()
}

describe('what a task does', () => {
  test('the command of an override decides, and what it sets is returned', () => {
    const overrides = {
      containerOverrides: [
        { name: 'job', command: ['migrate', '--all'], environment: [{ name: 'DRY', value: '1' }] },
      ],
    }
    const [{ taskArn }] = run({ ...onFargate, overrides }).tasks

    expect(stopped(taskArn)).toMatchObject({
      stopCode: 'EssentialContainerExited',
      containers: [{ exitCode: 3 }],
      overrides,
    })
    expect(stopped(run().tasks[0].taskArn).containers).toMatchObject([{ exitCode: 0 }])
  })

  test('another container is killed once the essential one has ended', () => {
    register('two', {
      containerDefinitions: [
        { name: 'job', image: 'job:1', essential: true },
        { name: 'router', image: 'router:1', essential: false },
      ],
    })
    const { containers } = stopped(run({ ...onFargate, taskDefinition: 'two' }).tasks[0].taskArn)

    expect(containers).toMatchObject([
      { name: 'job', exitCode: 0 },
      { name: 'router', exitCode: 137 },
    ])
  })

  test('a container that never ran has no exit code', () => {
    stage.world.images.openRepository('job')
    register('absent', { containerDefinitions: [{ name: 'job', image: 'absent/job:2', essential: true }] })
    const task = stopped(run({ ...onFargate, taskDefinition: 'absent' }).tasks[0].taskArn)

    expect(task.stopCode).toBe('TaskFailedToStart')
    expect(task.containers[0]).not.toHaveProperty('exitCode')
    expect(task.containers[0].reason).toContain('CannotPullContainerError')
  })
})

describe('where a task runs', () => {
  const spot = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]

  test('by default on EC2', () => {
    expect(run({ networkConfiguration }).tasks).toMatchObject([{ launchType: 'EC2' }])
    stage.world.capacity.hasContainerInstances = false
    expect(refusal({ networkConfiguration }).message).toBe(
      'No Container Instances were found in your cluster.',
    )
  })

  test.each([
    { name: 'its strategy', cluster: {}, input: { capacityProviderStrategy: spot } },
    { name: 'that of the cluster', cluster: { defaultCapacityProviderStrategy: spot }, input: {} },
  ])('$name decides', ({ cluster, input }) => {
    const capacityProviders = ['FARGATE', 'FARGATE_SPOT']
    stage.call('CreateCluster', { clusterName: 'other', capacityProviders, ...cluster })

    expect(run({ cluster: 'other', networkConfiguration, ...input }).tasks).toMatchObject([
      { launchType: 'FARGATE', capacityProviderName: 'FARGATE_SPOT' },
    ])
  })

  test('the base of a strategy comes before the weights', () => {
    const capacityProviderStrategy = [
      { capacityProvider: 'FARGATE_SPOT', weight: 4 },
      { capacityProvider: 'instances', base: 1, weight: 1 },
    ]
    expect(run({ networkConfiguration, capacityProviderStrategy }).tasks).toMatchObject([
      { launchType: 'EC2', capacityProviderName: 'instances' },
    ])
  })
})

describe('a request is refused', () => {
  test.each([
    {
      name: 'with a launch type and a strategy',
      input: { ...onFargate, capacityProviderStrategy: [{ capacityProvider: 'FARGATE' }] },
      says: 'Specifying both a launch type and capacity provider strategy is not supported.',
    },
    {
      name: 'with a provider that the cluster does not have',
      input: { networkConfiguration, capacityProviderStrategy: [{ capacityProvider: 'mine' }] },
      says: 'a capacity provider that is not associated with the cluster',
    },
    {
      name: 'without a network',
      input: { launchType: 'FARGATE' },
      says: "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    },
    {
      name: 'with a platform version on EC2',
      input: { ...onFargate, launchType: 'EC2', platformVersion: '1.4.0' },
      says: 'The platform version must be null',
    },
    {
      name: 'with tags of a service',
      input: { ...onFargate, propagateTags: 'SERVICE' },
      says: 'propagateTags SERVICE',
    },
    {
      name: 'with a long startedBy',
      input: { ...onFargate, startedBy: 'm'.repeat(129) },
      says: 'startedBy longer than 128.',
    },
    { name: 'with a long token', input: { ...onFargate, clientToken: 'x'.repeat(65) }, says: 'clientToken' },
    {
      name: 'with an override for an unknown container',
      input: { ...onFargate, overrides: { containerOverrides: [{ name: 'app' }] } },
      says: 'Override for container named app is not a container in the TaskDefinition.',
    },
    {
      name: 'with long overrides',
      input: {
        ...onFargate,
        overrides: { containerOverrides: [{ name: 'job', command: ['x'.repeat(8_200)] }] },
      },
      says: 'Container Overrides length must be at most 8192',
    },
    {
      name: 'with a volume that the task definition does not have',
      input: { ...onFargate, volumeConfigurations: [{ name: 'data' }] },
      says: 'Volume data is not configured at launch',
    },
  ])('$name', ({ input, says }) => {
    expect(refusal(input)).toMatchObject({ name: 'InvalidParameterException' })
    expect(refusal(input).message).toContain(says)
    expect(stage.world.tasks.size).toBe(0)
  })

  test('with a network that the network mode does not take', () => {
    register('bridged', {
      ...{ networkMode: 'bridge', requiresCompatibilities: ['EC2'] },
      containerDefinitions: [{ name: 'job', image: 'job:1', memory: 64 }],
    })
    expect(refusal({ taskDefinition: 'bridged', networkConfiguration }).message).toBe(
      'Network Configuration is not valid for the given networkMode of this task definition.',
    )
  })
})

describe('a task that cannot be placed', () => {
  test('is a failure of a request that succeeds', () => {
    stage.world.capacity.available = false
    expect(run()).toStrictEqual({
      tasks: [],
      failures: [{ reason: expect.stringContaining('Capacity is unavailable at this time') }],
    })
    expect(run({ networkConfiguration, count: 2 }).failures).toMatchObject([
      { reason: 'RESOURCE:MEMORY' },
      { reason: 'RESOURCE:MEMORY' },
    ])
  })

  test('does not keep the others from running', () => {
    stage.world.capacity.placementFailures = [{ reason: 'RESOURCE:ENI' }]
    const { failures, tasks } = run({ ...onFargate, count: 3 })
    expect([tasks.length, failures]).toStrictEqual([2, [{ reason: 'RESOURCE:ENI' }]])
  })
})

describe('a client token', () => {
  const withToken = { ...onFargate, clientToken: '1234-1-abc' }

  test('returns the same task, also once it has stopped', () => {
    const [{ taskArn }] = run(withToken).tasks
    expect(run(withToken).tasks).toMatchObject([{ taskArn }])
    stopped(taskArn)

    expect(run(withToken).tasks).toMatchObject([{ taskArn, lastStatus: 'STOPPED' }])
    expect(stage.world.tasks.size).toBe(1)
  })

  test('conflicts with other parameters, and names its tasks', () => {
    const [{ taskArn }] = run(withToken).tasks
    expect(refusal({ ...withToken, startedBy: 'me' })).toMatchObject({
      name: 'ConflictException',
      members: { resourceIds: [taskArn] },
    })
  })

  test('is another one in another cluster, and for a request that started nothing', () => {
    stage.call('CreateCluster', { clusterName: 'other' })
    run(withToken)
    run({ ...withToken, cluster: 'other' })
    expect(stage.world.tasks.size).toBe(2)
    stage.world.capacity.available = false
    const another = { ...withToken, clientToken: 'another' }
    expect(run(another).tasks).toStrictEqual([])
    stage.world.capacity.available = true
    expect(run(another).tasks).toHaveLength(1)
  })
})

test('a new task is found late', () => {
  stage = new Stage({ settings: { newTaskLagMs: 3_000 } })
  stage.world.images.setFallbackSoftware({})
  stage.call('CreateCluster', { clusterName: 'prod' })
  register('job')
  const [{ taskArn }] = run().tasks
  const find = () => stage.call('DescribeTasks', { cluster: 'prod', tasks: [taskArn] })

  expect(find()).toStrictEqual({ tasks: [], failures: [{ arn: taskArn, reason: 'MISSING' }] })
  stage.pass(3)
  expect(find().tasks).toHaveLength(1)
})

test('tags of the task definition are copied', () => {
  register('tagged', {
    tags: [
      { key: 'team', value: 'web' },
      { key: 'tier', value: '1' },
    ],
  })
  const tags = [{ key: 'tier', value: '2' }]
  expect(
    run({ ...onFargate, taskDefinition: 'tagged', propagateTags: 'TASK_DEFINITION', tags }).tasks[0].tags,
  ).toStrictEqual([
    { key: 'team', value: 'web' },
    { key: 'tier', value: '2' },
  ])
})
