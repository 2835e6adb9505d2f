/** Each outcome in three sentences: what happened, why, and one thing to do next. The same everywhere it is told. */
import { resourceName, revisionName } from '../../core/ecs/arn.js'
import { continueCommand } from '../../core/ecs/cli-commands.js'
import { assertNever } from '../../core/errors/assert-never.js'
import type { Outcome, Rollout } from '../../core/outcome/outcome.js'
import type { DeployPlan, OfflinePlan, RegisterPlan } from '../../core/plan/plan.js'
import { formatElapsed } from '../../core/text/duration.js'
import type { DeploymentResult, WatchInterruption } from '../../core/watch/watch-result.js'
import { alarmHistory } from '../summary/alarms.js'
import type { Reason } from './reason.js'
import { explainOutcome, named, nextStepOf, sentence } from './reason.js'
import { refusalsOf } from './refusals.js'
import {
  aftermathText,
  failOpenNote,
  lookText,
  recoveryCommand,
  rollbackNote,
  stillRunning,
  stopText,
} from './remaining-tasks.js'
import { requestedBySomebody } from './rollback-request.js'

export interface Message extends Reason {
  /** `web:8 did not become healthy; web:7 serves.` */
  readonly what: string
}

function plannedText(plan: DeployPlan | RegisterPlan | OfflinePlan): string {
  const revision = `a new revision of ${plan.family} would be registered`
  switch (plan.kind) {
    case 'register':
      return revision
    case 'deploy':
      return `${revision} and deployed to ${plan.observed.service.name}`
    case 'offline':
      return `${revision} and deployed to ${resourceName(plan.target.service)}, which was not looked at`
  }
}

export function describe(outcome: Outcome): Message {
  switch (outcome.kind) {
    case 'refused':
      return refused(outcome)
    case 'planned':
      return { what: `${plannedText(outcome.plan)}; nothing was changed.` }
    case 'nothing-seen':
      return { what: 'there was nothing to plan with; nothing was changed.' }
    case 'no-change':
      return { what: `${unchangedText(outcome)}; nothing was changed.` }
    case 'registered':
      return {
        what: `${revisionName(outcome.registered.arn)} is registered; no service was given, so nothing was deployed.`,
      }
    case 'started':
      return {
        what: `the deployment of ${revisionName(outcome.rollout.registered.arn)} was started and not watched: nothing was verified.`,
        next: 'Leave out wait-for-service-stability: false, so that this step knows how it ends.',
      }
    case 'not-begun':
      return {
        what: outcome.registered
          ? `the workflow was cancelled: ${revisionName(outcome.registered.arn)} is registered, the service was not changed.`
          : 'the workflow was cancelled before anything was changed.',
      }
    case 'lost':
      return {
        what: `it is not known whether ${revisionName(outcome.registered.arn)} is being deployed.`,
        why: `${outcome.reason}.`,
        next: `Look at the deployments of ${outcome.plan.observed.service.name} before you run this again.`,
      }
    case 'ended':
      return ended(outcome)
    default:
      return assertNever(outcome)
  }
}

function unchangedText({ serving, plan }: Extract<Outcome, { kind: 'no-change' }>): string {
  if (serving !== undefined) return `${revisionName(serving)} serves and nothing differs from it`
  const of = plan.previous === undefined ? '' : ` from ${revisionName(plan.previous)}`
  return `nothing differs${of}, and the service wants no task`
}

function refused(outcome: Extract<Outcome, { kind: 'refused' }>): Message {
  const { registered } = outcome
  const all = refusalsOf(outcome)
  const count = all.length
  const unchanged = registered
    ? `${revisionName(registered.arn)} is registered, but the service was not changed.`
    : 'nothing was changed.'
  // Of several each has its own.
  const todo = count === 1 ? all[0]?.next : undefined
  return {
    what: `${count} ${count === 1 ? 'problem' : 'problems'}, ${unchanged}`,
    next: todo || undefined,
  }
}

function ended({ result, rollout }: Extract<Outcome, { kind: 'ended' }>): Message {
  const ours = revisionName(rollout.registered.arn)
  const took = formatElapsed(rollout.endedAt - rollout.tracked.startedAt)
  const wanted = rollout.desiredCount
  switch (result.kind) {
    case 'succeeded': {
      // A service that was only woken for the rollout serves nobody afterwards.
      const woken = rollout.plan.bump?.from === 0
      const what = `${ours} ${woken ? 'came up' : 'serves'}, ${result.running} of ${wanted} running, after ${took}`
      return rollout.failedTasks > 0
        ? { ...explainOutcome(rollout, undefined), what: `${what}, though tasks of it failed meanwhile.` }
        : { what: `${what}.` }
    }
    case 'idle':
      return {
        what: `the deployment of ${ours} completed, but the service wants 0 tasks: nothing was verified.`,
        next: 'Give bump-desired-count: 1 to verify a service that sleeps.',
        ...(rollout.failedTasks > 0 ? explainOutcome(rollout, undefined) : {}),
      }
    case 'rolled-back':
      return {
        what: `${ours} ${rolledBackText(rollout)}; ${revisionName(result.serving)} ${backText(rollout)}.`,
        ...(requestedBySomebody(rollout, result.reason) ??
          nextStepOf(explainOutcome(rollout, result.reason), alarmHistory(rollout))),
      }
    case 'failed': {
      const fine = failOpenNote(rollout, result)
      return {
        what: `${ours} failed and ${rollbackNote(result)}; ${stillRunning(rollout, result)}${fine ? `, and ${fine}` : ''}.`,
        ...nextStepOf(explainOutcome(rollout, result.reason), recoveryCommand(rollout, result)),
      }
    }
    case 'superseded': {
      const theirs = revisionName(result.by.taskDefinition)
      const fates = {
        undecided: `before ${ours} was decided`,
        completed: `right after ${ours} had completed`,
        'rolling-back': `while ${ours} was being rolled back`,
      }
      return {
        what: `another deployment, ${result.by.id} of ${theirs}, took over ${fates[result.stateWhenSuperseded]}.`,
        ...(result.stateWhenSuperseded === 'rolling-back' ? explainOutcome(rollout, undefined) : {}),
        next: `Look at what deployed ${theirs}; give the jobs that deploy this service one concurrency group.`,
      }
    }
    case 'timed-out':
      return timedOut(rollout, result)
    case 'cancelled':
      return {
        what: `the workflow was cancelled while ${ours} was being deployed; ${aftermathText(rollout, result.rollback)}.`,
        next: lookText(rollout),
      }
    case 'unknown':
      return unknown(rollout, result)
    default:
      return assertNever(result)
  }
}

function unknown(
  rollout: Rollout,
  { reason, lost }: Extract<DeploymentResult, { kind: 'unknown' }>,
): Message {
  const { plan, lastPoll: lastSeen, tracked } = rollout
  const ours = revisionName(rollout.registered.arn)
  if (lost === 'service') {
    // CloudTrail has every call of the ECS API by its name (logging-using-cloudtrail).
    return {
      what: `the service ${plan.observed.service.name} was deleted while ${ours} was being deployed.`,
      why: sentence(reason),
      next: 'CloudTrail says who deleted it: look there for the event DeleteService.',
    }
  }
  const seen = lastSeen
    ? `; last seen at ${formatElapsed(lastSeen.at - tracked.startedAt)}: ${lastSeen.text}`
    : ''
  const longer =
    'Let the credentials last longer than a deployment (role-duration-seconds of configure-aws-credentials). '
  return {
    what: `${ours} was started, but how it ends could not be seen.`,
    why: sentence(`${reason.replace(/\.$/, '')}${seen}`),
    next: `${lost === 'credentials' ? longer : ''}${lookText(rollout)}`,
  }
}

function timedOut(
  rollout: Rollout,
  { minutes, rollback: aftermath }: Extract<WatchInterruption, { kind: 'timed-out' }>,
): Message {
  const ours = revisionName(rollout.registered.arn)
  const within = `within ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  if (rollout.unverifiedReason) {
    const left = aftermath.kind === 'left' ? 'nothing rolls it back' : aftermathText(rollout, aftermath)
    return {
      what: `ECS completed the deployment of ${ours}, but its tasks did not stay up ${within}; ${left}.`,
      ...explainOutcome(rollout, rollout.unverifiedReason),
    }
  }
  const what = `${ours} was not decided ${within}; ${aftermathText(rollout, aftermath)}.`
  if (rollout.pendingHook) {
    const { text, pause } = rollout.pendingHook
    const arn = rollout.serviceDeploymentArn
    const next =
      arn && pause
        ? `Continue it (or end it with --action ROLLBACK): ${continueCommand(arn, pause)}`
        : 'Continue or roll back the deployment at its hook.'
    return { what, why: named(text), next }
  }
  const why = explainOutcome(rollout, undefined)
  const goesOn = aftermath.kind !== 'rollback-requested' && !rollout.rollingBack
  const stop = goesOn ? stopText(rollout) : undefined
  // service-throttle-logic: the attempts have no limit.
  if (goesOn && !rollout.tracked.breaker.enable && rollout.failedTasks > 0) {
    const retries = 'With the circuit breaker off ECS retries for ever'
    return { what, ...nextStepOf(why, stop ? `${retries}; to stop it: ${stop}` : `${retries}.`) }
  }
  // ECS has counted nothing so far. Whether its circuit breaker counts what cannot be placed is not documented.
  if (stop && rollout.unplaced && rollout.failedTasks === 0)
    return {
      what,
      ...why,
      next: `${why.next} The deployment goes on unwatched, also when there is room; to stop it: ${stop}`,
    }
  return { what, next: 'Raise wait-for-minutes, or look at what the tasks wait for.', ...why }
}

/** Only what was seen: a rollback can have been asked for, or decided by an alarm or a hook, while tasks were well. */
function rolledBackText(rollout: Rollout): string {
  if (rollout.stoppedBecause) return 'was stopped early and rolled back'
  if (rollout.alarms.length > 0 || rollout.failedHook) return 'was rolled back'
  return rollout.failedTasks > 0 ? 'did not become healthy' : 'was rolled back'
}

/** What the revision is that a rollback went back to. */
function backText({ scaledToZero, serving }: Rollout): string {
  if (scaledToZero) return 'is the revision again, and the service sleeps'
  return serving === undefined ? 'is the revision again, and no task runs' : 'serves'
}
