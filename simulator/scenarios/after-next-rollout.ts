import type { World } from '../ecs/world.js'

/** Lets something happen so many seconds after the next rollout begins, once, whoever begins it. */
export function afterNextRollout(world: World, seconds: number, run: () => void): void {
  let hasRun = false
  world.onRollout(() => {
    if (hasRun) return
    hasRun = true
    world.after(seconds * 1000, run)
  })
}
