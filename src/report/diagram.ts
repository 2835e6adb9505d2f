/**
 * A rollout over time, as a picture: each task from its start to its end, and what was decided when. Times are those
 * of the timeline, since the deployment began.
 */
import type { Interruption, Rollout } from '../core/outcome/outcome.js'
import type { Ending } from '../core/watch/verdict.js'
import type { Mark, Row } from './gantt.js'
import { gantt } from './gantt.js'
import { decisionRows, deploymentRow, endRow } from './rollout-rows.js'
import { healthyTargetRows } from './target-health.js'
import { taskRow } from './task-row.js'

/** More of them nobody can read. */
const mostTasks = 16

/** In one row: a deployment can fail and recover for hours, and Mermaid takes a text of 50,000 letters at most. */
const mostMarks = 24

export function diagram(rollout: Rollout, ending: Ending | Interruption): string {
  const { tasks, endedAt, tracked } = rollout
  const shown = tasks.slice(0, mostTasks)
  const rows = [
    deploymentRow(rollout),
    ...shown.map(task => taskRow(task, endedAt)),
    ...more(tasks.length - shown.length, endedAt),
    ...healthyTargetRows(rollout.targets ?? []),
    ...decisionRows(rollout),
    endRow(rollout, ending),
  ]
  return gantt(
    rows.map(row => ({
      ...row,
      marks: row.marks.slice(-mostMarks).map(mark => since(tracked.startedAt, mark)),
    })),
    endedAt - tracked.startedAt,
  )
}

function more(count: number, at: number): Row[] {
  if (count <= 0) return []
  return [{ name: 'and', marks: [{ label: `${count} more tasks`, look: 'plain', from: at }] }]
}

/** Clocks differ: a task may seem older than its deployment. */
function since(startedAt: number, { from, to, ...mark }: Mark): Mark {
  const begin = Math.max(0, from - startedAt)
  return { ...mark, from: begin, ...(to === undefined ? {} : { to: Math.max(begin, to - startedAt) }) }
}
