/** Of deployments that go on in ECS when the step ends green (docs/adr/0045). */
import { revisionName } from '../../core/ecs/arn.js'
import { continueCommand, describeServiceCommand } from '../../core/ecs/cli-commands.js'
import { readableStage } from '../../core/ecs/lifecycle-stages.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { hookText } from '../../core/watch/progress/hook-text.js'
import type { Watched } from './by-watch-result.js'
import type { Message } from './message.js'
import { explainOutcome } from './reason.js'
import { servingField } from './serving-text.js'

export function pausedMessage({ result, rollout }: Watched<'paused'>): Message {
  const ours = revisionName(rollout.tracked.taskDefinition)
  const { serviceDeploymentArn: arn } = rollout
  const text = hookText({
    ...result.hook,
    status: 'AWAITING_ACTION',
    targetType: 'PAUSE',
    targetArn: undefined,
  })
  const next = arn
    ? `Continue it with continue-deployment: continue (or rollback) in another step, or with the command (--action ROLLBACK to roll back): ${continueCommand(arn, result.hook.id)}`
    : 'Continue or roll back the deployment at its hook.'
  return { ...failures(rollout), what: `${ours} is paused: ${text}.`, serves: servingField(rollout), next }
}

export function stageMessage({ result, rollout }: Watched<'started'>): Message {
  const ours = revisionName(rollout.tracked.taskDefinition)
  return {
    ...failures(rollout),
    what: `the deployment of ${ours} has reached the stage ${readableStage(result.stage)}, goes on in ECS and is not watched any longer: how it ends is not known.`,
    serves: servingField(rollout),
    next: `To see how it ends: ${describeServiceCommand(rollout.plan.observed.service, rollout.serviceDeploymentArn)}`,
  }
}

/** Some of its tasks may have failed on the way. */
function failures(rollout: Rollout): Pick<Message, 'why'> {
  return rollout.failedTasks > 0 ? { why: explainOutcome(rollout, undefined).why } : {}
}
