import { inWorld } from './in-world.js'
import { movedSoftware } from './port-mismatch.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, webWorld } from './web-service.js'

export const breakerOff: Scenario = {
  name: 'breaker-off',
  title: 'The port is wrong and the circuit breaker stays off: ECS starts and stops tasks indefinitely.',
  outcome: 'timed-out',
  ...inWorld(webWorld({ desiredCount: 2 }, pushed(movedSoftware))),
  files,
  inputs: { ...inputs, 'circuit-breaker': 'keep', 'fail-fast-after': '0', 'wait-for-minutes': '10' },
  expect: {
    revision: '8',
    'previous-task-definition-arn': /task-definition\/web:7$/,
  },
}
