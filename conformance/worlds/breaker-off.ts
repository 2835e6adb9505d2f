import { pages } from '../pages.js'
import {
  breakerOff,
  crash,
  createService,
  listDeployments,
  readDeployments,
  readService,
  register,
} from '../steps.js'
import type { World } from '../world.js'

export const breakerOffWorld: World = {
  name: 'breaker-off',
  shows: 'without a circuit breaker, ECS starts tasks again and again (watched for six minutes)',
  minutes: 7,
  taskMinutes: 8,
  steps: [
    register('v1', crash),
    createService({ taskDefinition: '<v1>', deploymentConfiguration: breakerOff }),
    listDeployments('list', 1),
    { ...readService('watch'), until: { elapsedMinutes: 6 }, simulatedSeconds: 120 },
    readDeployments('undecided', ['<newest>']),
  ],
  course: [
    {
      fact: 'The deployment never ends: it stays IN_PROGRESS.',
      source: pages.circuitBreaker,
      step: 'watch',
      path: 'services[].deployments[].rolloutState',
      ends: ['IN_PROGRESS'],
    },
    {
      fact: 'Failed tasks are counted all the same.',
      source: pages.deployment,
      step: 'watch',
      path: 'services[].deployments[].failedTasks',
      atLeast: 3,
    },
    {
      fact: 'The service deployment stays IN_PROGRESS, too.',
      source: pages.serviceDeployment,
      step: 'undecided',
      path: 'serviceDeployments[].status',
      ends: ['IN_PROGRESS'],
    },
    {
      fact: 'The circuit breaker is DISABLED.',
      source: pages.deploymentCircuitBreaker,
      step: 'undecided',
      path: 'serviceDeployments[].deploymentCircuitBreaker.status',
      ends: ['DISABLED'],
    },
  ],
}
