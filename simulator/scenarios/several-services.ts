import type { World } from '../ecs/world.js'
import { crashingSoftware } from './crash-at-start.js'
import type { Scenario } from './scenario.js'
import {
  call,
  commit,
  createService,
  files,
  imageOf,
  inputs,
  releases,
  replayHistory,
  repository,
  taskDefinition,
  workingSoftware,
} from './web-service.js'

const hour = 3_600_000
const before = releases.at(-1)?.tag ?? ''

export const severalServices: Scenario = {
  name: 'several-services',
  title:
    'Four services in one account: web, api and worker on the cluster prod, another web on staging. The new worker crashes at start.',
  outcome: 'succeeded',
  setUp: world => {
    const now = world.now
    replayHistory(world, { desiredCount: 2, until: now - hour })
    call(world, 'CreateCluster', { clusterName: 'staging' })
    createService(world, { desiredCount: 1, cluster: 'staging', loadBalancers: [] })
    for (const name of ['api', 'worker']) openService(world, name)
    world.advanceTo(now)

    world.images.add(imageOf(commit), workingSoftware)
    world.images.add(siblingImage('api', commit), workingSoftware)
    world.images.add(siblingImage('worker', commit), crashingSoftware)
  },
  files,
  inputs,
  expect: {
    revision: '8',
    'task-definition-arn': /task-definition\/web:8$/,
    'serving-task-definition-arn': /task-definition\/web:8$/,
  },
}

/** One task, its own family, no load balancer. */
function openService(world: World, name: string): void {
  const image = siblingImage(name, before)
  world.images.openRepository(siblingRepository(name), { kind: 'IMMUTABLE' })
  world.images.add(image, workingSoftware)
  call(world, 'RegisterTaskDefinition', { ...taskDefinition(image), family: name })
  createService(world, { desiredCount: 1, serviceName: name, taskDefinition: name, loadBalancers: [] })
}

function siblingRepository(name: string): string {
  return repository.replace(/web$/, name)
}

function siblingImage(name: string, tag: string): string {
  return `${siblingRepository(name)}:${tag}`
}
