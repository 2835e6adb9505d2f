import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import {
  commit,
  files,
  imageOf,
  inputs,
  rolledBackToSeven,
  webWorld,
  workingSoftware,
} from './web-service.js'

export const noCapacity: Scenario = {
  name: 'no-capacity',
  title: 'The region has no capacity for another task: ECS would retry indefinitely.',
  outcome: 'timed-out',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      {
        history: [{ ago: 0, images: { [imageOf(commit)]: workingSoftware }, capacity: { available: false } }],
      },
    ),
  ),
  files,
  inputs: { ...inputs, 'wait-for-minutes': '5' },
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'placement',
    'failure-reason': /could not place a task repeatedly since .*capacity is unavailable at this time/,
  },
}
