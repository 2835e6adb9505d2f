import type { Cause } from '../../core/diagnosis/explain-failures.js'
import { startedTasks, type TaskResult } from '../../core/outcome/task-result.js'
import type { Json } from '../../core/text/json.js'

/** GitHub limits the size of outputs, and a deployment can have thousands of tasks. */
export const maxListed = 20

export function taskJson(task: TaskResult): Json {
  const [arn = null] = startedTasks(task)
  const end = task.kind === 'succeeded' || task.kind === 'failed' ? task : undefined
  return {
    result: task.kind,
    arn,
    definition: task.definition,
    exitCode: end?.exitCode ?? null,
    container: end?.container ?? null,
    stopCode: end?.stopCode ?? null,
    reason: end?.reason ?? ('reason' in task ? (task.reason ?? null) : null),
    startedAt: end?.span?.startedAt ?? null,
    endedAt: end?.span?.endedAt ?? null,
    failures:
      task.kind === 'not-placed'
        ? task.failures.map(({ arn, detail = null, reason }) => ({ arn: arn ?? null, reason, detail }))
        : [],
    causes: (end?.causes ?? []).map(causeJson),
  }
}

export function causeJson({ group, description, detail, next }: Cause): Json {
  return {
    class: group.failureClass,
    reason: group.reason,
    happened: description,
    insight: detail ?? null,
    next,
    stopCode: group.stopCode ?? null,
    container: group.container ?? null,
    exitCode: group.exitCode ?? null,
    count: group.tasks.length,
    tasks: group.tasks.slice(0, maxListed),
  }
}
