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

export const secretMissing: Scenario = {
  name: 'secret-missing',
  title: 'The secret with the database URL was deleted: no container starts.',
  outcome: 'rolled-back',
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.secrets.delete(databaseUrl)
    world.images.add(imageOf(commit), workingSoftware)
  },
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'resource-initialization',
    'failure-reason': /web\/database-url-8Zk2Qp \(DATABASE_URL of app\) does not exist/,
  },
}
