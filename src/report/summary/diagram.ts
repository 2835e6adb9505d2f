import type { TaskSpan } from '../../core/diagnosis/task-span.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import type { WatchResult } from '../../core/watch/watch-result.js'
import type { Mark, Row } from './gantt.js'
import { gantt } from './gantt.js'
import { decisionRows, endRow, rolloutRows } from './rollout-rows.js'
import { healthyTargetRows } from './target-health.js'
import { taskRow } from './task-row.js'

const mostTasks = 16

/** Per row: a deployment can fail and recover for hours, and Mermaid takes at most 50,000 characters. */
const mostMarks = 24

/** Nothing, where the rollout and its end are all that is known. */
export function diagramParts(rollout: Rollout, result: WatchResult): string[] {
  return rowsOf(rollout, result).length > 2 ? [diagram(rollout, result)] : []
}

export function diagram(rollout: Rollout, result: WatchResult): string {
  const { endedAt, tracked } = rollout
  return gantt(
    rowsOf(rollout, result).map(row => ({
      ...row,
      marks: row.marks.slice(-mostMarks).map(mark => sinceStart(tracked.startedAt, mark)),
    })),
    endedAt - tracked.startedAt,
  )
}

function rowsOf(rollout: Rollout, result: WatchResult): Row[] {
  const { tasks, endedAt, tasksUnreadSince: lastRead = endedAt, tracked } = rollout
  const shown = chooseTasks(tasks)
  return [
    ...rolloutRows(rollout),
    ...shown.map(task => taskRow(task, { startedAt: tracked.startedAt, lastRead })),
    ...moreTasksRow(tasks.length - shown.length, endedAt),
    ...healthyTargetRows(rollout.targets ?? []),
    ...decisionRows(rollout),
    endRow(rollout, result),
  ]
}

/** The oldest; at most half are failed tasks. */
function chooseTasks(tasks: readonly TaskSpan[]): readonly TaskSpan[] {
  const failed = tasks.filter(task => task.failed).slice(0, mostTasks / 2)
  const others = tasks.filter(task => !failed.includes(task)).slice(0, mostTasks - failed.length)
  const all = new Set([...failed, ...others])
  return tasks.filter(task => all.has(task))
}

function moreTasksRow(count: number, at: number): Row[] {
  if (count <= 0) return []
  return [{ name: 'and', marks: [{ label: `${count} more tasks`, style: 'plain', from: at, to: undefined }] }]
}

/** Clocks differ: a task may seem older than its deployment. */
function sinceStart(startedAt: number, { from, to, ...mark }: Mark): Mark {
  const begin = Math.max(0, from - startedAt)
  return { ...mark, from: begin, to: to === undefined ? undefined : Math.max(begin, to - startedAt) }
}
