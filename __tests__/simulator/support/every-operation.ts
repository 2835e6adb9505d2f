/** What a client can ask of ECS while a scenario lives, in a form that any sender can send. */
import { expect } from '@jest/globals'

// biome-ignore lint/suspicious/noExplicitAny: answers of every operation
export type Send = (operation: string, input?: object) => Promise<any>

export interface Time {
  advance(ms: number): void
}

export const service = { cluster: 'prod', service: 'web' }

/** Deploys what the scenario deploys, as its action would, without the action. */
export async function deploy(send: Send, image: string): Promise<void> {
  const described = await send('DescribeTaskDefinition', { taskDefinition: 'web', include: ['TAGS'] })
  const { family, containerDefinitions, networkMode, cpu, memory, executionRoleArn } =
    described.taskDefinition
  const [container] = containerDefinitions
  const { taskDefinition } = await send('RegisterTaskDefinition', {
    ...{ family, networkMode, cpu, memory, executionRoleArn, requiresCompatibilities: ['FARGATE'] },
    containerDefinitions: [{ ...container, image }],
    tags: [{ key: 'commit', value: '9be21c4' }],
  })
  const { services } = await send('DescribeServices', { cluster: 'prod', services: ['web'] })
  const [{ resourceManagementType, serviceArn }] = services
  if (resourceManagementType === 'ECS') {
    const { taskDefinitionArn } = taskDefinition
    await send('UpdateExpressGatewayService', { serviceArn, taskDefinitionArn })
    return
  }
  await send('UpdateService', {
    ...service,
    taskDefinition: 'web',
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  })
}

/** Continues a waiting pause hook. */
export async function answerPause(send: Send): Promise<void> {
  const { serviceDeployments: listed } = await send('ListServiceDeployments', service)
  const { serviceDeploymentArn } = listed[0]
  const { serviceDeployments } = await send('DescribeServiceDeployments', {
    serviceDeploymentArns: [serviceDeploymentArn],
  })
  const hooks: { hookId: string; status: string }[] = serviceDeployments[0].lifecycleHookDetails ?? []
  const waiting = hooks.find(({ status }) => status === 'AWAITING_ACTION')
  expect(waiting).toBeDefined()
  await send('ContinueServiceDeployment', { serviceDeploymentArn, hookId: waiting?.hookId })
}

export async function readEverything(send: Send): Promise<void> {
  const { services } = await send('DescribeServices', {
    cluster: 'prod',
    services: ['web', 'absent'],
    include: ['TAGS'],
  })
  for (const desiredStatus of ['RUNNING', 'STOPPED']) {
    const { taskArns } = await send('ListTasks', { cluster: 'prod', serviceName: 'web', desiredStatus })
    if (taskArns.length > 0)
      await send('DescribeTasks', { cluster: 'prod', tasks: taskArns, include: ['TAGS'] })
  }
  const { serviceDeployments } = await send('ListServiceDeployments', service)
  const serviceDeploymentArns = serviceDeployments.map(
    (one: { serviceDeploymentArn: string }) => one.serviceDeploymentArn,
  )
  await send('DescribeServiceDeployments', { serviceDeploymentArns: serviceDeploymentArns.slice(0, 20) })
  const revisions = services[0].currentServiceRevisions ?? []
  if (revisions.length > 0) {
    await send('DescribeServiceRevisions', {
      serviceRevisionArns: revisions.map(({ arn }: { arn: string }) => arn),
    })
  }
}

/** What no deployment does, but somebody might. */
export async function useTheRest(send: Send): Promise<void> {
  await send('CreateCluster', { clusterName: 'other' })
  await send('DescribeClusters', { clusters: ['prod', 'absent'], include: ['TAGS'] })
  await send('CreateCluster', { clusterName: 'short-lived' })
  await send('DeleteCluster', { cluster: 'short-lived' })
  await send('ListClusters')
  await send('ListServices', { cluster: 'prod' })
  await send('ListTaskDefinitions', { familyPrefix: 'web', sort: 'DESC', maxResults: 2 })
  await send('ListTaskDefinitionFamilies', { status: 'ACTIVE' })
  const network = { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d'] } }
  await send('CreateService', {
    ...{ cluster: 'other', serviceName: 'worker', taskDefinition: 'web', desiredCount: 1 },
    ...{ launchType: 'FARGATE', networkConfiguration: network, tags: [{ key: 'team', value: 'web' }] },
  })
  const { tasks } = await send('RunTask', {
    ...{ cluster: 'prod', taskDefinition: 'web:1', launchType: 'FARGATE', networkConfiguration: network },
  })
  await send('StopTask', { cluster: 'prod', task: tasks[0].taskArn, reason: 'enough' })
  const { services } = await send('DescribeServices', { cluster: 'prod', services: ['web'] })
  const resourceArn = services[0].serviceArn
  await send('TagResource', { resourceArn, tags: [{ key: 'team', value: 'web' }] })
  await send('ListTagsForResource', { resourceArn })
  await send('UntagResource', { resourceArn, tagKeys: ['team'] })
  await useClusterSettings(send)
  await useContainerInstances(send)
  await useTaskProtection(send)
  await send('UpdateService', { ...service, forceNewDeployment: true, desiredCount: 1 })
}

/** An Express service, from its beginning to its end. */
export async function useExpress(send: Send, time: Time): Promise<void> {
  const { taskDefinition: known } = await send('DescribeTaskDefinition', { taskDefinition: 'web' })
  const { containerDefinitions, cpu, executionRoleArn, memory, networkMode } = known
  const main = {
    ...containerDefinitions[0],
    name: 'Main',
    portMappings: [{ containerPort: 5001, name: 'http' }],
  }
  const register = async (image: string): Promise<string> => {
    const { taskDefinition } = await send('RegisterTaskDefinition', {
      ...{ family: 'gateway', networkMode, cpu, memory, executionRoleArn },
      requiresCompatibilities: ['FARGATE'],
      containerDefinitions: [{ ...main, image }],
    })
    return taskDefinition.taskDefinitionArn
  }
  const { service: created } = await send('CreateExpressGatewayService', {
    cluster: 'prod',
    serviceName: 'gateway',
    infrastructureRoleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRoleForExpressServices',
    taskDefinitionArn: await register('web:1'),
  })
  const { serviceArn } = created
  time.advance(60_000)
  await send('UpdateExpressGatewayService', { serviceArn, taskDefinitionArn: await register('web:2') })
  await send('DescribeExpressGatewayService', { serviceArn, include: ['TAGS'] })
  await send('DeleteExpressGatewayService', { serviceArn })
}

async function useClusterSettings(send: Send): Promise<void> {
  const other = { cluster: 'other' }
  const settings = [{ name: 'containerInsights', value: 'enhanced' }]
  await send('UpdateClusterSettings', { ...other, settings })
  await send('UpdateCluster', { ...other, serviceConnectDefaults: { namespace: 'inside' } })
  await send('PutClusterCapacityProviders', {
    ...other,
    capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
    defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }],
  })
  await send('DescribeCapacityProviders', { include: ['TAGS'] })
  const setting = { name: 'containerInsights', value: 'enabled' }
  await send('PutAccountSettingDefault', setting)
  const principalArn = 'arn:aws:iam::123456789012:user/somebody'
  await send('PutAccountSetting', { ...setting, principalArn })
  await send('ListAccountSettings', { effectiveSettings: true })
  await send('DeleteAccountSetting', { name: setting.name, principalArn })
  await send('ListServicesByNamespace', { namespace: 'inside' })
}

async function useContainerInstances(send: Send): Promise<void> {
  await send('RegisterTaskDefinition', {
    family: 'agent',
    containerDefinitions: [{ name: 'agent', image: 'public.ecr.aws/docker/library/busybox:1', memory: 64 }],
  })
  const cluster = 'instances'
  await send('CreateCluster', { clusterName: cluster })
  await send('CreateService', {
    ...{ cluster, serviceName: 'agent', taskDefinition: 'agent' },
    ...{ launchType: 'EC2', schedulingStrategy: 'DAEMON' },
  })
  const { containerInstanceArns: containerInstances } = await send('ListContainerInstances', { cluster })
  await send('DescribeContainerInstances', { cluster, containerInstances, include: ['TAGS'] })
  const attributes = [{ name: 'stack', value: 'blue', targetId: containerInstances[0] }]
  await send('PutAttributes', { cluster, attributes })
  await send('ListAttributes', { cluster, targetType: 'container-instance', attributeName: 'stack' })
  await send('DeleteAttributes', { cluster, attributes })
  await send('UpdateContainerInstancesState', { cluster, containerInstances, status: 'DRAINING' })
}

async function useTaskProtection(send: Send): Promise<void> {
  const { taskArns: tasks } = await send('ListTasks', { cluster: 'prod', serviceName: 'web' })
  await send('UpdateTaskProtection', {
    ...{ cluster: 'prod', tasks: tasks.slice(0, 1) },
    ...{ protectionEnabled: true, expiresInMinutes: 1 },
  })
  await send('GetTaskProtection', { cluster: 'prod', tasks: tasks.slice(0, 1) })
}

export async function stopAndDelete(send: Send, time: Time): Promise<void> {
  time.advance(30_000)
  const { serviceDeployments } = await send('ListServiceDeployments', service)
  const { serviceDeploymentArn } = serviceDeployments[0]
  await send('StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' })
  time.advance(60_000)
  await readEverything(send)
  await send('DeregisterTaskDefinition', { taskDefinition: 'web:1' })
  await send('DeleteTaskDefinitions', { taskDefinitions: ['web:1'] })
  await send('DeleteService', { ...service, force: true })
  time.advance(600_000)
  await send('DescribeServices', { cluster: 'prod', services: ['web'] })
}
