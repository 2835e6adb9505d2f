/** The one-off task, in the job summary. */

import { shortTask } from '../../core/ecs/arn.js'
import type { Outcome } from '../../core/outcome/outcome.js'
import type { FailedTask, TaskResult } from '../../core/outcome/task-result.js'
import { formatElapsed } from '../../core/text/duration.js'
import { taskText } from '../log/task-lines.js'
import { code, cut, fold, plain, prose, table } from '../markdown/markdown.js'
import { sentence } from '../messages/sentence.js'
import { logTails } from './log-tails.js'

export function taskParts({ task, verification }: Outcome): string[] {
  const verifying = verification?.kind === 'failed' ? verification.task : undefined
  return [task, verifying].flatMap(one => (one ? partsOf(one) : []))
}

function partsOf(task: TaskResult): string[] {
  if (task.kind !== 'failed') return [prose(sentence(`One-off ${oneOff(task)}`))]
  const { logs } = task
  return [
    failedTable(task),
    ...(logs.length > 0 ? [fold('Last lines of the log of the task', logTails(logs, task.arn))] : []),
  ]
}

function oneOff(task: TaskResult): string {
  return taskText(task)
    .replace(/^ECS/, 'task: ECS')
    .replace(/^it is/, 'task: it is')
}

function failedTable(task: FailedTask): string {
  const { arn, causes, container, definition, exitCode, reason = '', span, stopCode = '' } = task
  const [cause] = causes
  const took = span?.endedAt === undefined ? '' : formatElapsed(span.endedAt - span.createdAt)
  const detail = cause?.detail ? `<br>→ ${plain(cut(cause.detail))}` : ''
  const exit = exitCode === undefined ? 'never ran' : code(String(exitCode))
  const cells = [
    code(shortTask(arn)),
    code(definition),
    code(stopCode),
    plain(cut(cause?.group.reason ?? reason)) + detail,
    `${plain(container ?? '')} ${exit}`.trim(),
    took,
  ]
  return table(['one-off task', 'definition', 'stop code', 'reason', 'exit code', 'took'], [cells])
}
