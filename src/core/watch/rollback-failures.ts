import type { Task } from '../ecs/task.js'
import { endedAt } from '../ecs/task.js'
import type { EvaluationState } from './evaluation/evaluation.js'
import type { TaskRecords } from './slices/task-records.js'
import type { Snapshot } from './tracked-deployment.js'

/** Failed since ECS began to roll back, of the deployment to which it does. */
export function rollbackFailures({
  evaluation: { rollbackSince, rollbackTarget },
  last,
  tasks,
}: {
  readonly evaluation: Pick<EvaluationState, 'rollbackSince' | 'rollbackTarget'>
  readonly last: Snapshot
  readonly tasks: Pick<TaskRecords, 'failedOthers'>
}): readonly Task[] {
  if (rollbackSince === undefined || rollbackTarget === undefined) return []
  const begin = last.serviceDeployment?.rollback?.startedAt ?? rollbackSince
  return [...tasks.failedOthers.values()].filter(
    task => task.startedBy === rollbackTarget && (endedAt(task) ?? begin) >= begin,
  )
}
