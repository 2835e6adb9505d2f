import type { Architecture } from '../resources/image-content.js'
import { manifestFor } from '../resources/images.js'
import type { Container, Task } from '../state/task.js'
import type { World } from '../world.js'

export type StartFailure = { readonly container: Container; readonly text: string; readonly afterMs: number }

/** The first image pull failure of a task, in ECS's words (task_cannot_pull_image). */
export function pullFailure(world: World, task: Task): StartFailure | undefined {
  for (const container of task.containers) {
    const reference = container.definition.image
    const image = world.images.find(reference)
    if (image === undefined) {
      const text = `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${reference}: ${reference}: not found`
      return { container, text, afterMs: world.settings.pullRetriesMs }
    }
    const architecture = architectureOf(task)
    if (manifestFor(image, architecture) === undefined) {
      const platform = architecture === 'ARM64' ? 'linux/arm64' : 'linux/amd64'
      const text = `CannotPullContainerError: image Manifest does not contain descriptor matching platform '${platform}'`
      return { container, text, afterMs: 5_000 }
    }
  }
  return undefined
}

export function architectureOf(task: Task): Architecture {
  const platform = task.taskDefinition.document.runtimePlatform as { cpuArchitecture?: string } | undefined
  return platform?.cpuArchitecture === 'ARM64' ? 'ARM64' : 'X86_64'
}
