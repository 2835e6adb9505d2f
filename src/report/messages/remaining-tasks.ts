/** What a failed deployment left running, and how to stop or replace it. */
import { revisionName } from '../../core/ecs/arn.js'
import {
  deployCommand,
  describeServiceCommand,
  stopCommand,
  stopTasksCommand,
} from '../../core/ecs/cli-commands.js'
import { hasNoRollbackTarget } from '../../core/ecs/service-deployment.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import type { DeploymentResult, RollbackStatus } from '../../core/watch/watch-result.js'

export function rollbackText(rollout: Rollout, rollback: RollbackStatus): string {
  const back = rollout.tracked.previous ? ` to ${revisionName(rollout.tracked.previous)}` : ''
  switch (rollback.kind) {
    case 'left':
      if (rollout.rollingBack) return `the rollback${back} was still going on`
      return 'the deployment was left as it is and may go on'
    case 'rollback-requested':
      return `a rollback${back} was requested`
    case 'rollback-unconfirmed':
      return `a rollback${back} was requested, which ECS did not confirm (${rollback.why})`
    case 'rollback-not-sent':
      return `it was not rolled back, since ${rollback.why}`
  }
}

type Failed = Extract<DeploymentResult, { kind: 'failed' }>

export function stillRunning(rollout: Rollout, { running, replacedBy }: Failed): string {
  if (replacedBy)
    return `${replacedBy.id} of ${revisionName(replacedBy.taskDefinition)} has replaced it since`
  const ours = revisionName(rollout.tracked.taskDefinition)
  if (rollout.serving !== undefined && rollout.serving !== rollout.tracked.taskDefinition) {
    const also = running > 0 ? `, and so ${running === 1 ? 'does' : 'do'} ${tasksText(running, ours)}` : ''
    return `${revisionName(rollout.serving)} still runs${also}`
  }
  return remaining(running, ours)
}

export function rollbackNote({ reason }: Failed): string {
  return hasNoRollbackTarget(reason) ? 'there was nothing to roll back to' : 'nothing rolled it back'
}

/** `revision`: text or Markdown. */
export function remaining(running: number, revision: string): string {
  if (running === 0) return 'no task runs'
  return `${tasksText(running, revision)} still ${running === 1 ? 'runs' : 'run'}`
}

/**
 * A load balancer without a healthy target sends requests to all targets:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export function failOpenNote(rollout: Rollout, { running, replacedBy }: Failed): string | undefined {
  const serves = rollout.serving === undefined || rollout.serving === rollout.tracked.taskDefinition
  const balanced = rollout.plan.observed.service.loadBalancers.length > 0
  return !replacedBy && serves && running > 0 && balanced && rollout.failedTasks > 0
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
 * no new ones (API_Deployment, rolloutState).
 */
export function recoveryCommand(rollout: Rollout, { running, replacedBy }: Failed): string | undefined {
  const { tracked, plan, tasks } = rollout
  const { previous, completedBefore } = tracked
  if (replacedBy) return undefined
  if (!completedBefore) {
    const up = tasks.filter(({ endedAt }) => endedAt === undefined).map(({ arn }) => arn)
    if (up.length === 0 || up.length !== running || up.length > maxStopped) return undefined
    return `To stop what still runs: ${stopTasksCommand(up)}`
  }
  if (!previous || previous === tracked.taskDefinition) return undefined
  return `To go back to ${revisionName(previous)}: ${deployCommand(plan.observed.service, previous)}`
}

const maxStopped = 3
