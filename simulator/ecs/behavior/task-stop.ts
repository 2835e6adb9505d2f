import type { Software } from '../resources/software.js'
import { type Container, isDesiredRunning, type StopCode, setLastStatus, type Task } from '../state/task.js'
import { isEssential } from '../state/task-definition.js'
import type { World } from '../world.js'
import { endLogs } from './container-logs.js'
import { softwareOf } from './container-software.js'
import type { StartFailure } from './image-pull-failure.js'
import { deregister, drainingMs } from './load-balancing.js'
import { serviceOf } from './service-of.js'

const defaultStopSeconds = 2
const defaultStopTimeoutSeconds = 30

/** Deregistration, draining, SIGTERM, deprovisioning. */
export function stopTask(world: World, task: Task, stop: { code: StopCode; reason: string }): void {
  if (!isDesiredRunning(task)) return
  const wasRunning = task.lastStatus === 'RUNNING'
  beginStop(world, task, stop)
  const drainMs = wasRunning ? drainingMs(world, task) : 0
  if (drainMs === 0) {
    terminate(world, task)
    return
  }
  setLastStatus(task, 'DEACTIVATING')
  deregister(task)
  world.after(drainMs, () => {
    if (task.lastStatus === 'DEACTIVATING') terminate(world, task)
  })
}

export function failToStart(world: World, task: Task, failure: StartFailure): void {
  if (failure.container !== undefined) failure.container.reason = failure.text
  task.pullStoppedAt = world.now
  beginStop(world, task, { code: 'TaskFailedToStart', reason: failure.text })
  deprovision(world, task)
}

/** If the container is essential, the task stops (ContainerDefinition.essential). */
export function exitContainer(
  world: World,
  task: Task,
  { container, software }: { container: Container; software: Software },
): void {
  if (container.lastStatus !== 'RUNNING') return
  container.lastStatus = 'STOPPED'
  container.exitCode = software.outOfMemory ? 137 : (software.exitCode ?? 1)
  if (software.outOfMemory) container.reason = 'OutOfMemoryError: Container killed due to memory usage'
  if (!isEssential(container.definition)) return
  if (isDesiredRunning(task)) {
    beginStop(world, task, { code: 'EssentialContainerExited', reason: 'Essential container in task exited' })
    deregister(task)
  }
  if (task.containers.some(({ lastStatus }) => lastStatus === 'RUNNING')) terminate(world, task)
  else deprovision(world, task)
}

function beginStop(world: World, task: Task, stop: { code: StopCode; reason: string }): void {
  task.desiredStatus = 'STOPPED'
  task.stoppingAt = world.now
  task.stopCode = stop.code
  task.stoppedReason = stop.reason
  const service = serviceOf(world, task)
  if (service !== undefined) {
    service.steady = false
    world.scheduleRun(service)
  }
}

/** SIGTERM, then SIGKILL after stopTimeout. */
function terminate(world: World, task: Task): void {
  if (task.lastStatus === 'STOPPING') return
  setLastStatus(task, 'STOPPING')
  const running = task.containers.filter(container => container.lastStatus === 'RUNNING')
  let longest = 0
  for (const container of running) {
    const { stopExitCode = 0, stopSeconds: neededSeconds = defaultStopSeconds } =
      softwareOf(world, container) ?? {}
    const allowedSeconds = container.definition.stopTimeout ?? defaultStopTimeoutSeconds
    longest = Math.max(longest, Math.min(neededSeconds, allowedSeconds))
    const exitCode = neededSeconds > allowedSeconds ? 137 : stopExitCode
    world.after(Math.min(neededSeconds, allowedSeconds) * 1000, () => {
      if (container.lastStatus !== 'RUNNING') return
      container.lastStatus = 'STOPPED'
      container.exitCode = exitCode
    })
  }
  world.after(longest * 1000, () => {
    if (task.lastStatus === 'STOPPING') deprovision(world, task)
  })
}

function deprovision(world: World, task: Task): void {
  if (task.lastStatus === 'DEPROVISIONING' || task.lastStatus === 'STOPPED') return
  setLastStatus(task, 'DEPROVISIONING')
  task.executionStoppedAt = world.now
  endLogs(world, task)
  const service = serviceOf(world, task)
  if (service !== undefined) world.scheduleRun(service)
  world.after(world.random.jitter(world.settings.deprovisioningMs), () => {
    setLastStatus(task, 'STOPPED')
    task.stoppedAt = world.now
    for (const container of task.containers) container.lastStatus = 'STOPPED'
    if (service !== undefined) world.scheduleRun(service)
    world.after(world.settings.stoppedTaskRetentionMs, () => world.tasks.delete(task.arn))
  })
}
