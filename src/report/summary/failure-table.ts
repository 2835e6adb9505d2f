import type { Cause } from '../../core/diagnosis/explain-failures.js'
import type { FailureGroup } from '../../core/diagnosis/failure-group.js'
import { shortTask } from '../../core/ecs/arn.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { code, cut, plain, table } from '../markdown/markdown.js'
import { most, omitted } from './plan-details.js'

/** Per row. */
const maxTasks = 6

const head = ['failed', 'reason', 'class', 'exit code', 'tasks', 'stop code']

/** Without columns that are empty in every row. */
export function failureTable({ failures, causes }: Pick<Rollout, 'failures' | 'causes'>): string {
  const rows = failures.slice(0, most).map((failure, nth) => failureRow(failure, causes[nth]))
  const isFilled = head.map((_, column) => rows.some(row => row[column] !== ''))
  const shown = (cells: readonly string[]) => cells.filter((_, column) => isFilled[column])
  return table(shown(head), rows.map(shown)) + omitted(failures.length)
}

function failureRow(
  { failureClass, tasks, stopCode, reason, container, exitCode }: FailureGroup,
  cause: Cause | undefined,
): string[] {
  const names = tasks.slice(0, maxTasks).map(task => code(shortTask(task)))
  return [
    String(tasks.length),
    plain(cut(reason)) + (cause?.detail ? `<br>→ ${plain(cut(cause.detail))}` : ''),
    code(failureClass),
    exitCode === undefined ? '' : `${plain(container ?? '')} ${code(String(exitCode))}`,
    names.join(' ') + (tasks.length > maxTasks ? ` and ${tasks.length - maxTasks} more` : ''),
    code(stopCode ?? ''),
  ]
}
