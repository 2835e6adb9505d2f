import { buildWorld } from '../world/build-world.js'
import type { WorldDescription } from '../world/description.js'
import type { Scenario } from './scenario.js'

/** The world of a scenario, as data and as what makes it. */
export function inWorld(world: WorldDescription): Pick<Scenario, 'world' | 'setUp'> {
  return { world, setUp: opened => buildWorld(opened, world) }
}
