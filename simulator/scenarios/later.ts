import type { World } from '../ecs/world.js'

/** Lets something happen so many seconds after the next rollout begins, once, whoever begins it. */
export function afterNextRollout(world: World, seconds: number, happen: () => void): void {
  let isOver = false
  world.onRollout(() => {
    if (isOver) return
    isOver = true
    world.after(seconds * 1000, happen)
  })
}
