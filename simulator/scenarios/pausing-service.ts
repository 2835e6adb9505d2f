import type { Change, WorldDescription } from '../world/description.js'
import type { Duration } from '../world/duration.js'
import { blueGreenWorld } from './blue-green-service.js'
import { commit, imageOf, updateService, workingSoftware } from './web-service.js'

interface Pausing {
  readonly timeoutInMinutes: number
  /** When the hook is added and the image pushed; by default now. */
  readonly ago?: Duration
  readonly next?: Change
}

/** The service web, whose deployments wait once the new revision answers at the test listener; a working image. */
export function pausingWorld({ timeoutInMinutes, ago = 0, next = {} }: Pausing): WorldDescription {
  const hook = {
    targetType: 'PAUSE',
    lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
    timeoutConfiguration: { timeoutInMinutes, action: 'ROLLBACK' },
  }
  return blueGreenWorld(
    { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 },
    {
      history: [
        {
          ago,
          images: { [imageOf(commit)]: workingSoftware },
          calls: [updateService({ deploymentConfiguration: { lifecycleHooks: [hook] } })],
        },
        { ago, ...next },
      ],
    },
  )
}
