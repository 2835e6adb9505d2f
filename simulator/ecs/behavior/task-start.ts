import type { Image } from '../resources/images.js'
import { defaultPullSeconds } from '../resources/software.js'
import type { Document, Tag } from '../state/document.js'
import type { LoadBalancer, Service } from '../state/service.js'
import { type Container, isDesiredRunning, setLastStatus, type Task } from '../state/task.js'
import type { ContainerDefinition, TaskDefinition } from '../state/task-definition.js'
import type { World } from '../world.js'
import { watchContainers } from './container-health.js'
import { instanceFor } from './container-instances.js'
import { logFailure } from './container-logs.js'
import { hasDependencies, startReadyContainers } from './container-start.js'
import { hostFailure, runtimeFailure } from './host-failure.js'
import { pullFailure } from './image-pull-failure.js'
import { register } from './load-balancing.js'
import { secretFailure } from './secret-failure.js'
import { failToStart } from './task-stop.js'

export type TaskRequest = {
  readonly clusterName: string
  readonly clusterArn: string
  readonly taskDefinition: TaskDefinition
  readonly group: string
  readonly launchType: string
  readonly startedBy: string | undefined
  readonly service: Service | undefined
  readonly deploymentId: string | undefined
  readonly loadBalancers: readonly LoadBalancer[]
  readonly attributes: Document
  readonly networkConfiguration: unknown
  readonly tags: readonly Tag[]
}

/** Provisioning, image pull, RUNNING. */
export function startTask(world: World, request: TaskRequest): Task {
  const id = world.random.hex(32)
  const task: Task = {
    id,
    arn: world.arn(`task/${request.clusterName}/${id}`),
    clusterArn: request.clusterArn,
    taskDefinition: request.taskDefinition,
    group: request.group,
    launchType: request.launchType,
    containerInstanceArn: containerInstanceOf(world, request),
    createdAt: world.now,
    containers: [
      ...request.taskDefinition.containers,
      ...world.sidecars.definitions(() => world.random.draw(nameCharacters, 5)),
    ].map(definition => newContainer(world, { clusterName: request.clusterName, taskId: id, definition })),
    attributes: request.attributes,
    tags: request.tags,
    targets: [],
    lastStatus: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    version: 1,
    presumedHealthy: false,
    wasHealthy: false,
    counted: false,
    protectedUntil: undefined,
    startedBy: request.startedBy,
    serviceArn: request.service?.arn,
    deploymentId: request.deploymentId,
    subnet: subnetOf(request, id),
    connectivityAt: undefined,
    pullStartedAt: undefined,
    pullStoppedAt: undefined,
    containersStartedAt: undefined,
    startedAt: undefined,
    stoppingAt: undefined,
    executionStoppedAt: undefined,
    stoppedAt: undefined,
    stopCode: undefined,
    stoppedReason: undefined,
  }
  world.tasks.set(task.arn, task)
  continueAfter(world, { task, ms: world.settings.provisioningMs }, () => pull(world, task, request))
  return task
}

const nameCharacters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

function containerInstanceOf(world: World, { launchType, clusterName }: TaskRequest): string | undefined {
  const cluster = launchType === 'EC2' ? world.clusters.get(clusterName) : undefined
  return cluster && instanceFor(world, cluster)?.arn
}

/** Distributes evenly. */
function subnetOf({ networkConfiguration }: TaskRequest, id: string): string | undefined {
  const { awsvpcConfiguration } = (networkConfiguration ?? {}) as {
    readonly awsvpcConfiguration?: { readonly subnets?: readonly string[] }
  }
  const subnets = awsvpcConfiguration?.subnets ?? []
  return subnets[Number.parseInt(id.slice(0, 2), 16) % subnets.length]
}

function newContainer(
  world: World,
  {
    clusterName,
    taskId,
    definition,
  }: { clusterName: string; taskId: string; definition: ContainerDefinition },
): Container {
  return {
    definition,
    arn: world.arn(`container/${clusterName}/${taskId}/${world.random.uuid()}`),
    runtimeId: `${taskId}-${world.random.draw('0123456789', 10)}`,
    imageDigest: undefined,
    lastStatus: 'PENDING',
    health: 'UNKNOWN',
    exitCode: undefined,
    reason: undefined,
  }
}

function pull(world: World, task: Task, request: TaskRequest): void {
  setLastStatus(task, 'PENDING')
  task.connectivityAt = world.now
  task.pullStartedAt = world.now
  const failure = hostFailure(world) ?? secretFailure(world, task) ?? pullFailure(world, task)
  if (failure !== undefined) {
    continueAfter(world, { task, ms: failure.afterMs }, () => failToStart(world, task, failure))
    return
  }
  const images = task.containers.map(({ definition }) => world.images.pulled(definition.image) as Image)
  const seconds = Math.max(0, ...images.map(image => image.software.pullSeconds ?? defaultPullSeconds))
  continueAfter(world, { task, ms: seconds * 1000 }, () => startContainers(world, task, request))
}

function startContainers(world: World, task: Task, request: TaskRequest): void {
  const failure = logFailure(world, task) ?? runtimeFailure(world, task)
  if (failure !== undefined) {
    if (failure.afterMs === 0) failToStart(world, task, failure)
    else continueAfter(world, { task, ms: failure.afterMs }, () => failToStart(world, task, failure))
    return
  }
  task.pullStoppedAt = world.now
  task.containersStartedAt = world.now
  startReady(world, task, request)
}

/** Until all containers have started, the task stays PENDING (task-lifecycle-explanation). */
function startReady(world: World, task: Task, request: TaskRequest): void {
  startReadyContainers(world, task, request.service)
  if (task.containers.some(({ lastStatus }) => lastStatus === 'PENDING')) {
    world.after(dependencyCheckMs, () => {
      if (isDesiredRunning(task)) startReady(world, task, request)
    })
    return
  }
  setLastStatus(task, 'ACTIVATING')
  continueAfter(world, { task, ms: world.settings.activatingMs }, () => becomeRunning(world, task, request))
}

const dependencyCheckMs = 1_000

function becomeRunning(world: World, task: Task, request: TaskRequest): void {
  setLastStatus(task, 'RUNNING')
  task.startedAt = world.now
  if (!hasDependencies(task))
    watchContainers(world, task, { service: request.service, containers: task.containers })
  if (request.service === undefined) return
  register(world, task, { service: request.service, loadBalancers: request.loadBalancers })
  const { service } = request
  world.scheduleRun(service)
  world.after(world.settings.presumedHealthyMs, () => {
    task.presumedHealthy = true
    world.scheduleRun(service)
  })
}

/** Does nothing if the task was stopped meanwhile. */
function continueAfter(world: World, { task, ms }: { task: Task; ms: number }, next: () => void): void {
  world.after(world.random.jitter(ms), () => {
    if (isDesiredRunning(task)) next()
  })
}
