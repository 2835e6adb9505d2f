import type { Architecture } from '../resources/image-content.js'
import { manifestFor } from '../resources/images.js'
import type { Container, Task } from '../state/task.js'
import type { World } from '../world.js'

export type StartFailure = {
  /** Undefined if no container is to blame. */
  readonly container: Container | undefined
  readonly text: string
  readonly afterMs: number
}

/** In ECS's words (task_cannot_pull_image). */
export function pullFailure(world: World, task: Task): StartFailure | undefined {
  for (const container of task.containers) {
    const reference = container.definition.image
    const image = world.images.find(reference)
    if (image === undefined) {
      const why = resolveFailure(world, reference)
      const text = `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${why}`
      return { container, text, afterMs: world.settings.pullRetriesMs }
    }
    const { pullError } = image.software
    if (pullError !== undefined) {
      const text = `CannotPullContainerError: pull image manifest has been retried 5 time(s): ${pullError}`
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

/**
 * Outside of ECR nobody learns whether a repository is missing or private: the words of containerd for Docker Hub, and
 * for registries with a token server, such as ghcr.io.
 */
function resolveFailure({ images }: World, reference: string): string {
  const [, host = '', path = reference] = /^([^/]*[.:][^/]*|localhost)\/(.+)$/.exec(reference) ?? []
  const isPrivate = images.repository(repositoryOf(reference)) === undefined && !/\.dkr[.-]ecr/.test(host)
  if (!isPrivate) return `${reference}: ${reference}: not found`
  if (host === '' || host === 'docker.io') {
    const name = path.includes('/') ? path : `library/${path}`
    return `docker.io/${name}: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`
  }
  const scope = encodeURIComponent(`repository:${repositoryOf(path)}:pull`)
  return `${reference}: failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://${host}/token?scope=${scope}&service=${host}: 403 Forbidden`
}

function repositoryOf(reference: string): string {
  return reference.replace(/@.*$/, '').replace(/:[^:/]+$/, '')
}

export function architectureOf(task: Task): Architecture {
  const platform = task.taskDefinition.document.runtimePlatform as { cpuArchitecture?: string } | undefined
  return platform?.cpuArchitecture === 'ARM64' ? 'ARM64' : 'X86_64'
}
