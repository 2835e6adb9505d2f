import { nextChange, respond, type Software } from '../resources/software.js'
import { healthCheckFailure, type TargetGroup } from '../resources/target-groups.js'
import type { LoadBalancer, Service } from '../state/service.js'
import { isDesiredRunning, type Target, type Task } from '../state/task.js'
import type { World } from '../world.js'
import { softwareOf } from './container-software.js'
import { addEvent, addTaskSetEvent } from './service-events.js'
import { serviceOf } from './service-of.js'

/** From RUNNING to registration. */
const registrationMs = 1_000
/** From "has stopped" to deregistration. */
const deregistrationMs = 1_500

/** Tasks that start at the same time register together. */
export function register(
  world: World,
  task: Task,
  { service, loadBalancers }: { service: Service; loadBalancers: readonly LoadBalancer[] },
): void {
  task.targets = loadBalancers.flatMap(({ targetGroupArn, containerName, containerPort }) =>
    targetGroupArn === undefined || containerName === undefined || containerPort === undefined
      ? []
      : [
          {
            groupArn: targetGroupArn,
            containerName,
            port: containerPort,
            state: 'initial',
            passed: 0,
            failed: 0,
            reason: undefined,
          },
        ],
  )
  if (task.targets.length === 0) return
  if (service.registering.length === 0) world.after(registrationMs, () => registerAll(world, service))
  service.registering.push(task)
}

function registerAll(world: World, service: Service): void {
  const tasks = service.registering.filter(isDesiredRunning)
  service.registering = []
  const registered = tasks.flatMap(task => task.targets)
  for (const [groupArn, count] of countByGroup(registered)) {
    const error = registrationError(world, groupArn)
    if (error !== undefined) {
      // service-event-messages
      addEvent(
        world,
        service,
        `failed to register targets in (target-group ${groupArn}) with (error ${error})`,
      )
      continue
    }
    addEvent(world, service, `registered ${count} targets in (target-group ${groupArn})`)
  }
  for (const task of tasks) {
    for (const target of task.targets) checkLater(world, { task, target }, firstCheckMs(world, target))
  }
}

function registrationError({ targetGroups }: World, groupArn: string): string | undefined {
  if (targetGroups.find(groupArn) === undefined) return missingGroup
  return targetGroups.registrationError
}

/** The error of DescribeTargetGroups. */
const missingGroup = 'One or more target groups not found'

/** Nobody checks the targets of a group that was deleted (troubleshooting-blue-green has the event). */
export function loseTargets(world: World, service: Service): void {
  const targets = world
    .tasksOf(service)
    .filter(isDesiredRunning)
    .flatMap(task => task.targets)
  for (const target of targets) {
    if (target.state === 'initial' || world.targetGroups.find(target.groupArn) !== undefined) continue
    target.state = 'initial'
    const message = `failed to describe target health on (target-group ${target.groupArn}) with (error ${missingGroup})`
    if (service.events.every(event => !event.message.endsWith(message))) addEvent(world, service, message)
  }
}

export function drainingMs(world: World, task: Task): number {
  const delays = task.targets.map(
    target => world.targetGroups.find(target.groupArn)?.deregistrationDelaySeconds ?? 0,
  )
  return 1000 * Math.max(0, ...delays)
}

export function deregister(task: Task): void {
  for (const target of task.targets) target.state = 'draining'
}

export function addDrainingEvents(
  world: World,
  service: Service,
  { deploymentId, tasks }: { deploymentId: string; tasks: readonly Task[] },
): void {
  const targets = tasks.filter(task => task.startedAt !== undefined).flatMap(task => task.targets)
  if (targets.length === 0) return
  world.after(deregistrationMs, () => {
    for (const [groupArn, count] of countByGroup(targets)) {
      addEvent(world, service, `deregistered ${count} targets in (target-group ${groupArn})`)
    }
    const message = `has begun draining connections on ${tasks.length} tasks.`
    addTaskSetEvent(world, service, { deploymentId, message })
  })
}

function countByGroup(targets: readonly Target[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { groupArn } of targets) counts.set(groupArn, (counts.get(groupArn) ?? 0) + 1)
  return counts
}

function firstCheckMs(world: World, target: Target): number {
  const interval = world.targetGroups.find(target.groupArn)?.intervalSeconds ?? 30
  return world.random.jitter(interval * 1000)
}

type Registration = { readonly task: Task; readonly target: Target }

function checkLater(world: World, { task, target }: Registration, ms: number): void {
  world.after(ms, () => {
    const group = world.targetGroups.find(target.groupArn)
    const software = softwareBehind(world, task, target)
    if (target.state === 'draining' || group === undefined || software === undefined) return
    if (world.targetGroups.registrationError !== undefined) return
    check(world, { task, target, group, software })
  })
}

function check(
  world: World,
  { task, target, group, software }: Registration & { group: TargetGroup; software: Software },
): void {
  const seconds = (world.now - (task.containersStartedAt ?? world.now)) / 1000
  const port = group.port === 'traffic-port' ? target.port : group.port
  const failure = healthCheckFailure(group, respond(software, { port, path: group.path, seconds }))
  const before = target.state
  if (failure === undefined) pass(target, group)
  else fail(target, group, failure)
  const service = serviceOf(world, task)
  if (target.state !== before && service !== undefined) world.scheduleRun(service)
  const next = world.softwareCanChange
    ? group.intervalSeconds * 1000
    : nextCheckMs(target, { group, software, seconds })
  if (next !== undefined) checkLater(world, { task, target }, next)
}

/**
 * One success is enough for a new target; an unhealthy one needs the threshold (target-group-health-checks).
 */
function pass(target: Target, group: TargetGroup): void {
  target.passed += 1
  target.failed = 0
  if (target.state === 'initial' || target.passed >= group.healthyThreshold) {
    target.state = 'healthy'
    target.reason = undefined
  }
}

function fail(target: Target, group: TargetGroup, reason: string): void {
  target.failed += 1
  target.passed = 0
  if (target.failed < group.unhealthyThreshold) return
  target.state = 'unhealthy'
  target.reason = reason
}

/** Skips checks whose result cannot change. */
function nextCheckMs(
  target: Target,
  { group, software, seconds }: { group: TargetGroup; software: Software; seconds: number },
): number | undefined {
  const interval = group.intervalSeconds
  const isStable =
    (target.state === 'healthy' && target.failed === 0) ||
    (target.state === 'unhealthy' && target.passed === 0)
  if (!isStable) return interval * 1000
  const change = nextChange(software, seconds)
  return change === undefined ? undefined : Math.ceil((change - seconds) / interval) * interval * 1000
}

function softwareBehind(world: World, task: Task, target: Target): Software | undefined {
  const container = task.containers.find(({ definition }) => definition.name === target.containerName)
  return container === undefined ? undefined : softwareOf(world, container)
}
