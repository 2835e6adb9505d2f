import { revisionName } from '../../core/ecs/arn.js'
import { continueCommand } from '../../core/ecs/cli-commands.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { tripsAt } from '../../core/settings/breaker.js'
import type { RollbackStatus } from '../../core/watch/watch-result.js'
import type { Watched } from './by-watch-result.js'
import type { Message } from './message.js'
import { explainOutcome, named, nextStepOf } from './reason.js'
import { rollbackText, stopText } from './remaining-tasks.js'
import { withRollback } from './rollback-message.js'
import { servingField } from './serving-text.js'

export function timedOutMessage(watched: Watched<'timed-out'>): Message {
  const { rollout } = watched
  return withRollback({ ...undecidedMessage(watched), serves: servingField(rollout) }, rollout)
}

function undecidedMessage({ result, rollout }: Watched<'timed-out'>): Message {
  const { minutes, rollback } = result
  const ours = revisionName(rollout.tracked.taskDefinition)
  const within = `within ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  if (rollout.unconfirmedReason) {
    const left = rollback.kind === 'left' ? 'nothing rolls it back' : rollbackText(rollout, rollback)
    return {
      what: `ECS completed the deployment of ${ours}, but its tasks did not stay up ${within}; ${left}.`,
      ...explainOutcome(rollout, rollout.unconfirmedReason),
    }
  }
  const what = `${ours} was not decided ${within}; ${rollbackText(rollout, rollback)}.`
  if (rollout.pendingHook) return waitsForHook(rollout, what, rollout.pendingHook)
  return stillGoing(rollout, what, rollback)
}

function waitsForHook(
  { serviceDeploymentArn: arn }: Rollout,
  what: string,
  { text, pause }: NonNullable<Rollout['pendingHook']>,
): Message {
  const next =
    arn && pause
      ? `Continue it (or end it with --action ROLLBACK): ${continueCommand(arn, pause.id)}`
      : 'Continue or roll back the deployment at its hook.'
  return { what, why: named(text), next }
}

function stillGoing(rollout: Rollout, what: string, rollback: RollbackStatus): Message {
  const why = explainOutcome(rollout, undefined)
  const goesOn = rollback.kind !== 'rollback-requested' && !rollout.rollback
  const stop = goesOn ? stopText(rollout) : undefined
  // Attempts have no limit: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html
  const retries = goesOn ? endlessRetries(rollout) : undefined
  if (retries) {
    return { what, ...nextStepOf(why, stop ? `${retries}; to stop it: ${stop}` : `${retries}.`) }
  }
  // Undocumented: whether the circuit breaker counts tasks that cannot be placed.
  if (stop && rollout.unplaced && rollout.failedTasks === 0) {
    const next = `${why.next} The deployment continues unwatched once there is capacity; to stop it: ${stop}`
    return { what, ...why, next }
  }
  return { what, next: 'Raise wait-for-minutes, if the deployment only needs longer.', ...why }
}

/** ECS may not count what fails, or not act: containers that exit after RUNNING, images that cannot be pulled. */
function endlessRetries({ tracked: { breaker }, failedTasks, desiredCount }: Rollout): string | undefined {
  if (failedTasks === 0) return undefined
  if (!breaker.enable) return 'With the circuit breaker off, ECS retries indefinitely'
  const hasNotActed = failedTasks > tripsAt(breaker.threshold, desiredCount)
  return hasNotActed ? 'The circuit breaker has not acted on it, and ECS retries indefinitely' : undefined
}
