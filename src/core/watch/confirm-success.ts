/**
 * Whether a deployment that ECS calls completed is a success. ECS completes a rollout as soon as its tasks are healthy,
 * even if a container dies a minute later.
 */
import type { Task } from '../ecs/task.js'
import { endedAt, isFailed, isUp } from '../ecs/task.js'

/** A failure this recent, in milliseconds, may be one of a crash loop: wait this long for another one. */
const quietFor = 120_000

/**
 * ECS counts a task without a health check as healthy after this long, in milliseconds. The completion of a deployment
 * while the service wanted no task says nothing about a task that started later.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
const presumedHealthyAfter = 40_000

export type Confirmation =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'not-yet'; readonly reason: string }

export interface SuccessEvidence {
  /** tasks of the deployment that are meant to run; undefined if they may not be read */
  readonly running: readonly Task[] | undefined
  readonly stopped: readonly Task[]
  readonly now: number
  /** when ECS completed the deployment, if known */
  readonly completedAt: number | undefined
}

export function confirmSuccess({ running, stopped, now, completedAt = 0 }: SuccessEvidence): Confirmation {
  const up = running?.filter(isUp)
  if (up?.length === 0) return notYet('none of its tasks is up')
  if (up && !up.some(task => isVerified(task, { now, completedAt }))) {
    return notYet('its tasks have only just started')
  }
  const failed = stopped.filter(isFailed)
  if (failed.some(task => now - (endedAt(task) ?? now) < quietFor)) {
    return notYet('one of its tasks has just failed: waiting for two minutes without a failure')
  }
  // While old tasks drain, a crash loop pauses for minutes: a task that is up now has to outlive it.
  if (failed.length > 0 && up && !up.some(task => isOld(task, now))) {
    return notYet('some of its tasks failed, and none has been up for two minutes since')
  }
  return { kind: 'confirmed' }
}

function notYet(reason: string): Confirmation {
  return { kind: 'not-yet', reason: `ECS calls the deployment completed, but ${reason}` }
}

function isVerified(
  { healthStatus, startedAt }: Task,
  { now, completedAt }: { readonly now: number; readonly completedAt: number },
): boolean {
  if (healthStatus === 'HEALTHY' || startedAt === undefined) return true
  return startedAt <= completedAt || now - startedAt >= presumedHealthyAfter
}

function isOld({ startedAt }: Task, now: number): boolean {
  return now - (startedAt ?? now) >= quietFor
}
