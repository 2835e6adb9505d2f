/** A service with a pause hook, and a working image to deploy to it. */
import { replayBlueGreenHistory } from '../../simulator/scenarios/blue-green-service.js'
import { commit, files, imageOf, inputs, workingSoftware } from '../../simulator/scenarios/web-service.js'
import type { Story } from './play.js'
import { update } from './web-stories.js'

export interface Pausing {
  readonly inputs?: Readonly<Record<string, string>>
  readonly strategy?: string
  readonly stage?: string
  readonly stages?: readonly string[]
  /** until the hook expires */
  readonly minutes?: number
  readonly action?: 'ROLLBACK' | 'CONTINUE'
  /** milliseconds for what happens before the step */
  readonly ago?: number
}

export function pausing({
  inputs: more = {},
  strategy = 'BLUE_GREEN',
  stage = 'POST_TEST_TRAFFIC_SHIFT',
  stages = [stage],
  minutes = 60,
  action = 'ROLLBACK',
  ago = 0,
}: Pausing = {}): Story {
  return {
    files,
    inputs: { ...inputs, ...more },
    setUp: world => {
      const configuration = { strategy, bakeTimeInMinutes: strategy === 'ROLLING' ? 0 : 1 }
      replayBlueGreenHistory(world, configuration, { desiredCount: 2, until: world.now - ago })
      update(world, {
        deploymentConfiguration: {
          lifecycleHooks: [
            {
              targetType: 'PAUSE',
              lifecycleStages: stages,
              timeoutConfiguration: { timeoutInMinutes: minutes, action },
            },
          ],
        },
      })
      world.images.add(imageOf(commit), workingSoftware)
    },
  }
}
