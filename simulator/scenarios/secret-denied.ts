import type { Scenario } from './scenario.js'
import {
  commit,
  databaseUrl,
  files,
  imageOf,
  inputs,
  replayHistory,
  rolledBackToSeven,
  workingSoftware,
} from './web-service.js'

export const secretDenied: Scenario = {
  name: 'secret-denied',
  title: 'The execution role may no longer read the secret with the database URL: no container starts.',
  outcome: 'rolled-back',
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.secrets.deny(databaseUrl)
    world.images.add(imageOf(commit), workingSoftware)
  },
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'resource-initialization',
    'failure-reason': /may not read the secret .*DATABASE_URL of app/,
  },
}
