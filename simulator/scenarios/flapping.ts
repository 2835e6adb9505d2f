import type { Scenario } from './scenario.js'
import {
  commit,
  files,
  imageOf,
  inputs,
  replayHistory,
  rolledBackToSeven,
  workingSoftware,
} from './web-service.js'

export const flapping: Scenario = {
  name: 'flapping',
  title:
    'Every task becomes healthy and runs out of memory seconds later: the circuit breaker never counts to three.',
  outcome: 'rolled-back',
  setUp: world => {
    replayHistory(world, { desiredCount: 2, targetGroup: { deregistrationDelaySeconds: 300 } })
    world.images.add(imageOf(commit), { ...workingSoftware, exitsAfterSeconds: 45, outOfMemory: true })
  },
  files,
  inputs: { ...inputs, 'fail-fast-after': '3' },
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'out-of-memory',
  },
}
