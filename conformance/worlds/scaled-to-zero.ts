import { pages } from '../pages.js'
import {
  awaitCompleted,
  createService,
  listDeployments,
  readDeployments,
  register,
  webServer,
} from '../steps.js'
import type { World } from '../world.js'

export const scaledToZero: World = {
  name: 'scaled-to-zero',
  shows: 'a deployment without tasks succeeds, and a service that does not exist is no error',
  minutes: 1,
  taskMinutes: 0,
  steps: [
    register('v1', webServer('1')),
    createService({ taskDefinition: '<v1>', desiredCount: 0 }),
    listDeployments('list', 1),
    awaitCompleted('watch'),
    readDeployments('decided', ['<newest>']),
    {
      name: 'absent',
      operation: 'DescribeServices',
      input: { cluster: '<cluster>', services: ['absent'] },
    },
    {
      name: 'update-absent',
      operation: 'UpdateService',
      input: { cluster: '<cluster>', service: 'absent', desiredCount: 1 },
      isRefused: true,
    },
  ],
  course: [
    {
      fact: 'A deployment without tasks succeeds and proves nothing.',
      source: pages.serviceDeployment,
      step: 'decided',
      path: 'serviceDeployments[].status',
      ends: ['SUCCESSFUL'],
    },
    {
      fact: 'The service has no tasks.',
      source: pages.updateService,
      step: 'watch',
      path: 'services[].runningCount',
      ends: [0],
    },
    {
      fact: 'A service that does not exist is a failure in a successful answer.',
      source: pages.failures,
      step: 'absent',
      path: 'failures[].reason',
      ends: ['MISSING'],
    },
    {
      fact: 'It cannot be updated.',
      source: pages.updateService,
      step: 'update-absent',
      path: 'code',
      ends: ['ServiceNotFoundException'],
    },
  ],
}
