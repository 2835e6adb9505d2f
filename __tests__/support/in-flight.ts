/** A deployment of the definition that the action would deploy, such as an earlier attempt of the same run leaves. */
import type { World } from '../../simulator/ecs/world.js'
import { call, commit, imageOf, taskDefinition } from '../../simulator/scenarios/web-service.js'
import { beginning, type StoryOverrides, update } from './web-stories.js'

export const breakerOn = { deploymentCircuitBreaker: { enable: true, rollback: true } }

export interface InFlight {
  readonly secondsAgo?: number
  /** of UpdateService */
  readonly members?: object
  readonly tags?: Readonly<Record<string, string>>
  /** once it is in flight */
  readonly meanwhile?: (world: World) => void
  readonly image?: string
}

export function inFlight(options: InFlight = {}): StoryOverrides {
  const { secondsAgo = 40, members = {}, tags = {}, meanwhile, image = imageOf(commit) } = options
  return {
    history: { until: beginning - secondsAgo * 1000 },
    also: world => {
      const list = Object.entries(tags).map(([key, value]) => ({ key: `ecs-safe-deploy:${key}`, value }))
      call(world, 'RegisterTaskDefinition', {
        ...taskDefinition(image),
        ...(list.length > 0 ? { tags: list } : {}),
      })
      update(world, { taskDefinition: 'web', deploymentConfiguration: breakerOn, ...members })
      world.advanceTo(beginning)
      meanwhile?.(world)
    },
  }
}

export const joining = { 'in-flight': 'join' }
