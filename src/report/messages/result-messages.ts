/** Messages of watched deployments. */
import { revisionName } from '../../core/ecs/arn.js'
import type { TakeBack } from '../../core/outcome/rollback-attempt.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { isOnlyServing, serves } from '../../core/outcome/serving.js'
import { formatElapsed } from '../../core/text/duration.js'
import { alarmHistory } from '../summary/alarms.js'
import type { Watched } from './by-watch-result.js'
import type { Message } from './message.js'
import { explainOutcome, named, nextStepOf } from './reason.js'
import {
  attemptNote,
  checkText,
  failOpenNote,
  recoveryCommand,
  rollbackNote,
  rollbackText,
  stillRunning,
  verificationNote,
} from './remaining-tasks.js'
import { withRollback } from './rollback-message.js'
import { requestedBySomebody, requestedByStep } from './rollback-request.js'
import { servingField, servingText, stillServingText } from './serving-text.js'
import { takenBackText, whyTakenBack } from './take-back-message.js'

export function succeededMessage({ result, rollout }: Watched<'succeeded'>): Message {
  const took = formatElapsed(rollout.endedAt - rollout.tracked.startedAt)
  // Scaled up for the rollout only, it does not serve afterwards.
  const verb = rollout.plan.bump?.from === 0 ? 'came up' : 'serves'
  const what = `${oursIn(rollout)} ${verb}, ${result.running} of ${rollout.desiredCount} running, after ${took}`
  if (rollout.verification?.kind === 'verified' && rollout.failedTasks === 0)
    return { what: `${what}, and is verified.` }
  if (rollout.failedTasks === 0) return { what: `${what}.` }
  return {
    ...explainOutcome(rollout, undefined),
    what: `${what}, although some of its tasks failed in the meantime.`,
  }
}

export function idleMessage({ rollout }: Watched<'idle'>): Message {
  const message = {
    what: `the deployment of ${oursIn(rollout)} completed, but the desired count is 0: nothing was verified.`,
    next: 'Set bump-desired-count to 1 to verify a service that is scaled to zero.',
  }
  return rollout.failedTasks > 0 ? { ...message, ...explainOutcome(rollout, undefined) } : message
}

export function rolledBackMessage({ result, rollout }: Watched<'rolled-back'>): Message {
  const what = `${oursIn(rollout)} ${rolledBackText(rollout)}; ${backText(result.serving, rollout)}.`
  if (rollout.takeBack) return takenBackMessage(result.serving, rollout, rollout.takeBack)
  const requested = requestedByStep(rollout) ?? requestedBySomebody(rollout, result.reason)
  if (requested) return { what, ...requested }
  return { what, ...nextStepOf(explainOutcome(rollout, result.reason), alarmHistory(rollout)) }
}

function takenBackMessage(back: string, rollout: Rollout, takeBack: TakeBack): Message {
  const current = isOnlyServing(rollout.serving, back) ? 'which serves' : backText(back, rollout)
  const what = `${oursIn(rollout)} ${takenBackText(rollout, back)}, ${current}.`
  return { what, ...whyTakenBack(takeBack) }
}

/** An alarm, a hook or a request can roll back healthy tasks. */
function rolledBackText({ alarms, failedHook, failedTasks, stoppedBecause, verification }: Rollout): string {
  if (verification?.kind === 'failed') return 'failed its verification and was rolled back'
  if (stoppedBecause) return 'was stopped early and rolled back'
  if (alarms.length > 0 || failedHook) return 'was rolled back'
  return failedTasks > 0 ? 'did not become healthy' : 'was rolled back'
}

/** `back`: of the rollback. Its tasks may not run yet. */
function backText(back: string, rollout: Rollout): string {
  const { scaledToZero, serving } = rollout
  const current = `${revisionName(back)} is the current revision again`
  if (scaledToZero) return `${current}, and the service is scaled to zero`
  if (isOnlyServing(serving, back)) return `${revisionName(back)} serves`
  const text = serves(serving, back)
    ? servingText(serving)
    : (stillServingText(rollout) ?? servingText(serving))
  return text ? `${current}, and ${text}` : current
}

export function failedMessage({ result, rollout }: Watched<'failed'>): Message {
  const { serving, takeBack, tracked, verification } = rollout
  const note = failOpenNote(rollout, result)
  const isKept = verification?.kind === 'failed' || takeBack !== undefined
  const isServing = isKept && isOnlyServing(serving, tracked.taskDefinition)
  const remains = isServing ? `${oursIn(rollout)} serves` : stillRunning(rollout, result)
  const left = `${remains}${note ? `, and ${note}` : ''}`
  const message = {
    what: `${failureText(rollout, result)}; ${left}.`,
    ...nextStepOf(
      takeBack ? { why: named(result.reason) } : explainOutcome(rollout, result.reason),
      recoveryCommand(rollout, result),
    ),
  }
  return withRollback(message, rollout)
}

function failureText(rollout: Rollout, result: Watched<'failed'>['result']): string {
  const ours = oursIn(rollout)
  if (rollout.verification?.kind === 'failed')
    return `ECS completed the deployment of ${ours}, but its verification failed, and ${verificationNote(rollout)}`
  const { takeBack } = rollout
  if (takeBack)
    return `${takeBack.failure}, ${ours} was to be taken back, and ${attemptNote(takeBack.attempt)}`
  if (result.completedAt === undefined) return `${ours} failed and ${rollbackNote(rollout, result)}`
  return `ECS completed the deployment of ${ours}, but its tasks keep failing, and nothing rolls it back`
}

const whenSuperseded = {
  undecided: (ours: string) => `before ${ours} was decided`,
  completed: (ours: string) => `right after ${ours} had completed`,
  'rolling-back': (ours: string) => `while ${ours} was being rolled back`,
}

export function supersededMessage({ result, rollout }: Watched<'superseded'>): Message {
  const { by, stateWhenSuperseded: state } = result
  const theirs = revisionName(by.taskDefinition)
  const why = state === 'rolling-back' ? explainOutcome(rollout, undefined) : {}
  const message = {
    ...why,
    what: `another deployment, ${by.id} of ${theirs}, took over ${whenSuperseded[state](oursIn(rollout))}.`,
    serves: servingField(rollout),
    next: `Find out what deployed ${theirs}; put all jobs that deploy this service into one concurrency group.`,
  }
  return withRollback(message, rollout)
}

export function canceledMessage({ result, rollout }: Watched<'cancelled'>): Message {
  const ours = oursIn(rollout)
  const isDeployed = rollout.verification !== undefined && !rollout.rollback
  const activity = activityIn(rollout)
  const left = result.rollback.kind === 'left' && isDeployed ? 'its deployment has completed' : undefined
  const message = {
    what: `the workflow was cancelled while ${ours} was being ${activity}; ${left ?? rollbackText(rollout, result.rollback)}.`,
    serves: servingField(rollout),
    next: checkText(rollout),
  }
  return withRollback(message, rollout)
}

function activityIn({ rollback, takeBack, verification }: Rollout): string {
  if (takeBack?.attempt.kind === 'begun') return 'taken back'
  if (verification === undefined) return 'deployed'
  return rollback ? 'rolled back' : 'verified'
}

function oursIn({ tracked }: Rollout): string {
  return revisionName(tracked.taskDefinition)
}
