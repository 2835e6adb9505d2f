import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import {
  commit,
  databaseUrl,
  files,
  imageOf,
  inputs,
  rolledBackToSeven,
  webWorld,
  workingSoftware,
} from './web-service.js'

export const secretDenied: Scenario = {
  name: 'secret-denied',
  title: 'The execution role may no longer read the secret with the database URL: no container starts.',
  outcome: 'rolled-back',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      {
        history: [
          {
            ago: 0,
            secrets: { [databaseUrl]: 'denied' },
            images: { [imageOf(commit)]: workingSoftware },
          },
        ],
      },
    ),
  ),
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'resource-initialization',
    'failure-reason': /may not read the secret .*DATABASE_URL of app/,
  },
}
