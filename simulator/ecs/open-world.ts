/** Opens a world in which things happen: the scheduler of behaviour/ in the state and the time of World. */
import { look } from './behaviour/scheduler.js'
import { World, type WorldOptions } from './world.js'

export function openWorld(options: WorldOptions): World {
  return new World(options, look)
}
