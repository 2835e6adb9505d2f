import type { TaskLaunch } from '../ecs/service.js'
import type { Problem } from '../errors/problem.js'
import type { VerifyOptions } from '../options/verify-options.js'
import type { JsonObject } from '../text/json.js'
import { planTask, type TaskPlan } from './task-plan.js'

/** Once all services have succeeded. */
export interface VerificationPlan extends Omit<VerifyOptions, 'task'> {
  readonly task: TaskPlan | undefined
}

export interface VerificationRequest {
  readonly options: VerifyOptions
  readonly revision: JsonObject
  /** of the first service */
  readonly launch: TaskLaunch | undefined
}

export function planVerification({ launch, options, revision }: VerificationRequest): {
  readonly verification: VerificationPlan
  readonly problems: readonly Problem[]
} {
  const { onFailure, task, url } = options
  if (!task) return { verification: { onFailure, task, url }, problems: [] }
  const planned = planTask({ options: task, revision: { kind: 'planned' }, definition: revision, launch })
  const problems = planned.problems.map(problem => ({ ...problem, subject: subjectOf(problem.subject) }))
  return { verification: { onFailure, url, task: planned.task }, problems }
}

/** The task has no other input of its own. */
function subjectOf(subject: string): string {
  return ['run-task-command', 'run-task-container-overrides'].includes(subject)
    ? 'verify-task-command'
    : subject
}
