/**
 * The tasks of our deployment as they come and go. ECS forgets stopped tasks after about an hour, so they are kept as
 * they are seen. Optional: without the permission the verdict stands, only the reasons are missing.
 */

import type { Target } from '../../core/ecs/service.js'
import type { Task } from '../../core/ecs/task.js'
import { ApiError, isTransient, unavailableReason } from '../../core/errors/api-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { warning } from '../../core/errors/notice.js'
import { maxRecordAge, taskReadGap } from '../../core/watch/pace.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type { Clock, Ecs } from '../../ports.js'
import { retryWithinPoll } from '../retry/retry-within-poll.js'

export interface TaskTracker {
  /** reads stopped tasks, unless that was done a moment ago and the urgency is not `now` */
  refresh(urgency: 'when-due' | 'now'): Promise<void>
  /** tasks that are meant to run; nothing where they may not be read. Raises a Fault that the next read may not meet. */
  running(): Promise<readonly Task[] | undefined>
  /** every task that was seen, as it was seen last */
  seen(): readonly Task[]
  /** when the health checks of its containers were first seen to pass, for each task of which they were */
  healthy(): ReadonlyMap<string, number>
  /** every task that was seen to stop */
  stopped(): readonly Task[]
  /** ARNs of tasks that turned out to be of other deployments */
  others(): ReadonlySet<string>
  /** when it was last tried to read stopped tasks */
  triedAt(): number
  /** when they were last read, or found not to be allowed */
  readAt(): number
  /** the role may not look at tasks */
  isDenied(): boolean
  notices(): readonly Notice[]
}

/** A refusal that names no permission can be that of a proxy, or of a key just changed: so many in a row are not. */
const maxUnexpectedErrors = 3

export function trackTasks(
  ecs: Ecs,
  clock: Clock,
  target: Target,
  tracked: Tracked,
  cancelled: AbortSignal,
): TaskTracker {
  const { deploymentId } = tracked
  const ended = new Map<string, Task>()
  const healthy = new Map<string, number>()
  let up: readonly Task[] = []
  /** not ours, or stopped for good: nothing about them will be news, and each read costs a call */
  const over = new Set<string>()
  const others = new Set<string>()
  const notices: Notice[] = []
  /** lists whose description is still to come: where little is allowed, a second list would take the call for it */
  let running: readonly string[] | undefined
  let stopped: { readonly at: number; readonly arns: readonly string[] } | undefined
  let triedAt = Number.NEGATIVE_INFINITY
  let readAt = Number.NEGATIVE_INFINITY
  let unexpectedErrors = 0
  let accessDenied = false
  let denied = false

  async function ifAllowed<T>(read: () => Promise<T>): Promise<T | undefined> {
    if (accessDenied) return undefined
    try {
      const answer = await read()
      unexpectedErrors = 0
      return answer
    } catch (error) {
      if (!(error instanceof ApiError) || isTransient(error)) throw error
      unexpectedErrors++
      if (error.kind !== 'denied' && unexpectedErrors < maxUnexpectedErrors) throw error
      accessDenied = true
      denied = error.kind === 'denied'
      notices.push(
        warning(`The tasks of the deployment could not be looked at: ${unavailableReason(error)}.`),
      )
      return undefined
    }
  }

  async function describe(arns: readonly string[]): Promise<readonly Task[]> {
    const tasks = arns.length === 0 ? [] : await ecs.describeTasks(target, arns)
    for (const { arn, healthStatus } of tasks) {
      if (healthStatus === 'HEALTHY' && !healthy.has(arn)) healthy.set(arn, clock.now())
    }
    return tasks
  }

  async function readStopped(): Promise<void> {
    const isOld = stopped !== undefined && clock.now() - stopped.at > maxRecordAge
    if (isOld || !stopped) stopped = { at: clock.now(), arns: await ecs.listTasks(target, 'stopped') }
    const tasks = await describe(stopped.arns.filter(arn => !over.has(arn)))
    readAt = stopped.at
    stopped = undefined
    for (const task of tasks) {
      const isOurs = task.startedBy === deploymentId
      if (isOurs) ended.set(task.arn, task)
      else others.add(task.arn)
      if (!isOurs || task.lastStatus === 'STOPPED') over.add(task.arn)
    }
  }

  async function readRunning(): Promise<readonly Task[]> {
    running ??= await ecs.listTasks(target, { startedBy: deploymentId })
    const tasks = await describe(running)
    running = undefined
    up = tasks.filter(({ startedBy }) => startedBy === deploymentId)
    return up
  }

  return {
    async refresh(urgency) {
      if (urgency === 'when-due' && clock.now() - triedAt < taskReadGap) return
      try {
        triedAt = clock.now()
        await ifAllowed(readStopped)
        if (accessDenied) readAt = clock.now()
      } catch (error) {
        // The next look reads them again; the verdict does not depend on it.
        if (!(error instanceof ApiError)) throw error
      }
    },
    running: () => ifAllowed(() => retryWithinPoll(clock, cancelled, readRunning)),
    seen: () => [...ended.values(), ...up.filter(({ arn }) => !ended.has(arn))],
    healthy: () => healthy,
    stopped: () => [...ended.values()],
    others: () => others,
    triedAt: () => triedAt,
    readAt: () => readAt,
    isDenied: () => denied,
    notices: () => notices,
  }
}
