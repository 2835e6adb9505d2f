import type { Architecture } from '../resources/image-content.js'
import { type Image, manifestFor } from '../resources/images.js'
import type { Software } from '../resources/software.js'
import type { Service } from '../state/service.js'
import type { Container, Task } from '../state/task.js'
import type { ContainerDependency } from '../state/task-definition.js'
import type { World } from '../world.js'
import { watchContainers } from './container-health.js'
import { writeLogs } from './container-logs.js'
import { softwareOf } from './container-software.js'
import { architectureOf } from './image-pull-failure.js'
import { exitContainer } from './task-stop.js'

/** Those whose dependencies are met (API_ContainerDependency). */
export function startReadyContainers(world: World, task: Task, service: Service | undefined): void {
  const ready = task.containers.filter(
    ({ lastStatus, definition }) =>
      lastStatus === 'PENDING' && (definition.dependsOn ?? []).every(one => isMet(task, one)),
  )
  for (const container of ready) start(world, task, { container, service })
  // Health checks of the others begin when the task is RUNNING.
  if (hasDependencies(task)) watchContainers(world, task, { service, containers: ready })
}

export function hasDependencies({ containers }: Task): boolean {
  return containers.some(({ definition }) => (definition.dependsOn ?? []).length > 0)
}

function isMet({ containers }: Task, { containerName, condition }: ContainerDependency): boolean {
  const other = containers.find(({ definition }) => definition.name === containerName)
  if (other === undefined) return true
  switch (condition) {
    case 'START':
      return other.lastStatus !== 'PENDING'
    case 'COMPLETE':
      return other.lastStatus === 'STOPPED'
    case 'SUCCESS':
      return other.lastStatus === 'STOPPED' && other.exitCode === 0
    case 'HEALTHY':
      return other.health === 'HEALTHY'
  }
}

interface Starting {
  readonly container: Container
  readonly service: Service | undefined
}

function start(world: World, task: Task, { container, service }: Starting): void {
  const { image: reference, name } = container.definition
  const image = world.images.pulled(reference) as Image
  const revision = service?.revisions.find(({ digits }) => digits === task.deploymentId)
  if (revision && !revision.digests.has(name)) revision.digests.set(name, image.digest)
  container.lastStatus = 'RUNNING'
  container.imageDigest = image.digest
  const software = runningOn(architectureOf(task), image, softwareOf(world, container) ?? image.software)
  writeLogs(world, task, { container, software })
  const { exitsAfterSeconds } = software
  if (exitsAfterSeconds === undefined) return
  world.after(exitsAfterSeconds * 1000, () => exitContainer(world, task, { container, software }))
}

/** ECS pulls a single-platform image for any architecture; its program then fails to start. */
function runningOn(architecture: Architecture, image: Image, software: Software): Software {
  if (manifestFor(image, architecture)?.architecture === architecture) return software
  return { ...software, exitsAfterSeconds: 0.5, exitCode: 1, logs: [execFormatError] }
}

const execFormatError = 'exec /app/server: exec format error'
