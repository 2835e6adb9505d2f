import { expect, test } from '@jest/globals'
import { healthy } from '../../../simulator/scenarios/healthy.js'
import { type ResponseJson, Stage } from '../support/stage.js'

const cluster = 'instances'

/** Two tasks of a service on two instances. */
function onInstances(): Stage {
  const stage = new Stage()
  stage.world.images.setFallbackSoftware({})
  stage.call('CreateCluster', { clusterName: cluster })
  stage.call('RegisterTaskDefinition', {
    family: 'agent',
    containerDefinitions: [{ name: 'agent', image: 'agent:1', cpu: 256, memory: 512 }],
  })
  stage.call('CreateService', {
    ...{ cluster, serviceName: 'agent', taskDefinition: 'agent', launchType: 'EC2', desiredCount: 2 },
    deploymentConfiguration: { minimumHealthyPercent: 50 },
  })
  stage.pass(120)
  return stage
}

function list(stage: Stage, input: object = {}): string[] {
  return stage.call('ListContainerInstances', { cluster, ...input }).containerInstanceArns
}

function describe(stage: Stage, containerInstances: readonly string[]): ResponseJson[] {
  return stage.call('DescribeContainerInstances', { cluster, containerInstances }).containerInstances
}

function setState(stage: Stage, arn: string, status: string): ResponseJson {
  return stage.call('UpdateContainerInstancesState', { cluster, containerInstances: [arn], status })
}

function taskPlaces(stage: Stage): string[] {
  const { taskArns: tasks } = stage.call('ListTasks', { cluster, serviceName: 'agent' })
  if (tasks.length === 0) return []
  const described: ResponseJson[] = stage.call('DescribeTasks', { cluster, tasks }).tasks
  return described.map(task => task.containerInstanceArn).toSorted()
}

test('a cluster of Fargate has no instances', () => {
  const stage = Stage.of(healthy)

  expect(list(stage, { cluster: 'prod' })).toStrictEqual([])
  expect(stage.call('DescribeClusters', { clusters: ['prod'] }).clusters[0]).toMatchObject({
    registeredContainerInstancesCount: 0,
  })
})

test('tasks on EC2 are spread over instances, which count them', () => {
  const stage = onInstances()
  const arns = list(stage)

  expect(taskPlaces(stage)).toStrictEqual(arns.toSorted())
  expect(describe(stage, arns)).toMatchObject(
    arns.map(containerInstanceArn => ({
      containerInstanceArn,
      ec2InstanceId: expect.stringMatching(/^i-0[0-9a-f]{16}$/),
      status: 'ACTIVE',
      runningTasksCount: 1,
      registeredResources: [
        { name: 'CPU', integerValue: 2048 },
        { name: 'MEMORY', integerValue: 7764 },
      ],
      remainingResources: [
        { name: 'CPU', integerValue: 1792 },
        { name: 'MEMORY', integerValue: 7252 },
      ],
    })),
  )
})

test('a draining instance loses its tasks of services to the other', () => {
  const stage = onInstances()
  const [first = '', second = ''] = list(stage)
  setState(stage, first, 'DRAINING')
  stage.pass(120)

  expect(taskPlaces(stage)).toStrictEqual([second, second])
  expect(list(stage, { status: 'DRAINING' })).toStrictEqual([first])
  const [{ stoppedReason }] = stage.call('DescribeTasks', {
    cluster,
    tasks: stage.call('ListTasks', { cluster, desiredStatus: 'STOPPED' }).taskArns,
  }).tasks
  expect(stoppedReason).toBe('Service agent: container instance is in DRAINING state')
})

test('where every instance drains, ECS says that it places nothing, until one is ACTIVE again', () => {
  const stage = onInstances()
  for (const arn of list(stage)) setState(stage, arn, 'DRAINING')
  stage.pass(120)
  const messages = () =>
    stage
      .call('DescribeServices', { cluster, services: ['agent'] })
      .services[0].events.map((event: ResponseJson) => event.message)

  expect(taskPlaces(stage)).toStrictEqual([])
  expect(messages()).toContainEqual(
    expect.stringContaining('because no container instance met all of its requirements'),
  )
  setState(stage, list(stage)[0] ?? '', 'ACTIVE')
  stage.pass(120)
  expect(taskPlaces(stage)).toHaveLength(2)
})

test('attributes are set, listed, used as a filter and deleted', () => {
  const stage = onInstances()
  const [first = ''] = list(stage)
  const attributes = [{ name: 'stack', value: 'blue', targetId: first }]
  stage.call('PutAttributes', { cluster, attributes })
  const listed = () =>
    stage.call('ListAttributes', { cluster, targetType: 'container-instance', attributeName: 'stack' })

  expect(listed().attributes).toMatchObject([{ name: 'stack', value: 'blue', targetId: first }])
  expect(list(stage, { filter: 'attribute:stack == blue' })).toStrictEqual([first])
  expect(list(stage, { filter: 'attribute:stack != blue' })).toHaveLength(1)
  stage.call('DeleteAttributes', { cluster, attributes })
  expect(listed().attributes).toStrictEqual([])
})

const id = '0'.repeat(32)

test.each([
  {
    operation: 'DescribeContainerInstances',
    input: { containerInstances: [] },
    message: 'Container instances cannot be empty.',
  },
  {
    operation: 'DescribeContainerInstances',
    input: { containerInstances: ['None'] },
    message: 'instanceId length should be one of [32,36]',
  },
  {
    operation: 'UpdateContainerInstancesState',
    input: { containerInstances: [id], status: 'REGISTERING' },
    message: 'status must be one of ACTIVE and DRAINING.',
  },
  {
    operation: 'PutAttributes',
    input: { attributes: [{ name: 'a', targetId: id, targetType: 'container-instance' }] },
    message: "The specified target wasn't found",
  },
  {
    operation: 'PutAttributes',
    input: { attributes: [{ name: 'a', targetId: id }] },
    message: 'targetType is required',
  },
  {
    operation: 'PutAttributes',
    input: { attributes: [{ name: 'a b', targetId: id }] },
    message: 'The attribute name a b is invalid.',
  },
  {
    operation: 'ListContainerInstances',
    input: { filter: 'task:group in [a, b]' },
    message: 'This simulator does not understand the filter',
  },
])('$operation: $message', ({ operation, input, message }) => {
  expect(() => onInstances().call(operation, { cluster, ...input })).toThrow(message)
})
