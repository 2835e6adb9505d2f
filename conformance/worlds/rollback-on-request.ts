import type { JsonObject } from '../json.js'
import { pages } from '../pages.js'
import {
  awaitCompleted,
  awaitDecision,
  createService,
  listDeployments,
  readService,
  register,
  updateService,
  webServer,
} from '../steps.js'
import type { World } from '../world.js'

const rollback: JsonObject = { serviceDeploymentArn: '<newest>', stopType: 'ROLLBACK' }

export const rollbackOnRequest: World = {
  name: 'rollback-on-request',
  shows: 'somebody stops a deployment with a rollback, and tries it again when it has ended',
  minutes: 6,
  taskMinutes: 8,
  steps: [
    register('v1', webServer('1')),
    createService({ taskDefinition: '<v1>' }),
    awaitCompleted('completed'),
    register('v2', webServer('2')),
    updateService('update', { taskDefinition: '<v2>' }),
    {
      ...readService('under-way'),
      // Those of both revisions run.
      until: { path: 'services[0].runningCount', atLeast: 2 },
      liveSeconds: 5,
      simulatedSeconds: 20,
      isInMotion: true,
    },
    listDeployments('list', 2),
    { name: 'stop', operation: 'StopServiceDeployment', input: rollback },
    awaitDecision('decided', 30),
    readService('after'),
    { name: 'stop-again', operation: 'StopServiceDeployment', input: rollback, isRefused: true },
  ],
  course: [
    {
      fact: 'The answer names the service deployment.',
      source: pages.stopServiceDeployment,
      step: 'stop',
      path: 'serviceDeploymentArn',
      matches: /\/service-deployment-\d+$/,
    },
    {
      fact: 'The service deployment is rolled back.',
      source: pages.stopServiceDeployment,
      step: 'decided',
      path: 'serviceDeployments[].status',
      ends: ['ROLLBACK_SUCCESSFUL'],
    },
    {
      fact: 'It goes back to the revision that served before.',
      source: pages.serviceRevision,
      step: 'decided',
      path: 'serviceDeployments[].rollback.serviceRevisionArn',
      matches: /\/deployment-1$/,
    },
    {
      fact: 'The service has the former task definition again.',
      source: pages.circuitBreaker,
      step: 'after',
      path: 'services[].taskDefinition',
      matches: /:1$/,
    },
  ],
}
