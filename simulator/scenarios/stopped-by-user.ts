import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import {
  cluster,
  files,
  inputs,
  pushed,
  rolledBackToSeven,
  webWorld,
  workingSoftware,
} from './web-service.js'

export const stoppedByUser: Scenario = {
  name: 'stopped-by-user',
  title: 'A colleague presses "Roll back" in the console during our deployment.',
  outcome: 'rolled-back',
  during: 'A user stops our service deployment 45 seconds after it started.',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      {
        ...pushed(workingSoftware),
        later: [{ afterRollout: '45s', stopDeployments: [{ cluster, service: 'web' }] }],
      },
    ),
  ),
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
  },
}
