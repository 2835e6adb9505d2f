import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, rolledBackToSeven, webWorld, workingSoftware } from './web-service.js'

export const outOfMemory: Scenario = {
  name: 'out-of-memory',
  title: 'The app runs out of memory while it starts, and the kernel kills it.',
  outcome: 'rolled-back',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      pushed({
        ...workingSoftware,
        exitsAfterSeconds: 2,
        outOfMemory: true,
        logs: ['Loading the model into memory'],
      }),
    ),
  ),
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'out-of-memory',
    'failure-reason': /1024 MiB/,
  },
}
