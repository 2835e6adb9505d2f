import type { Software } from '../ecs/resources/software.js'
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

export const crashingSoftware: Software = {
  ...workingSoftware,
  exitsAfterSeconds: 1,
  exitCode: 1,
  logs: ["KeyError: 'FEATURE_X'"],
}

export const crashAtStart: Scenario = {
  name: 'crash-at-start',
  title: 'The process ends with exit code 1 a second after it starts, in every task.',
  outcome: 'rolled-back',
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.images.add(imageOf(commit), crashingSoftware)
  },
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'container-exit',
    'failure-reason': /app exited with code 1/,
  },
}
