/** ECS completes a rollout as soon as its tasks are healthy, even if a container dies a minute later. */
import type { Task } from '../ecs/task.js'
import { endedAt, isFailed, isUp } from '../ecs/task.js'

/** Milliseconds in which a crash loop would fail again. */
const quietFor = 120_000

/**
 * ECS counts a task without a health check as healthy after these milliseconds. A deployment that completed while the
 * service wanted no task says nothing about later tasks.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
const presumedHealthyAfter = 40_000

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
  if (up?.length === 0) return notYet('none of its tasks is up')
  if (up && !up.some(task => isVerified(task, { now, completedAt }))) {
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
