import { inWorld } from './in-world.js'
import { movedSoftware } from './port-mismatch.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, rolledBackToSeven, webWorld } from './web-service.js'

export const desiredOne: Scenario = {
  name: 'desired-one',
  title: 'A single task, and the port is wrong: each failed task has to drain before the next one may start.',
  outcome: 'rolled-back',
  ...inWorld(webWorld({ desiredCount: 1 }, pushed(movedSoftware))),
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'health-check',
    'failure-reason': /failed the load balancer health check/,
  },
}
