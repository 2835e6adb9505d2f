import { pages } from '../pages.js'
import {
  awaitDecision,
  createService,
  idleProcess,
  listDeployments,
  readDeployments,
  readService,
  register,
  updateService,
  webServer,
} from '../steps.js'
import type { World } from '../world.js'

export const superseded: World = {
  name: 'superseded',
  shows: 'a deployment starts while another one runs, and replaces it',
  minutes: 5,
  taskMinutes: 6,
  steps: [
    register('v1', idleProcess),
    createService({ taskDefinition: '<v1>' }),
    {
      ...readService('under-way'),
      // Its task runs, and does not count as healthy yet.
      until: { path: 'services[0].runningCount', atLeast: 1 },
      liveSeconds: 5,
      simulatedSeconds: 45,
      isInMotion: true,
    },
    register('v2', webServer('2')),
    updateService('update', { taskDefinition: '<v2>' }),
    listDeployments('list', 2),
    awaitDecision('decided'),
    readDeployments('replaced', ['<before>']),
  ],
  course: [
    {
      fact: 'An update is accepted while a deployment runs; the former one stays in the list.',
      source: pages.deployment,
      step: 'update',
      path: 'service.deployments[].status',
      ends: ['PRIMARY', 'ACTIVE'],
    },
    {
      fact: 'The newer service deployment succeeds.',
      source: pages.serviceDeployment,
      step: 'decided',
      path: 'serviceDeployments[].status',
      ends: ['SUCCESSFUL'],
    },
    {
      fact: 'A new service deployment stops the one that runs.',
      source: pages.serviceDeployment,
      step: 'replaced',
      path: 'serviceDeployments[].status',
      ends: ['STOPPED'],
    },
    {
      fact: 'The stopped service deployment was not a rollback.',
      source: pages.serviceDeployment,
      step: 'replaced',
      path: 'serviceDeployments[].rollback',
      isAbsent: true,
    },
  ],
}
