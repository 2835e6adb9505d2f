import type { Scenario } from './scenario.js'
import {
  commit,
  files,
  imageOf,
  inputs,
  replayHistory,
  rolledBackToSeven,
  workingSoftware,
} from './web-service.js'

export const nothingListening: Scenario = {
  name: 'nothing-listening',
  title: 'The image starts the worker instead of the server: every task runs, but listens on no port.',
  outcome: 'rolled-back',
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.images.add(imageOf(commit), {
      ...workingSoftware,
      listens: {},
      logs: ['worker: waiting for jobs in the queue emails'],
    })
  },
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'health-check',
    'failure-reason': /5001/,
  },
}
