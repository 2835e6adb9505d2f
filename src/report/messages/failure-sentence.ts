import type { Cause } from '../../core/diagnosis/explain-failures.js'
import type { FailureGroup } from '../../core/diagnosis/failure-group.js'
import { shortTask } from '../../core/ecs/arn.js'

export interface FailedTasks {
  readonly failedTasks: number
  /** `web:8` */
  readonly revision: string
}

/** `3 of 3 failed tasks of web:8 failed the load balancer health check (404 on GET :5001/health); …` */
export function failureSentence(failed: FailedTasks, cause: Cause): string {
  const text = `${share(cause.group, failed)} ${cause.description}`
  return cause.detail ? `${text}; ${cause.detail}` : text
}

function share({ tasks, of }: FailureGroup, { failedTasks, revision }: FailedTasks): string {
  const [only] = tasks
  if (of === 'service')
    return only && tasks.length === 1
      ? `task ${shortTask(only)} of the service`
      : `${tasks.length} tasks of the service`
  if (only && tasks.length === 1 && failedTasks === 1) return `task ${shortTask(only)} of ${revision}`
  return `${tasks.length} of ${failedTasks} failed tasks of ${revision}`
}
