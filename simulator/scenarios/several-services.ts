import type { PastChange } from '../world/description.js'
import { crashingSoftware } from './crash-at-start.js'
import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import {
  commit,
  files,
  imageOf,
  inputs,
  releases,
  repository,
  taskDefinition,
  webService,
  webWorld,
  workingSoftware,
} from './web-service.js'

const before = releases.at(-1)?.tag ?? ''

export const severalServices: Scenario = {
  name: 'several-services',
  title:
    'Four services in one account: web, api and worker on the cluster prod, another web on staging. The new worker crashes at start.',
  outcome: 'succeeded',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      {
        history: [
          {
            ago: '1h',
            clusters: { staging: {} },
            services: [webService({ desiredCount: 1, cluster: 'staging', loadBalancers: [] })],
          },
          openedService('api'),
          openedService('worker'),
          {
            ago: 0,
            images: {
              [imageOf(commit)]: workingSoftware,
              [siblingImage('api', commit)]: workingSoftware,
              [siblingImage('worker', commit)]: crashingSoftware,
            },
          },
        ],
      },
    ),
  ),
  files,
  inputs,
  expect: {
    revision: '8',
    'task-definition-arn': /task-definition\/web:8$/,
    'serving-task-definition-arn': /task-definition\/web:8$/,
  },
}

/** One task, its own family, no load balancer. */
function openedService(name: string): PastChange {
  const image = siblingImage(name, before)
  return {
    ago: '1h',
    repositories: { [siblingRepository(name)]: { tagMutability: 'IMMUTABLE' } },
    images: { [image]: workingSoftware },
    taskDefinitions: [{ ...taskDefinition(image), family: name }],
    services: [webService({ desiredCount: 1, serviceName: name, taskDefinition: name, loadBalancers: [] })],
  }
}

function siblingRepository(name: string): string {
  return repository.replace(/web$/, name)
}

function siblingImage(name: string, tag: string): string {
  return `${siblingRepository(name)}:${tag}`
}
