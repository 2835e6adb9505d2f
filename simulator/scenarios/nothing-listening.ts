import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, rolledBackToSeven, webWorld, workingSoftware } from './web-service.js'

export const nothingListening: Scenario = {
  name: 'nothing-listening',
  title: 'The image starts the worker instead of the server: every task runs, but listens on no port.',
  outcome: 'rolled-back',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      pushed({
        ...workingSoftware,
        listens: {},
        logs: ['worker: waiting for jobs in the queue emails'],
      }),
    ),
  ),
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'health-check',
    'failure-reason': /5001/,
  },
}
