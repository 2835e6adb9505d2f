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

export const secretMissing: Scenario = {
  name: 'secret-missing',
  title: 'The secret with the database URL was deleted: no container starts.',
  outcome: 'rolled-back',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      {
        history: [
          {
            ago: 0,
            secrets: { [databaseUrl]: 'missing' },
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
    'failure-reason': /web\/database-url-8Zk2Qp \(DATABASE_URL of app\) does not exist/,
  },
}
