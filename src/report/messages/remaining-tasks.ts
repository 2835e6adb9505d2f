/** What a failed deployment left running, and how to stop or replace it. */
import { revisionName } from '../../core/ecs/arn.js'
import {
  deployCommand,
  describeServiceCommand,
  scaleToZeroCommand,
  stopCommand,
  stopTasksCommand,
} from '../../core/ecs/cli-commands.js'
import { hasNoRollbackTarget } from '../../core/ecs/service-deployment.js'
import type { RollbackAttempt } from '../../core/outcome/rollback-attempt.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { isOnlyServing, serves, servingRevisions } from '../../core/outcome/serving.js'
import type { DeploymentResult, RollbackStatus } from '../../core/watch/watch-result.js'
import { rollbackProgress } from './rollback-message.js'
import { stillServingText } from './serving-text.js'

export function rollbackText(rollout: Rollout, rollback: RollbackStatus): string {
  const back = rollout.tracked.previous ? ` to ${revisionName(rollout.tracked.previous)}` : ''
  switch (rollback.kind) {
    case 'left':
      return rollbackProgress(rollout) ?? 'the deployment was left as it is and may continue'
    case 'rollback-requested':
      return `a rollback${back} was requested`
    case 'rollback-unconfirmed':
      return `a rollback${back} was requested, but ECS did not confirm it (${rollback.why})`
    case 'rollback-not-sent':
      return `it was not rolled back because ${rollback.why}`
  }
}

type Failed = Extract<DeploymentResult, { kind: 'failed' }>

export function stillRunning(rollout: Rollout, { running, replacedBy }: Failed): string {
  if (replacedBy)
    return `${replacedBy.id} of ${revisionName(replacedBy.taskDefinition)} has since replaced it`
  const ours = revisionName(rollout.tracked.taskDefinition)
  const { serving, tracked } = rollout
  if (serving.kind !== 'revisions' || isOnlyServing(serving, tracked.taskDefinition))
    return remaining(running, ours)
  const isOurs = serves(serving, tracked.taskDefinition)
  const also = running > 0 && !isOurs ? `, and ${remaining(running, ours)}, too` : ''
  return `${stillServingText(rollout)}${also}`
}

export function rollbackNote({ rollback }: Rollout, { reason }: Failed): string {
  if (hasNoRollbackTarget(reason)) return 'there was nothing to roll back to'
  if (!rollback) return 'nothing rolled it back'
  return `its rollback${rollback.to === undefined ? '' : ` to ${revisionName(rollback.to)}`} failed`
}

/** After a verification that failed. */
export function verificationNote({ verificationRollback: rollback }: Rollout): string {
  if (!rollback || rollback.kind === 'not-wanted') return 'nothing rolls it back'
  if (rollback.kind === 'unproven') return 'nothing rolls it back, because nothing proves it wrong'
  return attemptNote(rollback)
}

/** Of a rollback that did not succeed. */
export function attemptNote(rollback: RollbackAttempt): string {
  switch (rollback.kind) {
    case 'no-target':
      return 'there is nothing to roll back to'
    case 'not-sent':
      return `it was not rolled back because ${rollback.why}`
    case 'unconfirmed':
      return `whether it is rolled back is not known: ${rollback.why}`
    case 'begun':
      return rollback.isTimedOut
        ? `its rollback to ${revisionName(rollback.to)} has not finished`
        : `its rollback to ${revisionName(rollback.to)} failed`
  }
}

/** `revision`: text or Markdown. */
export function remaining(running: number, revision: string): string {
  if (running === 0) return 'no task is running'
  return `${tasksText(running, revision)} still ${running === 1 ? 'runs' : 'run'}`
}

/**
 * A load balancer without a healthy target sends requests to all targets:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export function failOpenNote(rollout: Rollout, { running, replacedBy }: Failed): string | undefined {
  const { serving, tracked } = rollout
  const isLikely = servingRevisions(serving).every(
    ({ healthy, taskDefinition }) => healthy === undefined && taskDefinition === tracked.taskDefinition,
  )
  const balanced = rollout.plan.observed.service.loadBalancers.length > 0
  if (rollout.impact.kind === 'outage' && rollout.impact.lasts) return undefined
  return !replacedBy && isLikely && running > 0 && balanced && rollout.failedTasks > 0
    ? 'a load balancer sends requests even to unhealthy tasks when it has no others'
    : undefined
}

function tasksText(running: number, revision: string): string {
  return `${running} ${running === 1 ? 'task' : 'tasks'} of ${revision}`
}

/** undefined if ECS cannot roll back */
export function stopText({ serviceDeploymentArn: arn, tracked }: Rollout): string | undefined {
  return arn && tracked.completedBefore ? stopCommand(arn) : undefined
}

export function checkText({ plan, serviceDeploymentArn }: Rollout): string {
  return `Before you deploy again, check how it ended: ${describeServiceCommand(plan.observed.service, serviceDeploymentArn)}`
}

/**
 * Deploys the previous revision if it was ever healthy, otherwise stops the remaining tasks. A FAILED deployment starts
 * no new ones (API_Deployment, rolloutState); a completed one does.
 */
export function recoveryCommand(
  rollout: Rollout,
  { completedAt, running, replacedBy }: Failed,
): string | undefined {
  const { tracked, plan, tasks } = rollout
  const { previous, completedBefore } = tracked
  // Its tasks fail, too.
  if (replacedBy || rollout.rollback?.failures.length) return undefined
  if (!completedBefore) {
    if (completedAt !== undefined) return `To stop its tasks: ${scaleToZeroCommand(plan.observed.service)}`
    const up = tasks.filter(({ endedAt }) => endedAt === undefined).map(({ arn }) => arn)
    if (up.length === 0 || up.length !== running || up.length > maxStopped) return undefined
    return `To stop what still runs: ${stopTasksCommand(up)}`
  }
  if (!previous || previous === tracked.taskDefinition) return undefined
  const name = revisionName(previous)
  return `To go back to ${name}, set rollback: ${name}, or run: ${deployCommand(plan.observed.service, previous)}`
}

const maxStopped = 3
