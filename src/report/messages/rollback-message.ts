/** A rollback that has not ended: how far it is, and why its tasks fail. */
import { revisionName } from '../../core/ecs/arn.js'
import { isStuck } from '../../core/outcome/rollback.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { tasksIn } from '../../core/outcome/serving.js'
import { failureSentence } from './failure-sentence.js'
import type { Message } from './message.js'
import { named } from './reason.js'
import { tasksText } from './serving-text.js'

/** `rollback to web:7 does not finish: 0 of 1 healthy` */
export function stuckRollbackText(rollout: Rollout, show = revisionName): string | undefined {
  const { desiredCount, rollback, serving } = rollout
  if (!rollback || !isStuck(rollback, serving, desiredCount)) return undefined
  return `rollback${toText(rollback.to, show)} does not finish: ${progressText(rollout)}`
}

/** `the rollback to web:7 was still in progress: 1 of 2 healthy` */
export function rollbackProgress(rollout: Rollout): string | undefined {
  if (!rollout.rollback) return undefined
  const stuck = stuckRollbackText(rollout)
  if (stuck) return `the ${stuck}`
  const progress = rollout.desiredCount === 0 ? '' : `: ${progressText(rollout)}`
  return `the rollback${toText(rollout.rollback.to)} was still in progress${progress}`
}

function toText(to: string | undefined, show = revisionName): string {
  return to === undefined ? '' : ` to ${show(to)}`
}

function progressText({ desiredCount, rollback, serving }: Rollout): string {
  const tasks = rollback?.to === undefined ? undefined : tasksIn(serving, rollback.to)
  return tasks ? tasksText(tasks, desiredCount) : `0 of ${desiredCount} healthy`
}

/** Whoever reads it wants the former revision to run first. */
export function withRollback(message: Message, rollout: Rollout): Message {
  const { rollback, desiredCount, serving } = rollout
  const [cause] = rollback?.causes ?? []
  if (!rollback || !cause || !isStuck(rollback, serving, desiredCount)) return message
  const revision = rollback.to === undefined ? 'the rollback' : revisionName(rollback.to)
  const failed = { failedTasks: rollback.failed.length, revision }
  return {
    ...message,
    rollback: {
      why: named(failureSentence(failed, cause)),
      failureClass: cause.group.failureClass,
      revision,
    },
    next: stepsOf(message, {
      step: cause.next,
      revision,
      ours: revisionName(rollout.tracked.taskDefinition),
    }),
  }
}

function stepsOf(
  { next, why }: Message,
  { step, revision, ours }: { readonly step: string; readonly revision: string; readonly ours: string },
): string {
  if (next === undefined || why === undefined || revision === ours) return `For ${revision}: ${step}`
  return `For ${revision}: ${step} For ${ours}: ${next}`
}
