/**
 * Failed tasks as lines: those of one look that failed alike are one, and a failure that was told before in full is
 * not spelled out again.
 */

import { failureOf } from '../diagnosis/failure-group.js'
import { shortTask } from '../ecs/arn.js'
import type { ServiceEvent } from '../ecs/service.js'
import type { Task } from '../ecs/task.js'
import { endedAt } from '../ecs/task.js'
import { joinTaskNames } from '../ecs/task-names.js'
import { formatElapsed } from '../text/duration.js'
import { fingerprint } from '../text/fingerprint.js'
import type { Line } from './line.js'

export interface ReportedFailures {
  /** for each way of failing the first task that did */
  readonly ways: ReadonlyMap<string, string>
  /** the way that was told last: "the same" is that one */
  readonly last: string | undefined
}

export const noFailures: ReportedFailures = { ways: new Map(), last: undefined }

/** A failure with what belongs behind it in brackets. */
export interface FailureLine extends Line {
  readonly asides: readonly string[]
}

/** `noticedAt` is the moment of the look, `startedAt` that of the deployment. */
export function failureLines(
  failed: readonly Task[],
  events: readonly ServiceEvent[],
  before: ReportedFailures,
  { noticedAt, startedAt }: { readonly noticedAt: number; readonly startedAt: number },
): { readonly lines: readonly FailureLine[]; readonly reported: ReportedFailures } {
  const groups = new Map<string, { readonly text: string; readonly tasks: readonly Task[] }>()
  for (const task of failed) {
    const text = failureText(task, events)
    const key = fingerprint(text)
    const tasks = groups.get(key)?.tasks ?? []
    groups.set(key, { text: groups.get(key)?.text ?? text, tasks: [...tasks, task] })
  }
  let reported = before
  const lines: FailureLine[] = []
  for (const [key, { text, tasks }] of groups) {
    const ids = tasks.map(({ arn }) => shortTask(arn))
    lines.push({ text: lineText(key, text, ids, reported), asides: lateText(tasks, noticedAt, startedAt) })
    reported = { ways: new Map([[key, ids[0] ?? ''], ...reported.ways]), last: key }
  }
  return { lines, reported }
}

/** `task 3e7a1395 failed: …`, `2 tasks failed: 3e7a1395 5e1c383c: …`, `task 6a127288 failed the same way` */
function lineText(key: string, text: string, tasks: readonly string[], reported: ReportedFailures): string {
  const ids = joinTaskNames(tasks)
  const [subject, named] =
    tasks.length === 1 ? [`task ${ids} failed`, ''] : [`${tasks.length} tasks failed`, `: ${ids}`]
  const first = reported.ways.get(key)
  if (first === undefined) return `${subject}${named}: ${text}`
  return `${subject} the same way${reported.last === key ? '' : ` as ${first}`}${named}`
}

/** When they ended, where that was well before the look that noticed it. */
function lateText(tasks: readonly Task[], noticedAt: number, startedAt: number): string[] {
  const ends = tasks.flatMap(task => endedAt(task) ?? [])
  if (ends.length === 0 || noticedAt - Math.min(...ends) <= promptly) return []
  const [from, to] = [Math.min(...ends), Math.max(...ends)].map(at => formatElapsed(at - startedAt))
  return [from === to ? `ended at ${from}` : `ended at ${from} to ${to}`]
}

/** Sooner than this, in milliseconds, the moment of the line says it well enough. */
const promptly = 5_000

function failureText(task: Task, events: readonly ServiceEvent[]): string {
  const { reason, container, exitCode } = failureOf(task, events)
  const exit = exitCode === undefined ? '' : `, ${container} ended with exit code ${exitCode}`
  return `${reason}${exit}`
}
