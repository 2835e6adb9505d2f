/** One line for all that failed in the same way, in full only the first time. */

import { failuresOf } from '../../diagnosis/failure-group.js'
import { revisionName, shortTask } from '../../ecs/arn.js'
import type { ServiceEvent } from '../../ecs/service.js'
import type { Task } from '../../ecs/task.js'
import { endedAt } from '../../ecs/task.js'
import { joinTaskNames } from '../../ecs/task-names.js'
import { formatElapsed } from '../../text/duration.js'
import { fingerprint } from '../../text/fingerprint.js'
import type { Line } from '../timeline-event.js'

type Failure = ReturnType<typeof failuresOf>[number]['failure']

export interface ReportedFailures {
  /** the first task of each */
  readonly ways: ReadonlyMap<string, string>
  /** what "the same way" refers to */
  readonly last: string | undefined
}

export const noFailures: ReportedFailures = { ways: new Map(), last: undefined }

export interface FailureLine extends Line {
  /** in parentheses after the text */
  readonly details: readonly string[]
}

interface FailureContext {
  readonly events: readonly ServiceEvent[]
  /** the time of the poll */
  readonly noticedAt: number
  readonly startedAt: number
  /** task definition, unless it is that of the deployment */
  readonly of: string | undefined
}

export function failureLines(
  failed: readonly Task[],
  before: ReportedFailures,
  context: FailureContext,
): { readonly lines: readonly FailureLine[]; readonly reported: ReportedFailures } {
  const groups = new Map<string, { readonly text: string; readonly tasks: readonly Task[] }>()
  for (const { task, failure } of failuresOf(failed, context.events)) {
    const text = failureText(failure)
    const key = fingerprint(text)
    const tasks = groups.get(key)?.tasks ?? []
    groups.set(key, { text: groups.get(key)?.text ?? text, tasks: [...tasks, task] })
  }
  let reported = before
  const lines: FailureLine[] = []
  for (const [key, { text, tasks }] of groups) {
    const ids = tasks.map(({ arn }) => shortTask(arn))
    lines.push({
      text: lineText(key, { text, ids, reported, of: context.of }),
      details: lateDetails(tasks, context),
    })
    reported = { ways: new Map([[key, ids[0] ?? ''], ...reported.ways]), last: key }
  }
  return { lines, reported }
}

/** `2 tasks failed: 3e7a1395 5e1c383c: …`, `task 6a127288 failed the same way` */
function lineText(
  key: string,
  {
    text,
    ids,
    reported,
    of,
  }: {
    readonly text: string
    readonly ids: readonly string[]
    readonly reported: ReportedFailures
    readonly of: string | undefined
  },
): string {
  const names = joinTaskNames(ids)
  const isOne = ids.length === 1
  const origin = of === undefined ? '' : ` of ${revisionName(of)}`
  const subject = isOne ? `task ${names}${origin} failed` : `${ids.length} tasks${origin} failed`
  const list = isOne ? '' : `: ${names}`
  const first = reported.ways.get(key)
  if (first === undefined) return `${subject}${list}: ${text}`
  const as = reported.last === key ? '' : ` as ${first}`
  return `${subject} the same way${as}${list}`
}

/** If that was well before the poll. */
function lateDetails(tasks: readonly Task[], { noticedAt, startedAt }: FailureContext): string[] {
  const ends = tasks.flatMap(task => endedAt(task) ?? [])
  const first = Math.min(...ends)
  if (ends.length === 0 || noticedAt - first <= promptly) return []
  const from = formatElapsed(first - startedAt)
  const to = formatElapsed(Math.max(...ends) - startedAt)
  return [from === to ? `ended at ${from}` : `ended at ${from} to ${to}`]
}

/** In milliseconds: then the time of the line is precise enough. */
const promptly = 5_000

function failureText({ reason, container, exitCode }: Failure): string {
  if (exitCode !== undefined) return `${reason}, ${container} ended with exit code ${exitCode}`
  return /container health checks/.test(reason) && container ? `${reason} (${container})` : reason
}
