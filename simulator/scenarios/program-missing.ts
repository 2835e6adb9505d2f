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

export const programMissing: Scenario = {
  name: 'program-missing',
  title: 'The program in the command is missing in the image: the shell exits with code 127.',
  outcome: 'rolled-back',
  setUp: world => {
    replayHistory(world, { desiredCount: 2 })
    world.images.add(imageOf(commit), {
      ...workingSoftware,
      exitsAfterSeconds: 1,
      exitCode: 127,
      logs: ['/entrypoint.sh: line 7: gunicorn: not found'],
    })
  },
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'container-exit',
    'failure-reason': /exited with code 127/,
  },
}
