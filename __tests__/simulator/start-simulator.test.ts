/** The simulator in a Node test, as its users write one: a world, a client of the SDK, no waiting. */
import {
  DescribeServicesCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { expect, test } from '@jest/globals'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/start-simulator.js'
import type { Change, DescribedFault, WorldDescription } from '../../simulator/world/description.js'
import { settingsFor } from './support/client-settings.js'

const world: WorldDescription = {
  clusters: { shop: {} },
  images: { 'shop/api:1': { listens: { 8080: 200 } } },
  taskDefinitions: [
    {
      family: 'api',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      containerDefinitions: [{ name: 'app', image: 'shop/api:1' }],
    },
  ],
  services: [
    {
      cluster: 'shop',
      serviceName: 'api',
      taskDefinition: 'api',
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    },
  ],
}

const api = { cluster: 'shop', service: 'api' }

async function rolloutState(client: ECSClient): Promise<string | undefined> {
  const { services } = await client.send(new DescribeServicesCommand({ cluster: 'shop', services: ['api'] }))
  return services?.[0]?.deployments?.[0]?.rolloutState
}

test('a test breaks an image, deploys it and reads the rollback', async () => {
  const simulator: Simulator = await startSimulator({ world, speed: 0 })
  const client = new ECSClient(settingsFor(simulator.url))
  try {
    simulator.change({ images: { 'shop/api:1': { exitsAfterSeconds: 1, exitCode: 3 } } })
    await client.send(new UpdateServiceCommand({ ...api, forceNewDeployment: true }))
    expect(await rolloutState(client)).toBe('IN_PROGRESS')
    simulator.advance('10m')
    const { serviceDeployments } = await client.send(new ListServiceDeploymentsCommand(api))
    expect(serviceDeployments?.[0]?.status).toBe('ROLLBACK_SUCCESSFUL')
    simulator.reset()
    expect(simulator.requests).toStrictEqual([])
    expect(await rolloutState(client)).toBe('COMPLETED')
    simulator.addFaults({ kind: 'server-error', operations: ['DescribeServices'] })
    await expect(rolloutState(client)).rejects.toThrow('Service Unavailable')
    simulator.removeFaults()
    expect(await rolloutState(client)).toBe('COMPLETED')
    expect(simulator.requests.map(({ operation }) => operation)).toStrictEqual(
      Array.from({ length: 3 }, () => 'DescribeServices'),
    )
  } finally {
    client.destroy()
    await simulator.close()
  }
})

test('a change in the process is read as one over HTTP is: placeholders stand for values, and mistakes change nothing', async () => {
  const simulator = await startSimulator({ scenario: 'healthy', speed: 0 })
  const client = new ECSClient(settingsFor(simulator.url))
  const web = { cluster: 'prod', service: 'web' }
  try {
    simulator.change({ images: { '${registry}/web:a90c7d5': { exitsAfterSeconds: 1, exitCode: 3 } } })
    const deploymentConfiguration = { deploymentCircuitBreaker: { enable: true, rollback: true } }
    await client.send(new UpdateServiceCommand({ ...web, taskDefinition: 'web:6', deploymentConfiguration }))
    simulator.advance('10m')
    const { serviceDeployments } = await client.send(new ListServiceDeploymentsCommand(web))
    expect(serviceDeployments?.[0]?.status).toBe('ROLLBACK_SUCCESSFUL')
    expect(() => simulator.change({ imags: {}, alarms: { 'web-5xx': 'ALRM' } } as unknown as Change)).toThrow(
      'imags is not known; did you mean images?\nalarms.web-5xx "ALRM" is not one of OK, ALARM, INSUFFICIENT_DATA; did you mean ALARM?',
    )
    expect(() => simulator.addFaults({ kind: 'throtling' } as unknown as DescribedFault)).toThrow(
      'did you mean throttling?',
    )
    expect(() => simulator.advance('5 minutes')).toThrow('"5 minutes" is no duration such as 40s or 5m')
  } finally {
    client.destroy()
    await simulator.close()
  }
})

test('by default it serves a healthy scenario; a file and another place can be served, too', async () => {
  const healthy = await startSimulator()
  const file = await startSimulator({ world: 'docs/simulator/failing-rollout.yaml', region: 'us-east-2' })
  expect(healthy.environment).toMatchObject({ AWS_ENDPOINT_URL: healthy.url, AWS_REGION: 'eu-west-1' })
  expect(file.environment.AWS_REGION).toBe('us-east-2')
  await healthy.close()
  await file.close()
})

test.each([
  {
    what: 'a member that does not exist',
    options: { world: { clusers: {} } as WorldDescription },
    message: 'world:2: clusers is not known; did you mean clusters?',
  },
  {
    what: 'a service that ECS refuses',
    options: { world: { ...world, clusters: {} } },
    message: /^world:\d+: services\[0\] is refused: ClusterNotFoundException/,
  },
  {
    what: 'a file that is not there',
    options: { world: 'nowhere.yaml' },
    message: /^nowhere\.yaml: cannot be read/,
  },
  {
    what: 'an option that does not exist',
    options: { wrld: 'world.yaml' } as SimulatorOptions,
    message: 'wrld is no option of startSimulator; did you mean world?',
  },
  { what: 'an unknown scenario', options: { scenario: 'heathy' }, message: /did you mean healthy\?/ },
  {
    what: 'two sources',
    options: { world, scenario: 'healthy' },
    message: 'either a world or a scenario, not both',
  },
])('$what is refused', async ({ options, message }) => {
  await expect(startSimulator(options)).rejects.toThrow(message)
})
