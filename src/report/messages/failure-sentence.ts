/** Why tasks failed, in one sentence: how many of which revision, what happened to them, what the evidence adds. */

import { type Cause, explainFailures } from '../../core/diagnosis/explain-failures.js'
import type { FailureGroup } from '../../core/diagnosis/failure-group.js'
import { revisionName, shortTask } from '../../core/ecs/arn.js'
import { diagnosisInput } from '../../core/outcome/diagnosis-input.js'
import type { Rollout } from '../../core/outcome/outcome.js'

/** `3 of 3 failed tasks of web:8 failed the load balancer health check (404 on GET :5001/health); the container listens …` */
export function failureSentence(rollout: Rollout, cause: Cause): string {
  const said = `${share(cause.group, rollout)} ${cause.description}`
  return cause.detail ? `${said}; ${cause.detail}` : said
}

/** The causes of the most frequent failures; without logs, if there was no time to read them. */
export function causesOf(rollout: Rollout, most: number): readonly Cause[] {
  const causes =
    rollout.causes.length > 0 ? rollout.causes : explainFailures({ ...diagnosisInput(rollout), logs: [] })
  return causes.slice(0, most)
}

function share({ tasks, of }: FailureGroup, { failedTasks, registered }: Rollout): string {
  const [only] = tasks
  if (of === 'service')
    return only && tasks.length === 1
      ? `task ${shortTask(only)} of the service`
      : `${tasks.length} tasks of the service`
  const ours = revisionName(registered.arn)
  if (only && tasks.length === 1 && failedTasks === 1) return `task ${shortTask(only)} of ${ours}`
  return `${tasks.length} of ${failedTasks} failed tasks of ${ours}`
}
