import { movedSoftware } from './port-mismatch.js'
import type { Scenario } from './scenario.js'
import { call, cluster, commit, files, imageOf, inputs, replayHistory } from './web-service.js'

const hour = 3_600_000

export const scaledToZero: Scenario = {
  name: 'scaled-to-zero',
  title:
    'The service was scaled to zero for the night: the deployment completes in seconds without starting a task.',
  outcome: 'idle',
  setUp: world => {
    const now = world.now
    replayHistory(world, { desiredCount: 2, until: now - 8 * hour })
    call(world, 'UpdateService', { cluster, service: 'web', desiredCount: 0 })
    world.advanceTo(now)
    world.images.add(imageOf(commit), movedSoftware)
  },
  files,
  inputs,
  expect: {
    revision: '8',
    'task-definition-arn': /task-definition\/web:8$/,
    'previous-task-definition-arn': /task-definition\/web:7$/,
  },
}
