import { isStuck, percentLimits } from '../rules/percent-limits.js'
import { type Schedule, schedule } from '../rules/schedule.js'
import { type Deployment, olderThanPrimary, primaryOf, type Service } from '../state/service.js'
import { isHealthy, isRunning, isWanted, type Task } from '../state/task.js'
import type { World } from '../world.js'
import { watchAlarms } from './alarm-watch.js'
import { followRollout } from './completion.js'
import { judgeTasks } from './judgement.js'
import { followLifecycle, type Gates } from './lifecycle.js'
import { tellDraining } from './load-balancing.js'
import { nameTasks, tell } from './service-events.js'
import { startTask } from './task-life.js'
import { stopTask } from './task-stop.js'

/** One look of the service scheduler at a service: judge its tasks, start and stop what is due, see whether it is done. */
export function look(world: World, service: Service): void {
  if (service.status !== 'ACTIVE') {
    drain(world, service)
    return
  }
  if (service.deployments.length === 0) return
  const replaced = judgeTasks(world, service)
  watchAlarms(world, service)
  const gates = followLifecycle(world, service)
  const plan = planFor(world, service, gates)
  for (const { deployment, tasks } of plan.stops) scaleIn(world, service, deployment, tasks)
  for (const { deployment, count } of plan.starts) scaleOut(world, service, deployment, { count, replaced })
  tellWhenStuck(world, service)
  if (gates.mayComplete) followRollout(world, service)
  settle(world, service)
  const next = service.deployments.map(({ startsFrom }) => startsFrom).filter(time => time > world.now)
  if (next.length > 0) world.wake(service, Math.min(...next) - world.now)
}

function planFor(world: World, service: Service, gates: Gates): Schedule {
  const desired = service.desiredCount
  const limits = percentLimits(desired, service.configuration)
  // Traffic shifting runs both revisions whole beside each other, whatever maximumPercent says.
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
  deployment: Deployment,
  { count, replaced }: { count: number; replaced: number },
): void {
  service.steady = false
  if (!world.capacity.available) {
    tellUnplaced(world, service)
    return
  }
  const { revision } = deployment
  const tasks = Array.from({ length: count }, () =>
    startTask(world, {
      clusterName: service.clusterName,
      clusterArn: service.clusterArn,
      taskDefinition: revision.taskDefinition,
      group: `service:${service.name}`,
      launchType: String(revision.attributes.launchType ?? 'FARGATE'),
      startedBy: `ecs-svc/${deployment.id}`,
      service,
      deploymentId: deployment.id,
      loadBalancers: revision.targets,
      attributes: { enableExecuteCommand: service.attributes.enableExecuteCommand ?? false },
      networkConfiguration: revision.attributes.networkConfiguration,
    }),
  )
  if (deployment.status === 'PRIMARY') {
    const own = world.tasksOf(service).filter(task => isWanted(task) && task.deploymentId === deployment.id)
    deployment.desiredCount = Math.min(service.desiredCount, Math.max(deployment.desiredCount, own.length))
  }
  const because =
    replaced > 0 ? `. Amazon ECS replaced ${Math.min(replaced, count)} tasks due to an unhealthy status` : ''
  tell(world, service, `has started ${count} tasks: ${nameTasks(tasks)}${because}.`)
}

/** How soon ECS tries again is not documented. */
const placementRetryMs = 30_000

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html */
function tellUnplaced(world: World, service: Service): void {
  tell(
    world,
    service,
    'was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
  )
  world.wake(service, placementRetryMs)
}

function scaleIn(world: World, service: Service, deployment: Deployment, tasks: readonly Task[]): void {
  deployment.desiredCount =
    deployment.status === 'PRIMARY'
      ? Math.min(deployment.desiredCount, service.desiredCount)
      : Math.max(0, deployment.desiredCount - tasks.length)
  stopTogether(world, service, tasks, `Scaling activity initiated by (deployment ecs-svc/${deployment.id})`)
}

function stopTogether(world: World, service: Service, tasks: readonly Task[], reason: string): void {
  const running = tasks.filter(isRunning)
  const pending = tasks.length - running.length
  for (const task of tasks) stopTask(world, task, { code: 'ServiceSchedulerInitiated', reason })
  if (pending > 0) tell(world, service, `stopped ${pending} pending tasks.`)
  if (running.length === 0) return
  tell(world, service, `has stopped ${running.length} running tasks: ${nameTasks(running)}.`)
  tellDraining(world, service, (running[0] as Task).deploymentId ?? '', running)
}

function tellWhenStuck(world: World, service: Service): void {
  const primary = primaryOf(service)
  if (primary.rolloutState !== 'IN_PROGRESS' || primary.saidStuck || world.now < primary.beginsAt) return
  if (olderThanPrimary(service).length === 0) return
  if (!isStuck(service.desiredCount, percentLimits(service.desiredCount, service.configuration))) return
  primary.saidStuck = true
  tell(
    world,
    service,
    'was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
  )
}

/** A deleted service is gone with its last task. */
function drain(world: World, service: Service): void {
  for (const deployment of service.deployments) {
    const own = world.tasksOf(service).filter(task => isWanted(task) && task.deploymentId === deployment.id)
    if (own.length > 0) scaleIn(world, service, deployment, own)
  }
  if (world.tasksOf(service).every(task => task.lastStatus === 'STOPPED')) service.status = 'INACTIVE'
}

/** A service that has moved since says once that it is steady. */
function settle(world: World, service: Service): void {
  const alive = world.tasksOf(service).filter(task => task.lastStatus !== 'STOPPED')
  const primary = primaryOf(service)
  const settled =
    service.deployments.length === 1 &&
    primary.rolloutState === 'COMPLETED' &&
    alive.length === service.desiredCount &&
    alive.every(isHealthy)
  if (!settled || service.steady) return
  service.steady = true
  tell(world, service, 'has reached a steady state.')
}
