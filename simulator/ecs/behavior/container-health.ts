import { defaultStartSeconds, isUnhealthy, nextChange, type Software } from '../resources/software.js'
import type { Service } from '../state/service.js'
import { type Container, isDesiredRunning, type Task } from '../state/task.js'
import type { HealthCheck } from '../state/task-definition.js'
import type { World } from '../world.js'
import { softwareOf } from './container-software.js'

/** ECS ignores health checks that are built into an image (Task.healthStatus). */
export function watchContainers(
  world: World,
  task: Task,
  { service, containers }: { service: Service | undefined; containers: readonly Container[] },
): void {
  for (const container of containers) {
    const { healthCheck } = container.definition
    const software = softwareOf(world, container)
    if (healthCheck === undefined || software === undefined) continue
    const watch: Watch = { container, task, service, healthCheck, software, failures: 0 }
    checkLater(world, watch, intervalMs(healthCheck))
  }
}

type Watch = {
  readonly container: Container
  readonly task: Task
  readonly service: Service | undefined
  readonly healthCheck: HealthCheck
  readonly software: Software
  failures: number
}

function checkLater(world: World, watch: Watch, ms: number): void {
  world.after(ms, () => {
    if (isDesiredRunning(watch.task) && watch.container.lastStatus === 'RUNNING') check(world, watch)
  })
}

function check(world: World, watch: Watch): void {
  const { container, healthCheck, task } = watch
  const software = (world.softwareCanChange && softwareOf(world, container)) || watch.software
  const seconds = (world.now - (task.containersStartedAt ?? world.now)) / 1000
  const before = container.health
  if (passes(software, seconds)) {
    watch.failures = 0
    container.health = 'HEALTHY'
  } else if (seconds > (healthCheck.startPeriod ?? 0)) {
    watch.failures += 1
    if (watch.failures >= (healthCheck.retries ?? 3)) container.health = 'UNHEALTHY'
  }
  if (container.health !== before && watch.service !== undefined) world.scheduleRun(watch.service)
  const decided = container.health === 'UNHEALTHY' || (container.health === 'HEALTHY' && watch.failures === 0)
  const change = nextChange(software, seconds)
  const interval = intervalMs(healthCheck)
  if (!decided || world.softwareCanChange) checkLater(world, watch, interval)
  else if (change !== undefined)
    checkLater(world, watch, Math.ceil(((change - seconds) * 1000) / interval) * interval)
}

function passes(software: Software, seconds: number): boolean {
  const isUp = seconds >= (software.startSeconds ?? defaultStartSeconds)
  return isUp && (software.containerHealthCheckPasses ?? true) && !isUnhealthy(software, seconds)
}

function intervalMs(healthCheck: HealthCheck): number {
  return (healthCheck.interval ?? 30) * 1000
}
