/** How many tasks of a revision are healthy, by targets, else by containers. */
import { type Service, targetGroupsOf } from '../ecs/service.js'
import { isUp, type Task } from '../ecs/task.js'
import {
  isDraining,
  isReady,
  type TargetHealth,
  type TargetHealthSnapshot,
} from '../resources/target-health.js'
import { presumedHealthyAfter } from '../watch/confirm-success.js'
import type { Tracked } from '../watch/tracked-deployment.js'

export interface ServingEvidence {
  readonly service: Service
  readonly tracked: Pick<Tracked, 'deploymentId' | 'taskDefinition'>
  /** of the tracked revision */
  readonly trafficWeight: number | undefined
  /** of the whole service, meant to run, read at the end */
  readonly tasks: readonly Task[] | undefined
  /** read at the end */
  readonly snapshots: readonly TargetHealthSnapshot[]
  /** task definitions whose containers have health checks */
  readonly checked: ReadonlySet<string>
  readonly now: number
}

export interface Health {
  /** undefined: not known, or nothing checks it */
  readonly healthy: number | undefined
  /** up long enough to count as healthy, where nothing checks it; undefined: not known */
  readonly presumed: number | undefined
}

const unknown: Health = { healthy: undefined, presumed: undefined }

export function healthOf(evidence: ServingEvidence, taskDefinition: string): Health {
  const groups = targetGroupsOf(evidence.service)
  const up = upTasks(evidence, taskDefinition)
  if (groups.length === 0) return up ? byContainers(up, evidence, taskDefinition) : unknown
  const targets = targetsAtEnd(evidence, groups)
  if (!targets) return unknown
  const isAddressed = up?.every(({ addresses = [] }) => addresses.length > 0)
  if (up && isAddressed) return { ...unknown, healthy: up.filter(task => isServed(task, targets)).length }
  return { ...unknown, healthy: healthyTargets(evidence, taskDefinition, targets) }
}

/** ECS's counts include tasks that drain. */
export function runningTasksOf(evidence: ServingEvidence, taskDefinition: string): number {
  const up = upTasks(evidence, taskDefinition)
  return up ? up.length : runningOf(evidence.service, taskDefinition)
}

export function runningOf({ deployments }: Service, taskDefinition: string): number {
  return deployments
    .filter(deployment => deployment.taskDefinition === taskDefinition)
    .reduce((sum, { runningCount }) => sum + runningCount, 0)
}

function upTasks({ service, tasks }: ServingEvidence, taskDefinition: string): readonly Task[] | undefined {
  const ids = service.deployments.filter(one => one.taskDefinition === taskDefinition).map(({ id }) => id)
  const isOf = (task: Task) =>
    task.taskDefinition === undefined
      ? ids.includes(task.startedBy ?? '')
      : task.taskDefinition === taskDefinition
  return tasks?.filter(task => isOf(task) && isUp(task))
}

function byContainers(
  up: readonly Task[],
  { checked, now }: ServingEvidence,
  taskDefinition: string,
): Health {
  const healthy = up.filter(({ healthStatus }) => healthStatus === 'HEALTHY').length
  if (healthy > 0 || checked.has(taskDefinition)) return { healthy, presumed: undefined }
  const presumed = up.filter(({ startedAt = now }) => now - startedAt >= presumedHealthyAfter).length
  return { healthy: undefined, presumed }
}

/** Of each group that has targets; undefined unless all groups were read. */
function targetsAtEnd(
  { snapshots }: ServingEvidence,
  groups: readonly string[],
): readonly (readonly TargetHealth[])[] | undefined {
  const read = groups.map(group => snapshots.findLast(one => one.group === group))
  if (read.some(one => one === undefined)) return undefined
  return read
    .map(one => one?.targets.filter(target => !isDraining(target)) ?? [])
    .filter(targets => targets.length > 0)
}

function isServed({ addresses = [] }: Task, targets: readonly (readonly TargetHealth[])[]): boolean {
  const own = targets.flat().filter(({ id }) => addresses.includes(id))
  return own.length > 0 && own.every(isReady)
}

/** Targets that are instances belong to a revision only if no other one runs. */
function healthyTargets(
  evidence: ServingEvidence,
  taskDefinition: string,
  groups: readonly (readonly TargetHealth[])[],
): number | undefined {
  if (!groups.flat().some(isReady)) return 0
  const { service } = evidence
  const running = runningTasksOf(evidence, taskDefinition)
  const isAlone = service.deployments.every(
    one =>
      one.taskDefinition === taskDefinition ||
      runningTasksOf(evidence, one.taskDefinition) + one.pendingCount === 0,
  )
  const [targets = [], ...others] = groups
  // Somebody else registers targets there, too.
  if (!isAlone || others.length > 0 || targets.length > running) return undefined
  return targets.filter(isReady).length
}
