import type { Software } from '../ecs/resources/software.js'
import type { World } from '../ecs/world.js'
import { buildWorld } from '../world/build-world.js'
import type { PastChange, WorldDescription } from '../world/description.js'
import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import {
  cluster,
  commit,
  files,
  imageOf,
  inputs,
  port,
  pushed,
  releases,
  targetGroup,
  targetGroupArn,
  webService,
  webWorld,
  workingSoftware,
} from './web-service.js'

const before = releases.at(-1)?.tag ?? ''
const withReadyPage: Software = {
  ...workingSoftware,
  listens: { [port]: { '/health': 200, '/': 200, '/ready': 200 } },
}
const workerGroupArn = targetGroupArn.replace('web-prod', 'worker-prod')

/** `web`, `api` and `worker` run one task definition; the load balancer of `worker` checks another path. */
function threeServicesWorld(more: readonly PastChange[] = []): WorldDescription {
  const loadBalancers = [{ targetGroupArn: workerGroupArn, containerName: 'app', containerPort: port }]
  const opened: PastChange = {
    ago: '30m',
    images: { [imageOf(before)]: withReadyPage },
    targetGroups: { [workerGroupArn]: targetGroup({ path: '/ready' }) },
    services: [
      webService({ desiredCount: 1, serviceName: 'api', loadBalancers: [] }),
      webService({ desiredCount: 1, serviceName: 'worker', loadBalancers }),
    ],
  }
  return webWorld({ desiredCount: 2 }, { history: [opened, ...more] })
}

export function openThreeServices(world: World): void {
  buildWorld(world, threeServicesWorld())
}

const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } }

export const threeServices: Scenario = {
  name: 'three-services',
  title: 'Three services of one task definition, deployed in one step.',
  outcome: 'succeeded',
  ...inWorld(threeServicesWorld(pushed(withReadyPage).history)),
  files,
  inputs: { ...inputs, service: 'web, api, worker' },
  expect: {
    revision: '8',
    'failure-class': '',
    services: /"service":"worker","outcome":"succeeded".*task-definition\/web:8/,
  },
}

export const threeServicesOneFails: Scenario = {
  name: 'three-services-one-fails',
  title:
    'Three services of one task definition, deployed in one step. The new revision has lost the path that the load balancer of worker checks.',
  outcome: 'rolled-back',
  ...inWorld(
    threeServicesWorld([
      {
        ago: 0,
        images: { [imageOf(commit)]: workingSoftware },
        calls: ['web', 'api', 'worker'].map(service => ({
          UpdateService: { cluster, service, deploymentConfiguration: breaker },
        })),
      },
    ]),
  ),
  files,
  inputs: { ...inputs, service: 'web, api, worker' },
  expect: {
    revision: '8',
    'failure-class': 'health-check',
    'serving-task-definition-arn': /task-definition\/web:7$/,
    services: /"service":"web","outcome":"succeeded".*"service":"worker","outcome":"rolled-back"/,
  },
}

export const threeServicesTakenBack: Scenario = {
  ...threeServicesOneFails,
  name: 'three-services-taken-back',
  title:
    'Three services of one task definition, deployed in one step with on-partial-failure: rollback. The new revision has lost the path that the load balancer of worker checks; web and api complete, and are taken back.',
  inputs: { ...threeServicesOneFails.inputs, 'on-partial-failure': 'rollback' },
  expect: {
    ...threeServicesOneFails.expect,
    services:
      /"service":"web","outcome":"rolled-back".*web:8 completed, then was taken back to web:7.*"service":"worker","outcome":"rolled-back"/,
  },
}
