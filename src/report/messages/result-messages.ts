/** Messages of watched deployments. */
import { revisionName } from '../../core/ecs/arn.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { formatElapsed } from '../../core/text/duration.js'
import { alarmHistory } from '../summary/alarms.js'
import type { Watched } from './by-watch-result.js'
import type { Message } from './messages.js'
import { explainOutcome, nextStepOf } from './reason.js'
import {
  checkText,
  failOpenNote,
  recoveryCommand,
  rollbackNote,
  rollbackText,
  stillRunning,
} from './remaining-tasks.js'
import { requestedBySomebody } from './rollback-request.js'

export function succeededMessage({ result, rollout }: Watched<'succeeded'>): Message {
  const took = formatElapsed(rollout.endedAt - rollout.tracked.startedAt)
  // Scaled up for the rollout only, it does not serve afterwards.
  const verb = rollout.plan.bump?.from === 0 ? 'came up' : 'serves'
  const what = `${oursIn(rollout)} ${verb}, ${result.running} of ${rollout.desiredCount} running, after ${took}`
  if (rollout.failedTasks === 0) return { what: `${what}.` }
  return { ...explainOutcome(rollout, undefined), what: `${what}, though tasks of it failed meanwhile.` }
}

export function idleMessage({ rollout }: Watched<'idle'>): Message {
  const message = {
    what: `the deployment of ${oursIn(rollout)} completed, but the service wants 0 tasks: nothing was verified.`,
    next: 'Set bump-desired-count: 1 to verify a service that is scaled to zero.',
  }
  return rollout.failedTasks > 0 ? { ...message, ...explainOutcome(rollout, undefined) } : message
}

export function rolledBackMessage({ result, rollout }: Watched<'rolled-back'>): Message {
  const what = `${oursIn(rollout)} ${rolledBackText(rollout)}; ${revisionName(result.serving)} ${backText(rollout)}.`
  const requested = requestedBySomebody(rollout, result.reason)
  if (requested) return { what, ...requested }
  return { what, ...nextStepOf(explainOutcome(rollout, result.reason), alarmHistory(rollout)) }
}

/** An alarm, a hook or a request can roll back healthy tasks. */
function rolledBackText({ alarms, failedHook, failedTasks, stoppedBecause }: Rollout): string {
  if (stoppedBecause) return 'was stopped early and rolled back'
  if (alarms.length > 0 || failedHook) return 'was rolled back'
  return failedTasks > 0 ? 'did not become healthy' : 'was rolled back'
}

function backText({ scaledToZero, serving }: Rollout): string {
  if (scaledToZero) return 'is the revision again, and the service is scaled to zero'
  return serving === undefined ? 'is the revision again, and no task runs' : 'serves'
}

export function failedMessage({ result, rollout }: Watched<'failed'>): Message {
  const note = failOpenNote(rollout, result)
  const left = `${stillRunning(rollout, result)}${note ? `, and ${note}` : ''}`
  return {
    what: `${oursIn(rollout)} failed and ${rollbackNote(result)}; ${left}.`,
    ...nextStepOf(explainOutcome(rollout, result.reason), recoveryCommand(rollout, result)),
  }
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
  return {
    ...why,
    what: `another deployment, ${by.id} of ${theirs}, took over ${whenSuperseded[state](oursIn(rollout))}.`,
    next: `Find out what deployed ${theirs}; put all jobs that deploy this service into one concurrency group.`,
  }
}

export function canceledMessage({ result, rollout }: Watched<'cancelled'>): Message {
  const ours = oursIn(rollout)
  return {
    what: `the workflow was cancelled while ${ours} was being deployed; ${rollbackText(rollout, result.rollback)}.`,
    next: checkText(rollout),
  }
}

function oursIn({ tracked }: Rollout): string {
  return revisionName(tracked.taskDefinition)
}
