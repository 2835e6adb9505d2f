import { inWorld } from './in-world.js'
import { movedSoftware } from './port-mismatch.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, webWorld } from './web-service.js'

export const rollbackOff: Scenario = {
  name: 'rollback-off',
  title: 'The circuit breaker stops the deployment without a rollback: the old tasks keep serving.',
  outcome: 'failed',
  ...inWorld(webWorld({ desiredCount: 2 }, pushed(movedSoftware))),
  files,
  inputs: { ...inputs, 'circuit-breaker': 'stop' },
  expect: {
    revision: '8',
    'previous-task-definition-arn': /task-definition\/web:7$/,
    'failure-class': 'health-check',
  },
}
