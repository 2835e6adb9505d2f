import { runScheduler } from './behavior/scheduler.js'
import { World, type WorldOptions } from './world.js'

export function openWorld(options: WorldOptions): World {
  return new World(options, runScheduler)
}
