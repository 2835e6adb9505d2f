import type { Cause } from '../../core/diagnosis/explain-failures.js'
import type { FailureGroup } from '../../core/diagnosis/failure-group.js'
import { revisionName, shortTask } from '../../core/ecs/arn.js'
import type { Rollout } from '../../core/outcome/rollout.js'

/** `3 of 3 failed tasks of web:8 failed the load balancer health check (404 on GET :5001/health); …` */
export function failureSentence(rollout: Rollout, cause: Cause): string {
  const text = `${share(cause.group, rollout)} ${cause.description}`
  return cause.detail ? `${text}; ${cause.detail}` : text
}

function share({ tasks, of }: FailureGroup, { failedTasks, tracked }: Rollout): string {
  const [only] = tasks
  if (of === 'service')
    return only && tasks.length === 1
      ? `task ${shortTask(only)} of the service`
      : `${tasks.length} tasks of the service`
  const ours = revisionName(tracked.taskDefinition)
  if (only && tasks.length === 1 && failedTasks === 1) return `task ${shortTask(only)} of ${ours}`
  return `${tasks.length} of ${failedTasks} failed tasks of ${ours}`
}
