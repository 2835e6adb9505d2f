import { inWorld } from './in-world.js'
import { pausingWorld } from './pausing-service.js'
import type { Scenario } from './scenario.js'
import { files, inputs, rolledBackToSeven } from './web-service.js'

export const pauseHook: Scenario = {
  name: 'pause-hook',
  title: 'The deployment waits for an approval that never comes, and rolls back when the pause times out.',
  outcome: 'rolled-back',
  during: 'The pause hook expires after five minutes.',
  ...inWorld(pausingWorld({ timeoutInMinutes: 5 })),
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'lifecycle-hook',
    'failure-reason': /pause hook timed out/,
  },
}
