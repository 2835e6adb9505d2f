import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, webWorld, workingSoftware } from './web-service.js'

export const slowDrain: Scenario = {
  name: 'slow-drain',
  title: 'The new tasks are healthy, and the old ones drain for longer than the step waits.',
  outcome: 'timed-out',
  ...inWorld(
    webWorld(
      { desiredCount: 2, targetGroup: { deregistrationDelaySeconds: 1_800 } },
      pushed(workingSoftware),
    ),
  ),
  files,
  inputs: { ...inputs, 'wait-for-minutes': '5' },
  expect: {
    revision: '8',
    'failure-class': 'time-limit',
    'failure-reason': /2 tasks of web:7 are still stopping: the load balancer drains their connections/,
  },
}
