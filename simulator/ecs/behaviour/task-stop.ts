import { type Container, enter, isWanted, type StopCode, type Task } from '../state/task.js'
import { isEssential } from '../state/task-definition.js'
import type { Software } from '../surroundings/software.js'
import type { World } from '../world.js'
import { endLogs } from './container-logs.js'
import { deregister, drainingMs } from './load-balancing.js'
import type { PullFailure } from './pull-failure.js'
import { serviceOf } from './service-of.js'

const defaultStopSeconds = 2
const defaultStopTimeoutSeconds = 30

/** Somebody wants the task gone: it leaves its target groups, drains, gets SIGTERM and is taken apart. */
export function stopTask(world: World, task: Task, why: { code: StopCode; reason: string }): void {
  if (!isWanted(task)) return
  const wasRunning = task.lastStatus === 'RUNNING'
  giveUp(world, task, why)
  const drains = wasRunning ? drainingMs(world, task) : 0
  if (drains === 0) {
    terminate(world, task)
    return
  }
  enter(task, 'DEACTIVATING')
  deregister(task)
  world.after(drains, () => {
    if (task.lastStatus === 'DEACTIVATING') terminate(world, task)
  })
}

/** The task never came as far as its containers. */
export function failToStart(world: World, task: Task, failure: PullFailure): void {
  failure.container.reason = failure.text
  task.pullStoppedAt = world.now
  giveUp(world, task, { code: 'TaskFailedToStart', reason: failure.text })
  takeApart(world, task)
}

/** A process ended by itself; with an essential container the whole task ends (ContainerDefinition.essential). */
export function exitContainer(world: World, task: Task, container: Container, software: Software): void {
  if (container.lastStatus !== 'RUNNING') return
  container.lastStatus = 'STOPPED'
  container.exitCode = software.outOfMemory ? 137 : (software.exitCode ?? 1)
  if (software.outOfMemory) container.reason = 'OutOfMemoryError: Container killed due to memory usage'
  if (!isEssential(container.definition)) return
  if (isWanted(task)) {
    giveUp(world, task, { code: 'EssentialContainerExited', reason: 'Essential container in task exited' })
    deregister(task)
  }
  takeApart(world, task)
}

function giveUp(world: World, task: Task, why: { code: StopCode; reason: string }): void {
  task.desiredStatus = 'STOPPED'
  task.stoppingAt = world.now
  task.stopCode = why.code
  task.stoppedReason = why.reason
  const service = serviceOf(world, task)
  if (service !== undefined) {
    service.steady = false
    world.wake(service)
  }
}

/** SIGTERM, and SIGKILL when stopTimeout is over. */
function terminate(world: World, task: Task): void {
  enter(task, 'STOPPING')
  const running = task.containers.filter(container => container.lastStatus === 'RUNNING')
  let longest = 0
  for (const container of running) {
    const needs = world.images.find(container.definition.image)?.software.stopSeconds ?? defaultStopSeconds
    const allowed = container.definition.stopTimeout ?? defaultStopTimeoutSeconds
    longest = Math.max(longest, Math.min(needs, allowed))
    const exitCode = needs > allowed ? 137 : 0
    world.after(Math.min(needs, allowed) * 1000, () => {
      if (container.lastStatus !== 'RUNNING') return
      container.lastStatus = 'STOPPED'
      container.exitCode = exitCode
    })
  }
  world.after(longest * 1000, () => {
    if (task.lastStatus === 'STOPPING') takeApart(world, task)
  })
}

function takeApart(world: World, task: Task): void {
  if (task.lastStatus === 'DEPROVISIONING' || task.lastStatus === 'STOPPED') return
  enter(task, 'DEPROVISIONING')
  task.executionStoppedAt = world.now
  endLogs(world, task)
  const service = serviceOf(world, task)
  if (service !== undefined) world.wake(service)
  world.after(world.random.around(world.settings.deprovisioningMs), () => {
    enter(task, 'STOPPED')
    task.stoppedAt = world.now
    for (const container of task.containers) container.lastStatus = 'STOPPED'
    if (service !== undefined) world.wake(service)
    world.after(world.settings.stoppedTaskRetentionMs, () => world.tasks.delete(task.arn))
  })
}
