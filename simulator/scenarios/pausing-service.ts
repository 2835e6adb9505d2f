import type { World } from '../ecs/world.js'
import { replayBlueGreenHistory } from './blue-green-service.js'
import { call, cluster, commit, imageOf, workingSoftware } from './web-service.js'

/** The service web, whose deployments wait once the new revision answers at the test listener; a working image. */
export function openPausingService(world: World, timeoutInMinutes: number, until = world.now): void {
  replayBlueGreenHistory(world, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 }, { desiredCount: 2, until })
  call(world, 'UpdateService', {
    cluster,
    service: 'web',
    deploymentConfiguration: {
      lifecycleHooks: [
        {
          targetType: 'PAUSE',
          lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
          timeoutConfiguration: { timeoutInMinutes, action: 'ROLLBACK' },
        },
      ],
    },
  })
  world.images.add(imageOf(commit), workingSoftware)
}
