import { replayBlueGreenHistory } from './blue-green-service.js'
import type { Scenario } from './scenario.js'
import {
  call,
  cluster,
  commit,
  files,
  imageOf,
  inputs,
  rolledBackToSeven,
  workingSoftware,
} from './web-service.js'

export const pauseHook: Scenario = {
  name: 'pause-hook',
  title: 'The deployment waits for an approval that never comes, and rolls back when the pause times out.',
  outcome: 'rolled-back',
  during: 'The pause hook expires after five minutes.',
  setUp: world => {
    replayBlueGreenHistory(world, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 })
    call(world, 'UpdateService', {
      cluster,
      service: 'web',
      deploymentConfiguration: {
        lifecycleHooks: [
          {
            targetType: 'PAUSE',
            lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
            timeoutConfiguration: { timeoutInMinutes: 5, action: 'ROLLBACK' },
          },
        ],
      },
    })
    world.images.add(imageOf(commit), workingSoftware)
  },
  files,
  inputs,
  expect: {
    ...rolledBackToSeven,
    'failure-class': 'lifecycle-hook',
    'failure-reason': /pause hook timed out/,
  },
}
