import type { Software } from '../ecs/resources/software.js'
import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, rolledBackToSeven, webWorld, workingSoftware } from './web-service.js'

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
  ...inWorld(webWorld({ desiredCount: 2 }, pushed(crashingSoftware))),
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'container-exit',
    'failure-reason': /app exited with code 1/,
  },
}
