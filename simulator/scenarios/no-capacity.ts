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

export const noCapacity: Scenario = {
  name: 'no-capacity',
  title: 'The region has no capacity for another task: ECS would retry indefinitely.',
  outcome: 'timed-out',
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.images.add(imageOf(commit), workingSoftware)
    world.capacity.available = false
  },
  files,
  inputs: { ...inputs, 'wait-for-minutes': '5' },
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'placement',
    'failure-reason': /could not place a task repeatedly since .*capacity is unavailable at this time/,
  },
}
