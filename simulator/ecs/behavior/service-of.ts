import type { Service } from '../state/service.js'
import type { Task } from '../state/task.js'
import type { World } from '../world.js'

export function serviceOf(world: World, task: Task): Service | undefined {
  return task.serviceArn === undefined ? undefined : world.services.get(task.serviceArn)
}
