import type { Service } from '../state/service.js'
import { currentServiceShape } from '../wire/service-shape.js'
import type { World } from '../world.js'

/** Before a change: what stale reads return for a while. */
export function keepStaleSnapshot(world: World, service: Service): void {
  const { staleReadsMs } = world.settings
  if (staleReadsMs > 0) {
    const before = { until: world.now + staleReadsMs, shape: currentServiceShape(world, service) }
    service.stale = [...service.stale.filter(({ until }) => world.now < until), before]
  }
}
