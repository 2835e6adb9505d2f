import { expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { imageOf, targetGroupArn, taskDefinition } from '../../../simulator/scenarios/web-service.js'
import { type ResponseJson, Stage } from '../support/stage.js'

const healthy = scenarios.healthy as Scenario
const web = { cluster: 'prod', service: 'web' }

const ofInstances = targetGroupArn.replace('web-prod', 'web-instances')

function stageWithExtras(): Stage {
  const stage = Stage.of(healthy)
  stage.world.targetGroups.add({ arn: ofInstances, targetType: 'instance' })
  stage.call('RegisterTaskDefinition', {
    family: 'other',
    containerDefinitions: [{ name: 'app', image: 'nginx', memory: 64 }],
  })
  stage.call('RegisterTaskDefinition', { ...taskDefinition(imageOf('9be21c4')), family: 'retired' })
  stage.call('DeregisterTaskDefinition', { taskDefinition: 'retired:1' })
  return stage
}

test.each([
  {
    input: { cluster: 'nope', service: 'web' },
    name: 'ClusterNotFoundException',
    message: 'Cluster not found.',
  },
  { input: { service: 'web' }, name: 'ClusterNotFoundException', message: 'Cluster not found.' },
  {
    input: { cluster: 'prod', service: 'nope' },
    name: 'ServiceNotFoundException',
    message: 'Service not found.',
  },
  {
    input: { ...web, taskDefinition: 'nope' },
    name: 'ClientException',
    message: 'TaskDefinition not found.',
  },
  {
    input: { ...web, taskDefinition: 'web:99' },
    name: 'ClientException',
    message: 'TaskDefinition not found.',
  },
  {
    input: { ...web, taskDefinition: 'retired:1' },
    name: 'ClientException',
    message: 'TaskDefinition is inactive',
  },
  {
    input: { ...web, taskDefinition: 'other' },
    name: 'InvalidParameterException',
    message: 'Network Configuration is not valid for the given networkMode of this task definition.',
  },
  {
    input: { ...web, loadBalancers: [{ targetGroupArn, containerName: 'nope', containerPort: 5001 }] },
    name: 'InvalidParameterException',
    message: 'The container nope does not exist in the task definition.',
  },
  {
    input: { ...web, loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 8080 }] },
    name: 'InvalidParameterException',
    message: 'The container app did not have a container port 8080 defined.',
  },
  {
    input: {
      ...web,
      loadBalancers: [{ targetGroupArn: ofInstances, containerName: 'app', containerPort: 5001 }],
    },
    name: 'InvalidParameterException',
    message: `The provided target group ${ofInstances} has target type instance, which is incompatible with the awsvpc network mode specified in the task definition.`,
  },
  {
    input: { ...web, deploymentConfiguration: { maximumPercent: 100 } },
    name: 'InvalidParameterException',
    message: 'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.',
  },
  {
    input: { ...web, deploymentConfiguration: { minimumHealthyPercent: 101 } },
    name: 'InvalidParameterException',
    message: 'minimumHealthyPercent must be between 0 and 100',
  },
])('UpdateService refuses with $name: $message', ({ input, name, message }) => {
  const stage = stageWithExtras()
  const before = stage.service()

  expect(() => stage.call('UpdateService', input)).toThrow(
    expect.objectContaining({ name, message, httpStatus: 400 }),
  )
  expect(stage.service()).toStrictEqual(before)
})

test('a task that shares the ports of its instance needs a target group of instances', () => {
  const stage = stageWithExtras()
  const app = { name: 'app', image: 'nginx', memory: 64, portMappings: [{ containerPort: 80 }] }
  stage.call('RegisterTaskDefinition', { family: 'bridged', containerDefinitions: [app] })
  const create = (arn: string) =>
    stage.call('CreateService', {
      cluster: 'prod',
      serviceName: 'bridged',
      taskDefinition: 'bridged',
      desiredCount: 0,
      loadBalancers: [{ targetGroupArn: arn, containerName: 'app', containerPort: 80 }],
    })

  expect(() => create(targetGroupArn)).toThrow(
    `The provided target group ${targetGroupArn} has target type ip, which is incompatible with the bridge network mode specified in the task definition.`,
  )
  expect(create(ofInstances).service.status).toBe('ACTIVE')
})

test.each([
  { name: 'the same task definition', input: { taskDefinition: 'web:7' }, starts: false },
  { name: 'another task definition', input: { taskDefinition: 'web:6' }, starts: true },
  { name: 'force', input: { forceNewDeployment: true }, starts: true },
  { name: 'desiredCount', input: { desiredCount: 3 }, starts: false },
  {
    name: 'the breaker',
    input: { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
    starts: false,
  },
  { name: 'the grace period', input: { healthCheckGracePeriodSeconds: 60 }, starts: false },
  { name: 'exec', input: { enableExecuteCommand: true }, starts: false },
  { name: 'another platform version', input: { platformVersion: '1.3.0' }, starts: true },
  {
    name: 'another network',
    input: { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: [] } } },
    starts: true,
  },
  { name: 'no load balancer', input: { loadBalancers: [] }, starts: true },
])('$name: a new deployment starts: $starts', ({ input, starts }) => {
  const stage = Stage.of(healthy)
  const before = stage.service()
  const { service } = stage.call('UpdateService', { ...web, ...input })

  expect(service.deployments[0].id !== before.deployments[0].id).toBe(starts)
  expect(service.deployments).toHaveLength(starts ? 2 : 1)
})

test('scaling changes the counts and starts no deployment', () => {
  const stage = Stage.of(healthy)
  stage.call('UpdateService', { ...web, desiredCount: 5 })
  stage.pass(120)
  expect(stage.service()).toMatchObject({
    desiredCount: 5,
    runningCount: 5,
    deployments: [{ desiredCount: 5 }],
  })
  stage.call('UpdateService', { ...web, desiredCount: 1 })
  stage.pass(120)
  expect(stage.service()).toMatchObject({
    desiredCount: 1,
    runningCount: 1,
    deployments: [{ desiredCount: 1 }],
  })
  expect(stage.messages()[0]).toBe('(service web) has reached a steady state.')
})

test('percentages that allow neither stop nor start are said to be stuck, once', () => {
  const stage = Stage.of(healthy)
  stage.call('UpdateService', { ...web, desiredCount: 3 })
  stage.pass(120)
  stage.call('UpdateService', {
    ...web,
    taskDefinition: 'web:6',
    deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 125 },
  })
  stage.pass(1800)

  const stuck = stage
    .messages()
    .filter(message => message.includes('was unable to stop or start tasks during a deployment'))
  expect(stuck).toHaveLength(1)
  expect(stage.service().deployments).toMatchObject([{ rolloutState: 'IN_PROGRESS' }, { runningCount: 3 }])
})

test('with half allowed to stop and none to be added, old tasks make room for new ones', () => {
  const stage = Stage.of(healthy)
  stage.call('UpdateService', {
    ...web,
    taskDefinition: 'web:6',
    deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 },
  })
  const totals: number[] = []
  stage.passUntil(() => {
    const { runningCount, pendingCount, deployments } = stage.service()
    totals.push(runningCount + pendingCount)
    return deployments.length === 1
  })

  expect(Math.max(...totals)).toBe(2)
  expect(Math.min(...totals)).toBeGreaterThanOrEqual(1)
  expect(stage.service().taskDefinition).toMatch(/web:6$/)
})

test('a task that a user stops is replaced and does not count as a failure', () => {
  const stage = Stage.of(healthy)
  const [task] = stage.tasks('RUNNING') as [ResponseJson]
  const { task: stopping } = stage.call('StopTask', { cluster: 'prod', task: task.taskArn })
  expect(stopping).toMatchObject({
    desiredStatus: 'STOPPED',
    lastStatus: 'DEACTIVATING',
    stopCode: 'UserInitiated',
    stoppedReason: 'Task stopped by user',
  })
  stage.pass(180)

  expect(stage.service()).toMatchObject({
    runningCount: 2,
    deployments: [{ failedTasks: 0, rolloutState: 'COMPLETED' }],
  })
})

test('a deleted service drains, is INACTIVE, can be described and not updated', () => {
  const stage = Stage.of(healthy)
  expect(() => stage.call('DeleteService', web)).toThrow(
    'The service cannot be stopped while it is scaled above 0.',
  )
  expect(stage.call('DeleteService', { ...web, force: true }).service.status).toBe('DRAINING')
  stage.pass(120)

  expect(stage.service()).toMatchObject({ status: 'INACTIVE', runningCount: 0, desiredCount: 0 })
  expect(() => stage.call('UpdateService', { ...web, desiredCount: 1 })).toThrow(
    expect.objectContaining({ name: 'ServiceNotActiveException', message: 'Service was not ACTIVE.' }),
  )
  expect(stage.call('ListServices', { cluster: 'prod' }).serviceArns).toStrictEqual([])
})

test('an unknown service is a failure, not an error, and tags come on request', () => {
  const stage = Stage.of(healthy)
  const arn = 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web'
  stage.call('TagResource', { resourceArn: arn, tags: [{ key: 'team', value: 'a' }] })
  stage.call('TagResource', {
    resourceArn: arn,
    tags: [
      { key: 'team', value: 'b' },
      { key: 'tier', value: '1' },
    ],
  })
  stage.call('UntagResource', { resourceArn: arn, tagKeys: ['tier'] })
  const answer = stage.call('DescribeServices', {
    cluster: 'prod',
    services: ['web', 'nope'],
    include: ['TAGS'],
  })

  expect(answer.failures).toStrictEqual([
    { arn: 'arn:aws:ecs:eu-west-1:123456789012:service/prod/nope', reason: 'MISSING' },
  ])
  expect(answer.services[0].tags).toStrictEqual([{ key: 'team', value: 'b' }])
  expect(stage.call('ListTagsForResource', { resourceArn: arn }).tags).toStrictEqual([
    { key: 'team', value: 'b' },
  ])
  expect(stage.service()).not.toHaveProperty('tags')
})

test('a DAEMON service runs one task on each instance and takes no desired count', () => {
  const stage = stageWithExtras()
  const input = {
    cluster: 'prod',
    serviceName: 'agent',
    taskDefinition: 'other',
    schedulingStrategy: 'DAEMON',
    launchType: 'EC2',
  }
  stage.world.images.add('nginx', {})
  expect(() => stage.call('CreateService', { ...input, desiredCount: 1 })).toThrow(
    'The daemon scheduling strategy does not support a desired count for services',
  )
  stage.call('CreateService', input)
  stage.pass(200)

  expect(stage.call('DescribeServices', { cluster: 'prod', services: ['agent'] }).services[0]).toMatchObject({
    schedulingStrategy: 'DAEMON',
    desiredCount: 2,
    runningCount: 2,
    deployments: [{ rolloutState: 'COMPLETED' }],
  })
})
