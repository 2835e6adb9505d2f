/** What each member of a change does to a world, and how the world refuses one. */
import { beforeEach, expect, test } from '@jest/globals'
import { openWorld } from '../../../simulator/ecs/open-world.js'
import type { World } from '../../../simulator/ecs/world.js'
import { VirtualClock } from '../../../simulator/time/virtual-clock.js'
import { applyChange, call, RefusedChange } from '../../../simulator/world/apply-change.js'
import { buildWorld } from '../../../simulator/world/build-world.js'
import type { Change } from '../../../simulator/world/description.js'
import { targetGroupArn } from '../../../simulator/world/names.js'

const definition = {
  family: 'api',
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  requiresCompatibilities: ['FARGATE'],
  containerDefinitions: [{ name: 'app', image: 'shop/api:1', portMappings: [{ containerPort: 80 }] }],
}

const service = {
  cluster: 'shop',
  serviceName: 'api',
  taskDefinition: 'api',
  desiredCount: 2,
  launchType: 'FARGATE',
  loadBalancers: [{ targetGroupArn: 'api', containerName: 'app', containerPort: 80 }],
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
}

const name = { cluster: 'shop', service: 'api' }

let clock: VirtualClock
let world: World

beforeEach(() => {
  clock = new VirtualClock()
  world = openWorld({ clock })
  buildWorld(world, {
    clusters: { shop: {} },
    images: { 'shop/api:1': {} },
    targetGroups: { api: { deregistrationDelaySeconds: 5 } },
    taskDefinitions: [definition],
    services: [service],
  })
})

const arn = (group: string) => targetGroupArn(group, { account: '123456789012', region: 'eu-west-1' })

const effects: readonly { what: string; change: Change; read: (world: World) => unknown; is: unknown }[] = [
  {
    what: 'an image that says nothing of ports responds on all of them',
    change: { images: { 'shop/api:2': {} } },
    read: ({ images }) => images.find('shop/api:2')?.software.respondsOnAnyPath,
    is: true,
  },
  {
    what: 'an image with listens does not',
    change: { images: { 'shop/api:2': { listens: {} } } },
    read: ({ images }) => images.find('shop/api:2')?.software.respondsOnAnyPath,
    is: undefined,
  },
  {
    what: 'a missing image is gone',
    change: { images: { 'shop/api:1': { missing: true } } },
    read: ({ images }) => images.find('shop/api:1'),
    is: undefined,
  },
  {
    what: 'another tag is the same image',
    change: { images: { 'shop/api:2': { sameAs: 'shop/api:1' } } },
    read: ({ images }) => images.find('shop/api:2')?.digest === images.find('shop/api:1')?.digest,
    is: true,
  },
  {
    what: 'a target group keeps what a change does not name',
    change: { targetGroups: { api: { path: '/health' } } },
    read: ({ targetGroups }) => targetGroups.find(arn('api')),
    is: expect.objectContaining({ path: '/health', deregistrationDelaySeconds: 5 }),
  },
  {
    what: 'a target group is deleted',
    change: { targetGroups: { api: { missing: true } } },
    read: ({ targetGroups }) => targetGroups.find(arn('api')),
    is: undefined,
  },
  {
    what: 'a secret is denied',
    change: { secrets: { 'arn:secret': 'denied' } },
    read: ({ secrets }) => secrets.find('arn:secret'),
    is: 'denied',
  },
  {
    what: 'a log group is deleted',
    change: { logGroups: { '/ecs/api': 'missing' } },
    read: ({ logs }) => logs.group('/ecs/api', 0),
    is: undefined,
  },
  {
    what: 'there is no capacity',
    change: { capacity: { available: false } },
    read: ({ capacity }) => capacity.available,
    is: false,
  },
  {
    what: 'targets cannot be registered',
    change: { loadBalancing: { registrationError: 'no role' } },
    read: ({ targetGroups }) => targetGroups.registrationError,
    is: 'no role',
  },
  {
    what: 'a host has a fixed response',
    change: { hosts: { 'a.example': { status: 503, body: 'down' } } },
    read: ({ hosts }) => {
      const host = hosts.find('a.example')
      return host?.kind === 'fixed' ? host.answer('/', '') : host
    },
    is: { status: 503, body: 'down' },
  },
  {
    what: 'a hook function fails',
    change: { hookFunctions: { 'arn:hook': { hookStatus: 'FAILED', seconds: 2 } } },
    read: ({ lambdas }) => lambdas.find('arn:hook'),
    is: { hookStatus: 'FAILED', seconds: 2 },
  },
  {
    what: 'auto scaling acts within its limits',
    change: { scaling: [{ ...name, min: 1, max: 3, desiredCount: 9 }] },
    read: ({ services }) => [...services.values()].map(({ desiredCount }) => desiredCount),
    is: [3],
  },
  {
    what: 'an alarm has its state',
    change: { alarms: { 'api-5xx': 'ALARM' } },
    read: ({ alarms }) => alarms.inAlarm(['api-5xx']),
    is: ['api-5xx'],
  },
]

test.each(effects)('$what', ({ change, read, is }) => {
  applyChange(world, change)
  expect(read(world)).toStrictEqual(is)
})

test('an image whose pull fails says why in each task', () => {
  applyChange(world, { images: { 'shop/api:1': { pullError: 'toomanyrequests: slow down' } } })
  call(world, 'UpdateService', { ...name, forceNewDeployment: true })
  clock.advance(300_000)
  world.advance()
  const reasons = [...world.tasks.values()].flatMap(({ stoppedReason }) => stoppedReason ?? [])
  expect(reasons).toContainEqual(
    expect.stringMatching(/^CannotPullContainerError: .*toomanyrequests: slow down$/),
  )
})

test('a service that was described is steady at the start, with its tasks behind the target group', () => {
  expect([...world.services.values()][0]?.deployments.map(({ rolloutState }) => rolloutState)).toStrictEqual([
    'COMPLETED',
  ])
  expect([...world.tasks.values()].flatMap(({ targets }) => targets.map(({ state }) => state))).toStrictEqual(
    ['healthy', 'healthy'],
  )
})

test.each([
  {
    what: 'another tag of an image that is not there',
    change: { images: { 'shop/api:2': { sameAs: 'shop/api:7' } } },
    path: ['images', 'shop/api:2'],
    message: /^ImageNotFoundException/,
  },
  {
    what: 'a service that is there',
    change: { services: [service] },
    path: ['services', 0],
    message: /^InvalidParameterException: Creation of service was not idempotent/,
  },
  {
    what: 'a call',
    change: { calls: [{ UpdateService: { ...name, taskDefinition: 'nope' } }] },
    path: ['calls', 0, 'UpdateService'],
    message: /^ClientException: TaskDefinition not found. \(nope; known are api\)$/,
  },
  {
    what: 'a service of a misspelled task definition',
    change: { services: [{ ...service, serviceName: 'other', taskDefinition: 'apo:1' }] },
    path: ['services', 0],
    message: /^ClientException: TaskDefinition not found. \(apo:1; did you mean api\?\)$/,
  },
  {
    what: 'scaling of a service that is not there',
    change: { scaling: [{ service: 'nope', min: 1, max: 2, desiredCount: 1 }] },
    path: ['scaling', 0],
    message: /^ServiceNotFoundException: the cluster default has no service nope/,
  },
])('$what is refused, with its place', ({ change, path, message }) => {
  let refusal: unknown
  try {
    applyChange(world, change)
  } catch (error) {
    refusal = error
  }
  expect(refusal).toBeInstanceOf(RefusedChange)
  expect(refusal).toMatchObject({ path, message: expect.stringMatching(message) })
})

test('later changes come after the start or after the next rollout; one that is refused is reported', () => {
  const refused: unknown[] = []
  const later = openWorld({ clock })
  const report = (path: unknown) => refused.push(path)
  buildWorld(
    later,
    {
      clusters: { shop: {} },
      images: { 'shop/api:1': {} },
      targetGroups: { api: {} },
      taskDefinitions: [definition],
      services: [service],
      later: [
        { after: '1m', alarms: { soon: 'ALARM' } },
        { afterRollout: 30, alarms: { next: 'ALARM' } },
        { after: '2m', calls: [{ DeleteService: { cluster: 'shop', service: 'nope' } }] },
      ],
    },
    { onRefusal: report },
  )
  const inAlarm = () => later.alarms.inAlarm(['soon', 'next'])
  clock.advance(61_000)
  later.advance()
  expect(inAlarm()).toStrictEqual(['soon'])
  call(later, 'UpdateService', { ...name, forceNewDeployment: true })
  clock.advance(60_000)
  later.advance()
  expect(inAlarm()).toStrictEqual(['soon', 'next'])
  expect(refused).toStrictEqual([['later', 2]])
})
