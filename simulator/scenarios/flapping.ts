import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, rolledBackToSeven, webWorld, workingSoftware } from './web-service.js'

export const flapping: Scenario = {
  name: 'flapping',
  title:
    'Every task becomes healthy and runs out of memory seconds later: the circuit breaker never counts to three.',
  outcome: 'rolled-back',
  ...inWorld(
    webWorld(
      { desiredCount: 2, targetGroup: { deregistrationDelaySeconds: 300 } },
      pushed({ ...workingSoftware, exitsAfterSeconds: 45, outOfMemory: true }),
    ),
  ),
  files,
  inputs: { ...inputs, 'fail-fast-after': '3' },
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'out-of-memory',
  },
}
