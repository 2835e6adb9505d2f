import type { World } from '../ecs/world.js'
import type { Scenario } from './scenario.js'
import {
  call,
  cluster,
  commit,
  createService,
  files,
  imageOf,
  inputs,
  openTargetGroup,
  port,
  releases,
  replayHistory,
  targetGroupArn,
  workingSoftware,
} from './web-service.js'

const minute = 60_000
const before = releases.at(-1)?.tag ?? ''

/** `web`, `api` and `worker` run one task definition; the load balancer of `worker` checks another path. */
export function openThreeServices(world: World): void {
  const now = world.now
  replayHistory(world, { desiredCount: 2, until: now - 30 * minute })
  const former = { ...workingSoftware, listens: { [port]: { '/health': 200, '/': 200, '/ready': 200 } } }
  world.images.add(imageOf(before), former)
  createService(world, { desiredCount: 1, serviceName: 'api', loadBalancers: [] })
  const arn = targetGroupArn.replace('web-prod', 'worker-prod')
  openTargetGroup(world, { arn, path: '/ready' })
  const loadBalancers = [{ targetGroupArn: arn, containerName: 'app', containerPort: port }]
  createService(world, { desiredCount: 1, serviceName: 'worker', loadBalancers })
  world.advanceTo(now)
}

const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } }

export const threeServices: Scenario = {
  name: 'three-services',
  title: 'Three services of one task definition, deployed in one step.',
  outcome: 'succeeded',
  setUp: world => {
    openThreeServices(world)
    const listens = { [port]: { '/health': 200, '/': 200, '/ready': 200 } }
    world.images.add(imageOf(commit), { ...workingSoftware, listens })
  },
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
  setUp: world => {
    openThreeServices(world)
    for (const service of ['web', 'api', 'worker'])
      call(world, 'UpdateService', { cluster, service, deploymentConfiguration: breaker })
    world.images.add(imageOf(commit), workingSoftware)
  },
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
