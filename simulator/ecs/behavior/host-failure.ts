import type { Task } from '../state/task.js'
import type { World } from '../world.js'
import { softwareOf } from './container-software.js'
import type { StartFailure } from './image-pull-failure.js'

/** How long ECS waits for network interfaces and storage (amazon-ecs-agent, waitTimeout: 3 minutes). */
const attachmentMs = 180_000

/** Before the image is pulled (failed-to-start-error, api_failures_messages). */
export function hostFailure({ capacity }: World): StartFailure | undefined {
  const { hostFailure: text } = capacity
  if (text === undefined) return undefined
  return { container: undefined, text, afterMs: /timeout|timed out/i.test(text) ? attachmentMs : 3_000 }
}

/** After the image is pulled (stopped-task-error-codes, cannot-start-container). */
export function runtimeFailure(world: World, task: Task): StartFailure | undefined {
  for (const container of task.containers) {
    const text = softwareOf(world, container)?.startError
    if (text === undefined) continue
    const [, minutes] = /timed out after waiting (\d+)m/.exec(text) ?? []
    return { container, text, afterMs: Number(minutes ?? 0) * 60_000 + 1_000 }
  }
  return undefined
}
