import { blueGreenWorld } from './blue-green-service.js'
import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, rolledBackToSeven, workingSoftware } from './web-service.js'

export const canaryCrash: Scenario = {
  name: 'canary-crash',
  title: 'A canary whose tasks never start: no request reaches it, and the circuit breaker rolls back.',
  outcome: 'rolled-back',
  ...inWorld(
    blueGreenWorld(
      {
        strategy: 'CANARY',
        bakeTimeInMinutes: 1,
        canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 3 },
      },
      pushed({
        ...workingSoftware,
        exitsAfterSeconds: 2,
        exitCode: 78,
        logs: ['config: unknown key FEATURE_BANNER'],
      }),
    ),
  ),
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'container-exit',
  },
}
