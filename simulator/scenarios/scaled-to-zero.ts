import { inWorld } from './in-world.js'
import { movedSoftware } from './port-mismatch.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, updateService, webWorld } from './web-service.js'

export const scaledToZero: Scenario = {
  name: 'scaled-to-zero',
  title:
    'The service was scaled to zero for the night: the deployment completes in seconds without starting a task.',
  outcome: 'idle',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      {
        history: [
          { ago: '8h', calls: [updateService({ desiredCount: 0 })] },
          ...(pushed(movedSoftware).history ?? []),
        ],
      },
    ),
  ),
  files,
  inputs,
  expect: {
    revision: '8',
    'task-definition-arn': /task-definition\/web:8$/,
    'previous-task-definition-arn': /task-definition\/web:7$/,
  },
}
