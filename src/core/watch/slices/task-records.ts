/**
 * As last read: ECS lists stopped tasks for about an hour only. Without the permission, only reasons of failures are
 * missing.
 */
import { isFailed, type Task } from '../../ecs/task.js'
import { type ApiError, isRefusal, maxRefusals } from '../../errors/api-error.js'
import { unavailableReason } from '../../errors/denial.js'
import { type Notice, warning } from '../../errors/notice.js'
import { maxRecordAge, quietTaskReadGap, taskReadGap } from '../pace.js'
import type { Tracked } from '../tracked-deployment.js'
import type { TaskList, TaskSelection, WatchEffect, WatchEvent } from '../watch-event.js'

export interface TaskRecords {
  /** from lists of stopped tasks, by ARN */
  readonly ended: ReadonlyMap<string, Task>
  /** from the last list of running tasks */
  readonly up: readonly Task[]
  /** when first read as HEALTHY, by ARN */
  readonly healthy: ReadonlyMap<string, number>
  /** ARNs that need no further read: of other deployments, or STOPPED */
  readonly finished: ReadonlySet<string>
  /** ARNs */
  readonly others: ReadonlySet<string>
  /** by ARN */
  readonly failedOthers: ReadonlyMap<string, Task>
  /** still to describe: under throttling, listing again would use up the call for that */
  readonly lists: Readonly<Record<TaskSelection, TaskList | undefined>>
  /** the last request, and the last list that was described */
  readonly triedAt: number
  /** of the service at the last request */
  readonly activity: string
  readonly readAt: number
  /** failure counts that the tasks explain */
  readonly accountedFor: string
  /** in a row */
  readonly refusals: number
  /** why tasks are not read any more */
  readonly blocked: ApiError | undefined
  readonly lastRunning: RunningTasks | undefined
  /** of the whole service, if read at the end */
  readonly allRunning: readonly Task[] | undefined
  /** the last request of running tasks */
  readonly triedRunningAt: number
}

export type RunningTasks =
  /** `tasks`: undefined if not readable */
  | { readonly kind: 'read'; readonly requestedAt: number; readonly tasks: readonly Task[] | undefined }
  | { readonly kind: 'failed'; readonly error: ApiError }

export const noTasks: TaskRecords = {
  ended: new Map(),
  up: [],
  healthy: new Map(),
  finished: new Set(),
  others: new Set(),
  failedOthers: new Map(),
  lists: { running: undefined, 'all-running': undefined, stopped: undefined },
  triedAt: Number.NEGATIVE_INFINITY,
  activity: '',
  readAt: Number.NEGATIVE_INFINITY,
  accountedFor: '',
  refusals: 0,
  blocked: undefined,
  lastRunning: undefined,
  allRunning: undefined,
  triedRunningAt: Number.NEGATIVE_INFINITY,
}

/** The adapter reads no more pages. */
const mostListed = 500

export function stoppedTasks({ ended }: TaskRecords): readonly Task[] {
  return [...ended.values()]
}

export function knownTasks({ ended, up }: TaskRecords): readonly Task[] {
  return [...ended.values(), ...up.filter(({ arn }) => !ended.has(arn))]
}

export function isReadDue(
  records: TaskRecords,
  { at, activity }: { readonly at: number; readonly activity: string },
): boolean {
  const gap = records.activity === activity ? quietTaskReadGap : taskReadGap
  return at - records.triedAt >= gap
}

export function requestStopped(
  records: TaskRecords,
  at: number,
): { readonly records: TaskRecords; readonly effect: WatchEffect | undefined } {
  if (records.blocked) return { records: { ...records, triedAt: at, readAt: at }, effect: undefined }
  const list = records.lists.stopped
  const isOld = list !== undefined && at - list.at > maxRecordAge
  return {
    records: { ...records, triedAt: at },
    effect: {
      kind: 'read-tasks',
      which: 'stopped',
      list: isOld ? undefined : list,
      skip: records.finished,
    },
  }
}

export function requestRunning(
  records: TaskRecords,
  at: number,
  which: Exclude<TaskSelection, 'stopped'> = 'running',
): { readonly records: TaskRecords; readonly effect: WatchEffect | undefined } {
  if (records.blocked) {
    const lastRunning = { kind: 'read', requestedAt: at, tasks: undefined } as const
    return { records: { ...records, lastRunning }, effect: undefined }
  }
  return {
    records: { ...records, lastRunning: undefined, triedRunningAt: at },
    effect: { kind: 'read-tasks', which, list: records.lists[which], skip: new Set() },
  }
}

export function tasksRead(
  records: TaskRecords,
  event: Extract<WatchEvent, { kind: 'tasks-read' }>,
  { deploymentId }: Pick<Tracked, 'deploymentId'>,
): TaskRecords {
  if (event.tasks.kind === 'failed') return readFailed(records, event, event.tasks)
  const tasks = event.tasks.value
  const isNewlyHealthy = ({ arn, healthStatus }: Task) =>
    healthStatus === 'HEALTHY' && !records.healthy.has(arn)
  const healthy = tasks.filter(isNewlyHealthy).map(({ arn }) => [arn, event.at] as const)
  const after = {
    ...records,
    refusals: 0,
    healthy: new Map([...records.healthy, ...healthy]),
    lists: { ...records.lists, [event.which]: undefined },
  }
  const isOurs = ({ startedBy }: Task) => startedBy === deploymentId
  if (event.which !== 'stopped') {
    const allRunning = event.which === 'all-running' ? tasks : undefined
    // The list is cut: ours may be missing.
    if (allRunning && allRunning.length >= mostListed) return after
    const up = tasks.filter(isOurs)
    const lastRunning = { kind: 'read', requestedAt: event.requestedAt, tasks: up } as const
    return { ...after, up, allRunning, lastRunning }
  }
  const ours = tasks.filter(isOurs)
  const others = tasks.filter(task => !isOurs(task))
  const failed = others.filter(isFailed)
  // Exit codes may come later.
  const finished = tasks.filter(task => task.lastStatus === 'STOPPED' || (!isOurs(task) && !isFailed(task)))
  return {
    ...after,
    ended: new Map([...records.ended, ...ours.map(task => [task.arn, task] as const)]),
    failedOthers: new Map([...records.failedOthers, ...failed.map(task => [task.arn, task] as const)]),
    others: new Set([...records.others, ...others.map(({ arn }) => arn)]),
    finished: new Set([...records.finished, ...finished.map(({ arn }) => arn)]),
    readAt: event.list?.at ?? event.at,
  }
}

function readFailed(
  records: TaskRecords,
  { which, list, at, requestedAt }: Extract<WatchEvent, { kind: 'tasks-read' }>,
  { error }: { readonly error: ApiError },
): TaskRecords {
  const refusals = isRefusal(error) ? records.refusals + 1 : records.refusals
  const isBlocked = isRefusal(error) && refusals >= maxRefusals
  const after = {
    ...records,
    refusals,
    lists: { ...records.lists, [which]: list },
    blocked: isBlocked ? error : undefined,
  }
  if (which === 'stopped') return isBlocked ? { ...after, readAt: at } : after
  return {
    ...after,
    lastRunning: isBlocked ? { kind: 'read', requestedAt, tasks: undefined } : { kind: 'failed', error },
  }
}

export function taskNotices({ blocked }: TaskRecords): readonly Notice[] {
  if (!blocked) return []
  return [warning(`The tasks of the deployment could not be read: ${unavailableReason(blocked)}.`)]
}
