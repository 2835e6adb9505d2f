/** Times are milliseconds since the epoch. */
import type { Task } from '../ecs/task.js'
import { endedAt, isFailed } from '../ecs/task.js'
import type { TargetHealthSnapshot } from '../resources/target-health.js'

export interface TaskSpan {
  readonly arn: string
  readonly createdAt: number
  /** when it became RUNNING (API_Task) */
  readonly startedAt: number | undefined
  /** at the latest: AWS gives no such time */
  readonly healthyAt: number | undefined
  readonly endedAt: number | undefined
  readonly failed: boolean
  /** no container ever ran */
  readonly neverRan: true | undefined
}

export interface HealthEvidence {
  /** when ECS first reported it, by ARN */
  readonly reported?: ReadonlyMap<string, number> | undefined
  readonly snapshots?: readonly TargetHealthSnapshot[]
  /** when all tasks that ran then were healthy */
  readonly allHealthyAt?: readonly number[]
}

/** Oldest first. */
export function spansOf(tasks: readonly Task[], evidence: HealthEvidence = {}): TaskSpan[] {
  return tasks
    .flatMap(task => {
      if (task.createdAt === undefined) return []
      return {
        arn: task.arn,
        createdAt: task.createdAt,
        failed: isFailed(task),
        startedAt: task.startedAt,
        healthyAt: healthyAt(task, evidence),
        endedAt: endedAt(task),
        neverRan: hasRun(task) ? undefined : (true as const),
      }
    })
    .sort((a, b) => a.createdAt - b.createdAt)
}

function healthyAt(
  task: Task,
  { reported, snapshots = [], allHealthyAt = [] }: HealthEvidence,
): number | undefined {
  const from = task.startedAt ?? Number.POSITIVE_INFINITY
  const to = endedAt(task) ?? Number.POSITIVE_INFINITY
  const all = allHealthyAt.filter(at => at >= from && at <= to)
  const times = [reported?.get(task.arn), healthyTargetAt(task, snapshots), ...all]
  const known = times.filter(at => at !== undefined)
  return known.length > 0 ? Math.min(...known) : undefined
}

/** A container with an exit code ran, even if ECS reports no start. */
function hasRun({ startedAt, containers }: Task): boolean {
  return startedAt !== undefined || containers.some(({ exitCode }) => exitCode !== undefined)
}

/** Addresses are reused: only snapshots from the task's lifetime count, and its target groups must agree. */
function healthyTargetAt(task: Task, snapshots: readonly TargetHealthSnapshot[]): number | undefined {
  const { addresses = [] } = task
  const from = task.startedAt ?? Number.POSITIVE_INFINITY
  const to = endedAt(task) ?? Number.POSITIVE_INFINITY
  const states = snapshots
    .filter(({ at }) => at >= from && at <= to)
    .flatMap(({ at, targets }) =>
      targets.filter(({ id }) => addresses.includes(id)).map(({ state }) => ({ at, state })),
    )
  return states.find(
    ({ at, state }) =>
      state === 'healthy' &&
      states.every(other => other.state === 'healthy' || Math.abs(other.at - at) > samePoll),
  )?.at
}

/** Milliseconds within which a poll reads all target groups. */
const samePoll = 10_000
