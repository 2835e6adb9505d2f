/**
 * The tasks of our deployment as they come and go. ECS forgets stopped tasks after about an hour, so each is kept as it
 * was read last. Optional: without the permission the verdict stands, only the reasons are missing.
 */
import type { Task } from '../../ecs/task.js'
import { type ApiError, isTransient, unavailableReason } from '../../errors/api-error.js'
import { type Notice, warning } from '../../errors/notice.js'
import { maxRecordAge, taskReadGap } from '../pace.js'
import type { TaskList, WatchEffect, WatchEvent } from '../watch-event.js'

export interface TaskRecords {
  /** tasks of the deployment that were read among those that stopped, by ARN */
  readonly ended: ReadonlyMap<string, Task>
  /** tasks of the deployment that were read last among those that are meant to run */
  readonly up: readonly Task[]
  /** when the health checks of a task's containers were first seen to pass, by ARN */
  readonly healthy: ReadonlyMap<string, number>
  /** tasks of other deployments, and those that stopped for good: each further read would cost a call */
  readonly settled: ReadonlySet<string>
  /** ARNs of tasks that turned out to be of other deployments */
  readonly others: ReadonlySet<string>
  /** lists whose tasks are still to be described: where little is allowed, another list would take the call for it */
  readonly lists: { readonly running: TaskList | undefined; readonly stopped: TaskList | undefined }
  /** when stopped tasks were last asked for, and when a list of them was last described */
  readonly triedAt: number
  readonly readAt: number
  /** the counts of failures that the tasks read so far account for */
  readonly accountedFor: string
  readonly unexpectedErrors: number
  /** why tasks are not read any more */
  readonly blocked: ApiError | undefined
  /** what the last read of running tasks gave */
  readonly lastRunning: RunningTasks | undefined
}

export type RunningTasks =
  /** `tasks` is undefined where they may not be read; `requestedAt` is when they were asked for */
  | { readonly kind: 'read'; readonly requestedAt: number; readonly tasks: readonly Task[] | undefined }
  | { readonly kind: 'failed'; readonly error: ApiError }

export const noTasks: TaskRecords = {
  ended: new Map(),
  up: [],
  healthy: new Map(),
  settled: new Set(),
  others: new Set(),
  lists: { running: undefined, stopped: undefined },
  triedAt: Number.NEGATIVE_INFINITY,
  readAt: Number.NEGATIVE_INFINITY,
  accountedFor: '',
  unexpectedErrors: 0,
  blocked: undefined,
  lastRunning: undefined,
}

/** A refusal that names no permission can come from a proxy, or from a key just changed: so many in a row do not. */
const maxUnexpectedErrors = 3

export function stoppedTasks({ ended }: TaskRecords): readonly Task[] {
  return [...ended.values()]
}

export function seenTasks({ ended, up }: TaskRecords): readonly Task[] {
  return [...ended.values(), ...up.filter(({ arn }) => !ended.has(arn))]
}

export function isReadDue({ triedAt }: TaskRecords, at: number): boolean {
  return at - triedAt >= taskReadGap
}

/** Asks for stopped tasks, where they may be read. */
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
      skip: records.settled,
    },
  }
}

/** Asks for the tasks that are meant to run, where they may be read. */
export function requestRunning(
  records: TaskRecords,
  at: number,
): { readonly records: TaskRecords; readonly effect: WatchEffect | undefined } {
  if (records.blocked) {
    const lastRunning = { kind: 'read', requestedAt: at, tasks: undefined } as const
    return { records: { ...records, lastRunning }, effect: undefined }
  }
  return {
    records: { ...records, lastRunning: undefined },
    effect: { kind: 'read-tasks', which: 'running', list: records.lists.running, skip: new Set() },
  }
}

export function tasksRead(
  records: TaskRecords,
  event: Extract<WatchEvent, { kind: 'tasks-read' }>,
  deploymentId: string,
): TaskRecords {
  if (event.tasks.kind === 'failed') return readFailed(records, event, event.tasks.error)
  const tasks = event.tasks.value
  const isFirst = ({ arn, healthStatus }: Task) => healthStatus === 'HEALTHY' && !records.healthy.has(arn)
  const healthy = tasks.filter(isFirst).map(({ arn }) => [arn, event.at] as const)
  const after = {
    ...records,
    unexpectedErrors: 0,
    healthy: new Map([...records.healthy, ...healthy]),
    lists: { ...records.lists, [event.which]: undefined },
  }
  const isOurs = ({ startedBy }: Task) => startedBy === deploymentId
  if (event.which === 'running') {
    const up = tasks.filter(isOurs)
    return { ...after, up, lastRunning: { kind: 'read', requestedAt: event.requestedAt, tasks: up } }
  }
  const ours = tasks.filter(isOurs)
  const others = tasks.filter(task => !isOurs(task))
  const settled = [...others, ...ours.filter(({ lastStatus }) => lastStatus === 'STOPPED')]
  return {
    ...after,
    ended: new Map([...records.ended, ...ours.map(task => [task.arn, task] as const)]),
    others: new Set([...records.others, ...others.map(({ arn }) => arn)]),
    settled: new Set([...records.settled, ...settled.map(({ arn }) => arn)]),
    readAt: event.list?.at ?? event.at,
  }
}

function readFailed(
  records: TaskRecords,
  { which, list, at, requestedAt }: Extract<WatchEvent, { kind: 'tasks-read' }>,
  error: ApiError,
): TaskRecords {
  const unexpectedErrors = isTransient(error) ? records.unexpectedErrors : records.unexpectedErrors + 1
  const isBlocked =
    !isTransient(error) && (error.kind === 'denied' || unexpectedErrors >= maxUnexpectedErrors)
  const after = {
    ...records,
    unexpectedErrors,
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
  return [warning(`The tasks of the deployment could not be looked at: ${unavailableReason(blocked)}.`)]
}
