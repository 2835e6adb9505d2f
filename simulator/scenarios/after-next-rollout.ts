import type { World } from '../ecs/world.js'

/** Runs once, this many seconds after the rollout begins. */
export function afterNextRollout(world: World, seconds: number, run: () => void): void {
  let hasRun = false
  world.onRollout(() => {
    if (hasRun) return
    hasRun = true
    world.after(seconds * 1000, run)
  })
}
