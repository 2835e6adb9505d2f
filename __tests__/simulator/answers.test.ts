/** Lives through every scenario and holds each answer, of every operation, against the SDK's own schemas. */
import { expect, test } from '@jest/globals'
import { operations } from '../../simulator/ecs/operations.js'
import { World } from '../../simulator/ecs/world.js'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import { startServer } from '../../simulator/protocol/server.js'
import type { Scenario } from '../../simulator/scenarios/scenario.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { VirtualClock } from '../../simulator/time/virtual-clock.js'
import { post } from './protocol/small-ecs.js'

// biome-ignore lint/suspicious/noExplicitAny: answers of every operation
type Send = (operation: string, input?: object) => Promise<any>

const service = { cluster: 'prod', service: 'web' }

/** Deploys what the scenario deploys, as its action would, without the action. */
async function deploy(send: Send, image: string): Promise<void> {
  const described = await send('DescribeTaskDefinition', { taskDefinition: 'web', include: ['TAGS'] })
  const { family, containerDefinitions, networkMode, cpu, memory, executionRoleArn } =
    described.taskDefinition
  const [container] = containerDefinitions
  await send('RegisterTaskDefinition', {
    ...{ family, networkMode, cpu, memory, executionRoleArn, requiresCompatibilities: ['FARGATE'] },
    containerDefinitions: [{ ...container, image }],
    tags: [{ key: 'commit', value: '9be21c4' }],
  })
  await send('UpdateService', {
    ...service,
    taskDefinition: 'web',
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  })
}

/** A pause hook that waits is told to go on. */
async function answerPause(send: Send): Promise<void> {
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

async function readEverything(send: Send): Promise<void> {
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
async function useTheRest(send: Send): Promise<void> {
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
  await send('UpdateService', { ...service, forceNewDeployment: true, desiredCount: 1 })
}

async function stopAndDelete(send: Send, clock: VirtualClock): Promise<void> {
  clock.advance(30_000)
  const { serviceDeployments } = await send('ListServiceDeployments', service)
  const { serviceDeploymentArn } = serviceDeployments[0]
  await send('StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' })
  clock.advance(60_000)
  await readEverything(send)
  await send('DeregisterTaskDefinition', { taskDefinition: 'web:1' })
  await send('DeleteService', { ...service, force: true })
  clock.advance(600_000)
  await send('DescribeServices', { cluster: 'prod', services: ['web'] })
}

interface Playing {
  readonly send: Send
  readonly clock: VirtualClock
  readonly server: SimulatorServer
}

async function withScenario(name: string, use: (playing: Playing) => Promise<void>): Promise<void> {
  const { setUp } = scenarios[name] as Scenario
  const clock = new VirtualClock()
  const world = new World({ clock })
  setUp(world)
  const server = await startServer({ world, clock, checkAnswers: true, unknownMembers: 'refuse' })
  const send: Send = async (operation, input = {}) => {
    const { status, text } = await post(server.url, operation, input)
    expect(`${operation} ${status} ${status === 200 ? '' : text}`).toBe(`${operation} 200 `)
    return JSON.parse(text)
  }
  try {
    await use({ send, clock, server })
  } finally {
    await server.close()
  }
}

const image = scenarios.healthy?.inputs.image ?? ''

test.each(Object.values(scenarios).filter(({ outcome }) => outcome !== 'refused'))(
  '$name',
  async ({ name, inputs }) => {
    await withScenario(name, async ({ send, clock }) => {
      await deploy(send, inputs.image ?? image)
      for (let minutes = 0; minutes < 20; minutes += 0.5) {
        await readEverything(send)
        clock.advance(30_000)
      }
    })
  },
)

test('every operation', async () => {
  const used = new Set<string>()
  const note = ({ requests }: SimulatorServer) => {
    for (const { operation } of requests) used.add(operation)
  }
  await withScenario('healthy', async ({ send, clock, server }) => {
    await deploy(send, image)
    await readEverything(send)
    await useTheRest(send)
    await stopAndDelete(send, clock)
    note(server)
  })
  await withScenario('pause-hook', async ({ send, clock, server }) => {
    await deploy(send, image)
    clock.advance(300_000)
    await answerPause(send)
    note(server)
  })
  expect(Object.keys(operations).filter(operation => !used.has(operation))).toStrictEqual([])
})
