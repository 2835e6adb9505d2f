/** ECS completes a rollout as soon as its tasks are healthy, even if a container dies a minute later. */
import type { Task } from '../ecs/task.js'
import { endedAt, isFailed, isUp } from '../ecs/task.js'
import { isReady, type TargetHealth } from '../resources/target-health.js'
import { quietFor } from './pace.js'

/**
 * ECS counts a task without a health check as healthy after these milliseconds. A deployment that completed while the
 * service wanted no task says nothing about later tasks.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
export const presumedHealthyAfter = 40_000

export type Confirmation =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'not-yet'; readonly reason: string }

export interface SuccessEvidence {
  /** meant to run; undefined: not readable */
  readonly running: readonly Task[] | undefined
  readonly stopped: readonly Task[]
  readonly now: number
  readonly completedAt: number | undefined
}

export function confirmSuccess({ running, stopped, now, completedAt = 0 }: SuccessEvidence): Confirmation {
  const up = running?.filter(isUp)
  if (up?.length === 0) return notYet('none of its tasks is running')
  if (up && !up.some(task => isConfirmed(task, { now, completedAt }))) {
    return notYet('its tasks have only just started')
  }
  const failed = stopped.filter(isFailed)
  if (failed.some(task => now - (endedAt(task) ?? now) < quietFor)) {
    return notYet('one of its tasks has just failed: waiting for two minutes without a failure')
  }
  // A crash loop can pause for minutes while old tasks drain.
  if (failed.length > 0 && up && !up.some(task => isOld(task, now))) {
    return notYet('some of its tasks failed, and none has been up for two minutes since')
  }
  return { kind: 'confirmed' }
}

/**
 * ECS completes a deployment with a load balancer once its targets are healthy, so the tasks that it saw need no
 * second look. Tasks that started afterwards do.
 */
export function needsTargetHealth({
  running = [],
  completedAt = 0,
}: Pick<SuccessEvidence, 'running' | 'completedAt'>): boolean {
  const up = running.filter(isUp)
  return up.length > 0 && !up.some(task => startedBeforeCompletion(task, completedAt))
}

/**
 * One group is enough: blue/green deployments keep an idle one. `targets`: of each group; undefined if unreadable.
 */
export function confirmTargets(
  running: readonly Task[],
  groups: readonly (readonly TargetHealth[] | undefined)[],
): Confirmation {
  const up = running.filter(isUp)
  const hasTarget = groups.some(targets => targets === undefined || targets.some(one => isServed(one, up)))
  return hasTarget ? { kind: 'confirmed' } : notYet('none of its targets is healthy')
}

/** Targets that are instances cannot be told from those of other deployments. */
function isServed(target: TargetHealth, tasks: readonly Task[]): boolean {
  const addresses = tasks.flatMap(task => task.addresses ?? [])
  const isOurs = addresses.length === 0 || addresses.includes(target.id)
  return isOurs && isReady(target)
}

function notYet(reason: string): Confirmation {
  return { kind: 'not-yet', reason: `ECS calls the deployment completed, but ${reason}` }
}

function isConfirmed(
  { healthStatus, startedAt }: Task,
  { now, completedAt }: { readonly now: number; readonly completedAt: number },
): boolean {
  if (healthStatus === 'HEALTHY' || startedAt === undefined) return true
  return startedBeforeCompletion({ startedAt }, completedAt) || now - startedAt >= presumedHealthyAfter
}

function startedBeforeCompletion({ startedAt }: Pick<Task, 'startedAt'>, completedAt: number): boolean {
  return startedAt !== undefined && startedAt <= completedAt
}

function isOld({ startedAt }: Task, now: number): boolean {
  return now - (startedAt ?? now) >= quietFor
}
