/**
 * A rollout over time, as a Mermaid gantt chart: each task's start, its run and its failure, and what ECS decided when.
 *
 * https://mermaid.js.org/syntax/gantt.html
 */
import { revisionName, shortTask } from '../core/arn.js'
import type { Rollout } from '../core/outcome/outcome.js'
import type { TaskSpan } from '../core/outcome/task-span.js'

/** More bars than these nobody can read. */
const mostTasks = 16

/** Nothing where no task of the deployment was seen. */
export function diagram(rollout: Rollout): string | undefined {
  const { tasks } = rollout
  if (tasks.length === 0) return undefined
  const shown = tasks.slice(0, mostTasks)
  const more = tasks.length - shown.length
  return [
    '```mermaid',
    'gantt',
    '  dateFormat x',
    '  axisFormat %H:%M:%S',
    // Otherwise a line marks the moment of reading, which has nothing to do with the rollout.
    '  todayMarker off',
    `  section ${label(revisionName(rollout.registered.arn))}`,
    ...shown.flatMap(task => bars(task, rollout.endedAt)),
    ...(more > 0 ? [`  and ${more} more tasks :milestone, ${rollout.endedAt}, 0ms`] : []),
    '  section ECS',
    ...decisions(rollout),
    '```',
  ].join('\n')
}

function bars({ arn, createdAt, startedAt, endedAt, failed }: TaskSpan, until: number): string[] {
  const id = shortTask(arn)
  const end = endedAt ?? until
  if (startedAt === undefined) {
    const text = failed ? `${id} did not start` : `${id} starting`
    return [bar(text, failed ? 'crit' : undefined, createdAt, end)]
  }
  return [
    // Short, so its text stands beside it: in the dark theme that of an active or done bar cannot be read there.
    bar(`${id} starting`, undefined, createdAt, startedAt),
    failed ? bar(`${id} failed`, 'crit', startedAt, end) : bar(`${id} running`, 'done', startedAt, end),
  ]
}

function decisions({ happenings, tracked, endedAt: end }: Rollout): string[] {
  const tripped = happenings.find(({ text }) => text.startsWith('circuit breaker tripped'))
  const back = happenings.find(({ text }) => text.startsWith('rolling back'))
  return [
    bar('deployment', 'active', tracked.startedAt, back?.at ?? end),
    ...(tripped ? [`  circuit breaker tripped :milestone, crit, ${tripped.at}, 0ms`] : []),
    ...(back ? [bar('rollback', 'crit', back.at, end)] : []),
  ]
}

/** A bar has at least a second: what is shorter could not be seen. */
function bar(text: string, kind: 'active' | 'done' | 'crit' | undefined, from: number, to: number): string {
  return `  ${label(text)} :${kind ? `${kind}, ` : ''}${from}, ${Math.max(to, from + 1_000)}`
}

/** What stands before the colon of a line: letters, digits and blanks, nothing that the syntax knows. */
function label(text: string): string {
  return text
    .replace(/:/g, ' ')
    .replace(/[^\w .-]/g, '')
    .slice(0, 60)
}
