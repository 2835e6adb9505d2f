import { isDeadlocked, percentLimits } from '../rules/percent-limits.js'
import { type Schedule, schedule } from '../rules/schedule.js'
import { isOfFargate } from '../rules/task-capacity.js'
import type { Document } from '../state/document.js'
import { type Deployment, olderThanPrimary, primaryOf, type Service } from '../state/service.js'
import { isDesiredRunning, isHealthy, isRunning, type Task } from '../state/task.js'
import type { World } from '../world.js'
import { watchAlarms } from './alarm-monitoring.js'
import { instanceFor } from './container-instances.js'
import { advanceLifecycle, type Gates } from './deployment-lifecycle.js'
import { addDrainingEvents } from './load-balancing.js'
import { completeRollout } from './rollout-completion.js'
import { addEvent, addUnprefixedEvent, nameTasks } from './service-events.js'
import { evaluateTasks } from './task-evaluation.js'
import { startTask } from './task-start.js'
import { stopTask } from './task-stop.js'

export function runScheduler(world: World, service: Service): void {
  if (service.status !== 'ACTIVE') {
    drain(world, service)
    return
  }
  if (service.deployments.length === 0) return
  const replaced = evaluateTasks(world, service)
  watchAlarms(world, service)
  const gates = advanceLifecycle(world, service)
  const plan = planFor(world, service, gates)
  for (const { deployment, tasks } of plan.stops) scaleIn(world, service, { deployment, tasks })
  for (const { deployment, count } of plan.starts) scaleOut(world, service, { deployment, count, replaced })
  reportDeadlock(world, service)
  if (gates.mayComplete) completeRollout(world, service)
  reportSteadyState(world, service)
  const next = service.deployments.map(({ startsFrom }) => startsFrom).filter(time => time > world.now)
  if (next.length > 0) world.scheduleRun(service, Math.min(...next) - world.now)
}

function planFor(world: World, service: Service, gates: Gates): Schedule {
  const desired = service.desiredCount
  const limits = percentLimits(desired, service.configuration)
  // Traffic shifting runs both revisions at full scale, regardless of maximumPercent.
  const isRolling = service.configuration.strategy === 'ROLLING'
  return schedule({
    now: world.now,
    desired,
    limits: isRolling ? limits : { ...limits, upper: Number.POSITIVE_INFINITY },
    ...gates,
    primary: primaryOf(service),
    older: olderThanPrimary(service),
    tasks: world.tasksOf(service),
  })
}

function scaleOut(
  world: World,
  service: Service,
  { deployment, count, replaced }: { deployment: Deployment; count: number; replaced: number },
): void {
  service.steady = false
  const { revision } = deployment
  const launchType = launchTypeOf(service, revision.attributes)
  const reason = unplacedReason(world, service, launchType)
  if (reason !== undefined) {
    reportPlacementFailure(world, service, reason)
    return
  }
  const tasks = Array.from({ length: count }, () =>
    startTask(world, {
      clusterName: service.clusterName,
      clusterArn: service.clusterArn,
      taskDefinition: revision.taskDefinition,
      group: `service:${service.name}`,
      launchType,
      startedBy: `ecs-svc/${deployment.id}`,
      service,
      deploymentId: deployment.id,
      loadBalancers: revision.targets,
      attributes: { enableExecuteCommand: service.attributes.enableExecuteCommand ?? false },
      networkConfiguration: revision.attributes.networkConfiguration,
      tags: [],
    }),
  )
  if (deployment.status === 'PRIMARY') {
    const own = world
      .tasksOf(service)
      .filter(task => isDesiredRunning(task) && task.deploymentId === deployment.id)
    deployment.desiredCount = Math.min(service.desiredCount, Math.max(deployment.desiredCount, own.length))
  }
  const replacementNote =
    replaced > 0 ? `. Amazon ECS replaced ${Math.min(replaced, count)} tasks due to an unhealthy status` : ''
  addEvent(world, service, `has started ${count} tasks: ${nameTasks(tasks)}${replacementNote}.`)
}

/** Not documented. */
const placementRetryMs = 30_000

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html */
function unplacedReason(world: World, service: Service, launchType: string): string | undefined {
  if (!world.capacity.available) {
    return 'was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.'
  }
  const cluster = world.clusters.get(service.clusterName)
  if (launchType !== 'EC2' || cluster === undefined || instanceFor(world, cluster) !== undefined)
    return undefined
  return 'was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.'
}

function reportPlacementFailure(world: World, service: Service, reason: string): void {
  const advice = 'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.'
  addEvent(world, service, `${reason} ${advice}`)
  world.scheduleRun(service, placementRetryMs)
}

/** A strategy of the service's own instances means EC2. */
function launchTypeOf(service: Service, attributes: Document): string {
  if (attributes.launchType !== undefined) return String(attributes.launchType)
  const strategy = (service.attributes.capacityProviderStrategy ?? []) as readonly {
    readonly capacityProvider: string
  }[]
  return strategy.some(({ capacityProvider }) => !isOfFargate(capacityProvider)) ? 'EC2' : 'FARGATE'
}

function scaleIn(
  world: World,
  service: Service,
  { deployment, tasks: chosen }: { deployment: Deployment; tasks: readonly Task[] },
): void {
  const tasks = unprotected(world, service, { deployment, tasks: chosen })
  if (tasks.length === 0) return
  deployment.desiredCount =
    deployment.status === 'PRIMARY'
      ? Math.min(deployment.desiredCount, service.desiredCount)
      : Math.max(0, deployment.desiredCount - tasks.length)
  const reason = `Scaling activity initiated by (deployment ecs-svc/${deployment.id})`
  stopTogether(world, service, { tasks, reason })
}

/** A protected task is not stopped by deployments or scaling (task-scale-in-protection). */
function unprotected(
  world: World,
  service: Service,
  { deployment, tasks }: { deployment: Deployment; tasks: readonly Task[] },
): readonly Task[] {
  const free = tasks.filter(({ protectedUntil }) => (protectedUntil ?? 0) <= world.now)
  const kept = tasks.length - free.length
  if (kept === 0) return free
  const ends = tasks.map(({ protectedUntil }) => protectedUntil ?? 0).filter(at => at > world.now)
  world.scheduleRun(service, Math.min(...ends) - world.now)
  const words = `(service ${service.name}) was unable to reach steady state because (taskSet ecs-svc/${deployment.id}) was unable to scale in due to (reason ${kept} tasks under protection)`
  if (service.events.every(({ message }) => message !== words)) addUnprefixedEvent(world, service, words)
  return free
}

function stopTogether(
  world: World,
  service: Service,
  { tasks, reason }: { tasks: readonly Task[]; reason: string },
): void {
  const running = tasks.filter(isRunning)
  const pending = tasks.length - running.length
  for (const task of tasks) stopTask(world, task, { code: 'ServiceSchedulerInitiated', reason })
  if (pending > 0) addEvent(world, service, `stopped ${pending} pending tasks.`)
  if (running.length === 0) return
  addEvent(world, service, `has stopped ${running.length} running tasks: ${nameTasks(running)}.`)
  addDrainingEvents(world, service, { deploymentId: running[0]?.deploymentId ?? '', tasks: running })
}

function reportDeadlock(world: World, service: Service): void {
  const primary = primaryOf(service)
  if (primary.rolloutState !== 'IN_PROGRESS' || primary.deadlockReported || world.now < primary.beginsAt)
    return
  if (olderThanPrimary(service).length === 0) return
  if (!isDeadlocked(service.desiredCount, percentLimits(service.desiredCount, service.configuration))) return
  primary.deadlockReported = true
  addEvent(
    world,
    service,
    'was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
  )
}

/** A deleted service becomes INACTIVE with its last task. */
function drain(world: World, service: Service): void {
  for (const deployment of service.deployments) {
    const own = world
      .tasksOf(service)
      .filter(task => isDesiredRunning(task) && task.deploymentId === deployment.id)
    if (own.length > 0) scaleIn(world, service, { deployment, tasks: own })
  }
  if (world.tasksOf(service).every(task => task.lastStatus === 'STOPPED')) service.status = 'INACTIVE'
}

/** Once after each change. */
function reportSteadyState(world: World, service: Service): void {
  const alive = world.tasksOf(service).filter(task => task.lastStatus !== 'STOPPED')
  const primary = primaryOf(service)
  const isSteady =
    service.deployments.length === 1 &&
    primary.rolloutState === 'COMPLETED' &&
    alive.length === service.desiredCount &&
    alive.every(isHealthy)
  if (!isSteady || service.steady) return
  service.steady = true
  addEvent(world, service, 'has reached a steady state.')
}
