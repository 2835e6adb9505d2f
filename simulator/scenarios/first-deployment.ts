import { movedSoftware } from './port-mismatch.js'
import type { Scenario } from './scenario.js'
import { commit, createService, files, imageOf, inputs, openCluster, register } from './web-service.js'

const hour = 3_600_000

export const firstDeployment: Scenario = {
  name: 'first-deployment',
  title:
    'No deployment ever completed: the service was created before its image existed, so ECS has nothing to roll back to.',
  outcome: 'failed',
  setUp: world => {
    const now = world.now
    world.startFrom(now - 3 * hour)
    openCluster(world)
    register(world, 'bootstrap')
    createService(world, {
      desiredCount: 2,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    })
    world.advanceTo(now)
    world.images.add(imageOf(commit), movedSoftware)
  },
  files,
  inputs,
  expect: {
    revision: '2',
    'task-definition-arn': /task-definition\/web:2$/,
    'previous-task-definition-arn': /task-definition\/web:1$/,
    'failure-class': 'health-check',
    'failure-reason': /failed the load balancer health check/,
  },
}
