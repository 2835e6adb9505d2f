import { pages } from '../pages.js'
import { awaitDecision, crash, createService, listDeployments, readService, register } from '../steps.js'
import type { World } from '../world.js'

export const firstDeploymentFails: World = {
  name: 'first-deployment-fails',
  shows: 'the circuit breaker stops a first deployment, and there is nothing to go back to',
  minutes: 7,
  taskMinutes: 8,
  steps: [
    register('v1', crash),
    createService({ taskDefinition: '<v1>' }),
    listDeployments('list', 1),
    awaitDecision('decided', 75),
    readService('after'),
  ],
  course: [
    {
      fact: 'The service deployment ends as ROLLBACK_FAILED.',
      source: pages.serviceDeployment,
      step: 'decided',
      path: 'serviceDeployments[].status',
      ends: ['ROLLBACK_FAILED'],
    },
    {
      fact: 'Its reason is that there is nothing to go back to.',
      source: "the tests of Terraform's AWS provider, internal/service/ecs/service_test.go",
      step: 'decided',
      path: 'serviceDeployments[].statusReason',
      ends: ['No rollback candidate was found to run the rollback.'],
    },
    {
      fact: 'The failed deployment stays PRIMARY.',
      source: pages.circuitBreaker,
      step: 'after',
      path: 'services[].deployments[].status',
      ends: ['PRIMARY'],
    },
    {
      fact: 'It is FAILED and starts no more tasks.',
      source: pages.deployment,
      step: 'after',
      path: 'services[].deployments[].rolloutState',
      ends: ['FAILED'],
    },
    {
      fact: 'The service itself stays ACTIVE.',
      source: pages.circuitBreaker,
      step: 'after',
      path: 'services[].status',
      ends: ['ACTIVE'],
    },
  ],
}
