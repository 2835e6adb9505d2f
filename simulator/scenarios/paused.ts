import { inWorld } from './in-world.js'
import { pausingWorld } from './pausing-service.js'
import type { Scenario } from './scenario.js'
import { files, inputs } from './web-service.js'

export const paused: Scenario = {
  name: 'paused',
  title: 'The step ends where a pause hook waits for an approval.',
  outcome: 'paused',
  ...inWorld(pausingWorld({ timeoutInMinutes: 240 })),
  files,
  inputs: { ...inputs, 'wait-until': 'paused' },
  expect: {
    outcome: 'paused',
    revision: '8',
    'serving-task-definition-arn': /task-definition\/web:7$/,
    'hook-id': /^ecs-pause-/,
    'hook-expires-at': /^2026-/,
    'failure-class': '',
  },
}
