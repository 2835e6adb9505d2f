import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, rolledBackToSeven, webWorld, workingSoftware } from './web-service.js'

export const programMissing: Scenario = {
  name: 'program-missing',
  title: 'The program in the command is missing in the image: the shell exits with code 127.',
  outcome: 'rolled-back',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      pushed({
        ...workingSoftware,
        exitsAfterSeconds: 1,
        exitCode: 127,
        logs: ['/entrypoint.sh: line 7: gunicorn: not found'],
      }),
    ),
  ),
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'container-exit',
    'failure-reason': /exited with code 127/,
  },
}
