/**
 * As last read: ECS lists stopped tasks for about an hour only. Without the permission, only reasons of failures are
 * missing.
 */
import type { Task } from '../../ecs/task.js'
import { type ApiError, isTransient, unavailableReason } from '../../errors/api-error.js'
import { type Notice, warning } from '../../errors/notice.js'
import { maxRecordAge, taskReadGap } from '../pace.js'
import type { Tracked } from '../tracked-deployment.js'
import type { TaskList, WatchEffect, WatchEvent } from '../watch-event.js'

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
  /** still to describe: under throttling, listing again would use up the call for that */
  readonly lists: { readonly running: TaskList | undefined; readonly stopped: TaskList | undefined }
  /** the last request, and the last list that was described */
  readonly triedAt: number
  readonly readAt: number
  /** failure counts that the tasks explain */
  readonly accountedFor: string
  readonly unexpectedErrors: number
  /** why tasks are not read any more */
  readonly blocked: ApiError | undefined
  readonly lastRunning: RunningTasks | undefined
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
  lists: { running: undefined, stopped: undefined },
  triedAt: Number.NEGATIVE_INFINITY,
  readAt: Number.NEGATIVE_INFINITY,
  accountedFor: '',
  unexpectedErrors: 0,
  blocked: undefined,
  lastRunning: undefined,
}

/** A proxy or a new key can cause errors that name no permission, but not so many in a row. */
const maxUnexpectedErrors = 3

export function stoppedTasks({ ended }: TaskRecords): readonly Task[] {
  return [...ended.values()]
}

export function knownTasks({ ended, up }: TaskRecords): readonly Task[] {
  return [...ended.values(), ...up.filter(({ arn }) => !ended.has(arn))]
}

export function isReadDue({ triedAt }: TaskRecords, at: number): boolean {
  return at - triedAt >= taskReadGap
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
  { deploymentId }: Pick<Tracked, 'deploymentId'>,
): TaskRecords {
  if (event.tasks.kind === 'failed') return readFailed(records, event, event.tasks)
  const tasks = event.tasks.value
  const isNewlyHealthy = ({ arn, healthStatus }: Task) =>
    healthStatus === 'HEALTHY' && !records.healthy.has(arn)
  const healthy = tasks.filter(isNewlyHealthy).map(({ arn }) => [arn, event.at] as const)
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
  const finished = [...others, ...ours.filter(({ lastStatus }) => lastStatus === 'STOPPED')]
  return {
    ...after,
    ended: new Map([...records.ended, ...ours.map(task => [task.arn, task] as const)]),
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
  return [warning(`The tasks of the deployment could not be read: ${unavailableReason(blocked)}.`)]
}
