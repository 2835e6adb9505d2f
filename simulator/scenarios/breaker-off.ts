import { movedSoftware } from './port-mismatch.js'
import type { Scenario } from './scenario.js'
import { commit, files, imageOf, inputs, replayHistory } from './web-service.js'

export const breakerOff: Scenario = {
  name: 'breaker-off',
  title: 'The port is wrong and the circuit breaker stays off: ECS starts and stops tasks indefinitely.',
  outcome: 'timed-out',
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.images.add(imageOf(commit), movedSoftware)
  },
  files,
  inputs: { ...inputs, 'circuit-breaker': 'keep', 'fail-fast-after': '0', 'wait-for-minutes': '10' },
  expect: {
    revision: '8',
    'previous-task-definition-arn': /task-definition\/web:7$/,
  },
}
