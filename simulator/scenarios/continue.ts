import { inWorld } from './in-world.js'
import { pausingWorld } from './pausing-service.js'
import type { Scenario } from './scenario.js'
import { cluster, commit, definitionOf, updateService } from './web-service.js'

export const continuePaused: Scenario = {
  name: 'continue',
  title: 'Somebody approved: a second step continues the deployment that waits, and watches it to its end.',
  outcome: 'succeeded',
  ...inWorld(
    pausingWorld({
      timeoutInMinutes: 240,
      ago: '3m',
      next: { taskDefinitions: [definitionOf(commit)], calls: [updateService({ taskDefinition: 'web:8' })] },
    }),
  ),
  files: {},
  inputs: { cluster, service: 'web', 'continue-deployment': 'continue' },
  expect: {
    outcome: 'succeeded',
    revision: '8',
    'serving-task-definition-arn': /task-definition\/web:8$/,
    'hook-id': '',
    'failure-class': '',
  },
}
