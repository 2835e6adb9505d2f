/**
 * A rollout over time, as a picture: each task from its start to its end, and what was decided when. Times are those
 * of the timeline, since the deployment began.
 */

import type { TaskSpan } from '../../core/diagnosis/task-span.js'
import type { Rollout } from '../../core/outcome/outcome.js'
import type { WatchResult } from '../../core/watch/watch-result.js'
import type { Mark, Row } from './gantt.js'
import { gantt } from './gantt.js'
import { decisionRows, deploymentRow, endRow } from './rollout-rows.js'
import { healthyTargetRows } from './target-health.js'
import { taskRow } from './task-row.js'

/** More of them nobody can read. */
const mostTasks = 16

/** In one row: a deployment can fail and recover for hours, and Mermaid takes a text of 50,000 letters at most. */
const mostMarks = 24

export function diagram(rollout: Rollout, result: WatchResult): string {
  const { tasks, endedAt, tracked } = rollout
  const shown = chosen(tasks)
  const rows = [
    deploymentRow(rollout),
    ...shown.map(task => taskRow(task, endedAt)),
    ...more(tasks.length - shown.length, endedAt),
    ...healthyTargetRows(rollout.targets ?? []),
    ...decisionRows(rollout),
    endRow(rollout, result),
  ]
  return gantt(
    rows.map(row => ({
      ...row,
      marks: row.marks.slice(-mostMarks).map(mark => since(tracked.startedAt, mark)),
    })),
    endedAt - tracked.startedAt,
  )
}

/** The oldest; where there is no room for all, half of the room is for those that failed. */
function chosen(tasks: readonly TaskSpan[]): readonly TaskSpan[] {
  const failed = tasks.filter(task => task.failed).slice(0, mostTasks / 2)
  const others = tasks.filter(task => !failed.includes(task)).slice(0, mostTasks - failed.length)
  const all = new Set([...failed, ...others])
  return tasks.filter(task => all.has(task))
}

function more(count: number, at: number): Row[] {
  if (count <= 0) return []
  return [{ name: 'and', marks: [{ label: `${count} more tasks`, style: 'plain', from: at }] }]
}

/** Clocks differ: a task may seem older than its deployment. */
function since(startedAt: number, { from, to, ...mark }: Mark): Mark {
  const begin = Math.max(0, from - startedAt)
  return { ...mark, from: begin, to: to === undefined ? undefined : Math.max(begin, to - startedAt) }
}
