import { movedSoftware } from './port-mismatch.js'
import type { Scenario } from './scenario.js'
import { commit, files, imageOf, inputs, replayHistory, rolledBackToSeven } from './web-service.js'

export const desiredOne: Scenario = {
  name: 'desired-one',
  title: 'A single task, and the port is wrong: each failed task has to drain before the next one may start.',
  outcome: 'rolled-back',
  setUp: world => {
    replayHistory(world, { desiredCount: 1 })
    world.images.add(imageOf(commit), movedSoftware)
  },
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'health-check',
    'failure-reason': /failed the load balancer health check/,
  },
}
