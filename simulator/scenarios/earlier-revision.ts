import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { cluster, webWorld } from './web-service.js'

const onWeb = { cluster, service: 'web' }

/** Somebody starts it by hand: nothing is built, and there is no file. */
export const rollback: Scenario = {
  name: 'rollback',
  title: 'The service goes back to the last revision before that succeeded, and the migration does not run.',
  outcome: 'succeeded',
  ...inWorld(webWorld({ desiredCount: 2 })),
  files: {},
  inputs: { ...onWeb, rollback: 'previous', 'run-task': 'true', 'run-task-command': 'bin/migrate' },
  expect: {
    revision: '6',
    'previous-task-definition-arn': /task-definition\/web:7$/,
    'serving-task-definition-arn': /task-definition\/web:6$/,
    'run-task-arn': '',
  },
}

export const asItIs: Scenario = {
  name: 'as-it-is',
  title: 'A revision that exists is deployed as it is: nothing is registered.',
  outcome: 'succeeded',
  ...inWorld(webWorld({ desiredCount: 2 })),
  files: {},
  inputs: { ...onWeb, 'task-definition-arn': 'web:5' },
  expect: {
    revision: '5',
    'task-definition-arn': /task-definition\/web:5$/,
    'serving-task-definition-arn': /task-definition\/web:5$/,
  },
}
