import { movedSoftware } from './port-mismatch.js'
import type { Scenario } from './scenario.js'
import { commit, files, imageOf, inputs, replayHistory } from './web-service.js'

export const rollbackOff: Scenario = {
  name: 'rollback-off',
  title: 'The circuit breaker stops the deployment without a rollback: the old tasks keep serving.',
  outcome: 'failed',
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.images.add(imageOf(commit), movedSoftware)
  },
  files,
  inputs: { ...inputs, 'circuit-breaker': 'stop' },
  expect: {
    revision: '8',
    'previous-task-definition-arn': /task-definition\/web:7$/,
    'failure-class': 'health-check',
  },
}
