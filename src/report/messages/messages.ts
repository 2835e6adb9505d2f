/** The outcome in three sentences, the same in every report. */
import { resourceName, revisionName } from '../../core/ecs/arn.js'
import { describeServiceCommand } from '../../core/ecs/cli-commands.js'
import { decisiveRollout, decisiveService, type Outcome } from '../../core/outcome/outcome.js'
import { type OutcomeName, outcomes } from '../../core/outcome/outcomes.js'
import type { ServiceResult } from '../../core/outcome/service-result.js'
import {
  firstFailure,
  isSplit,
  onlyService,
  overviewOf,
  serviceNameOf,
  worstFirst,
} from '../../core/outcome/several-services.js'
import type { PauseDecision } from '../../core/plan/pause-decision.js'
import type { Plan, ServicePlan } from '../../core/plan/plan.js'
import type { RevisionPlan } from '../../core/plan/revision-plan.js'
import { enumerate, named } from '../../core/text/enumerate.js'
import { ofResult } from './by-watch-result.js'
import { evenOut } from './even-out.js'
import type { Message } from './message.js'
import { pausedMessage, stageMessage } from './reached-goal-message.js'
import { refusalsOf } from './refusals.js'
import { registeredText } from './registered-text.js'
import {
  canceledMessage,
  failedMessage,
  idleMessage,
  rolledBackMessage,
  succeededMessage,
  supersededMessage,
} from './result-messages.js'
import { splitCommand } from './split-command.js'
import { withTakeBack } from './take-back-message.js'
import { taskMessage } from './task-message.js'
import { timedOutMessage } from './timed-out-message.js'
import { unknownMessage } from './unknown-message.js'

export function describe(outcome: Outcome): Message {
  if (isSplit(outcome)) return describeSeveral(outcome)
  const message = messages[outcome.name](outcome)
  const rollout = decisiveRollout(outcome)
  return rollout ? withTakeBack(message, rollout) : message
}

/** What is said of the one that the others were taken back for, or of the worst one, with its name. */
function describeSeveral(outcome: Outcome): Message {
  const worst = firstFailure(outcome) ?? worstFirst(outcome.services)[0]
  const overview = overviewOf(outcome)
  if (!worst || outcomes[outcome.name].green) return { what: `${overview}.` }
  const name = serviceNameOf(worst)
  const { what, why, next, ...message } = describe(onlyService(outcome, worst))
  return {
    ...message,
    what: `${overview}. ${name}: ${what}`,
    why: why && `${name}: ${why}`,
    next: nextOfSeveral(outcome, next && `${name}: ${next}`),
  }
}

/** A command stays the end. */
function nextOfSeveral(outcome: Outcome, next: string | undefined): string | undefined {
  const even = evenOut(outcome)
  if (!even) return next
  if (next !== undefined && splitCommand(next).command !== undefined)
    return `${even.words.replace(/, or run:$/, '.')} ${next}`
  const words = `${even.words} ${even.commands.join(' && ')}`
  return next === undefined ? words : `${next} ${words}`
}

const messages: Readonly<Record<OutcomeName, (outcome: Outcome) => Message>> = {
  refused,
  planned,
  registered,
  'no-change': unchanged,
  started: ofResult('started', stageMessage, started),
  succeeded: ofResult('succeeded', succeededMessage),
  idle: ofResult('idle', idleMessage),
  paused: ofResult('paused', pausedMessage),
  'rolled-back': ofResult('rolled-back', rolledBackMessage),
  failed: ofResult('failed', failedMessage),
  superseded: ofResult('superseded', supersededMessage),
  'timed-out': ofResult('timed-out', timedOutMessage, ofTask),
  cancelled: ofResult('cancelled', canceledMessage, neverStarted),
  unknown: ofResult('unknown', unknownMessage, unconfirmed),
}

function refused(outcome: Outcome): Message {
  return taskMessage(outcome) ?? refusedByProblems(outcome)
}

/** Before a deployment, nothing else can end so. */
function ofTask(outcome: Outcome): Message {
  const message = taskMessage(outcome)
  if (!message) throw new TypeError(`nothing was watched, and yet the outcome is ${outcome.name}`)
  return message
}

function refusedByProblems(outcome: Outcome): Message {
  const refusals = refusalsOf(outcome)
  const count = refusals.length
  const known = registeredText(outcome)
  const unchanged = known ? `${known}, but ${unchangedServices(outcome)}.` : 'nothing was changed.'
  // Several problems have their own next steps.
  const next = count === 1 ? refusals[0]?.next : undefined
  return { what: `${count} ${count === 1 ? 'problem' : 'problems'}, ${unchanged}`, next: next || undefined }
}

function unchangedServices({ services }: Outcome): string {
  return services.length > 1 ? 'no service was changed' : 'the service was not changed'
}

function planned({ plan }: Outcome): Message {
  const what = plan ? plannedText(plan) : 'there was nothing to plan'
  return { what: `${what}; nothing was changed.` }
}

function plannedText({ revision, services, offline }: Plan): string {
  const decided = services.find(({ decides }) => decides)
  if (decided?.decides) return plannedDecision(decided.decides, { revision, service: decided })
  const isNew = revision.kind === 'new'
  const text = isNew
    ? `a new revision of ${revision.family} would be registered`
    : `${revisionName(revision.arn)} would be deployed as it is`
  const names = services.map(({ observed }) => observed.service.name)
  const unread = offline.map(({ service }) => resourceName(service))
  const targets = [
    ...(names.length > 0 ? [named(serviceNoun, names)] : []),
    ...(unread.length > 0 ? [`${named(serviceNoun, unread)}, which could not be read`] : []),
  ]
  if (targets.length === 0) return text
  return `${text}${isNew ? ' and deployed' : ''} to ${enumerate(targets)}`
}

function plannedDecision(
  { action, hook }: PauseDecision,
  { revision, service }: { readonly revision: RevisionPlan; readonly service: ServicePlan },
): string {
  const what = action === 'CONTINUE' ? 'continued' : 'rolled back'
  const name = revision.kind === 'existing' ? revisionName(revision.arn) : revision.family
  return `the deployment of ${name} to ${service.observed.service.name}, which waits at ${hook.id}, would be ${what}`
}

const serviceNoun = { one: 'service', many: 'services' }

function registered(outcome: Outcome): Message {
  return { what: `${registeredText(outcome)}; no service was set, so nothing was deployed.` }
}

function unchanged(outcome: Outcome): Message {
  const { plan, serving } = decisive(outcome, 'unchanged')
  if (serving !== undefined)
    return { what: `${revisionName(serving)} serves and nothing differs from it; nothing was changed.` }
  const from = plan.previous === undefined ? '' : ` from ${revisionName(plan.previous)}`
  return { what: `nothing differs${from}, and the desired count is 0; nothing was changed.` }
}

function started(outcome: Outcome): Message {
  const isJoined = decisive(outcome, 'started').rollout.plan.joins !== undefined
  const start = isJoined ? 'was in progress already and is not watched' : 'was started but not watched'
  return {
    what: `the deployment of ${revisionOf(outcome)} ${start}: nothing was verified.`,
    next: 'Remove wait-for-service-stability: false so that this step reports how it ends.',
  }
}

function neverStarted(outcome: Outcome): Message {
  const ofTask = taskMessage(outcome)
  if (ofTask) return ofTask
  const known = registeredText(outcome)
  return {
    what: known
      ? `the workflow was cancelled: ${known}, ${unchangedServices(outcome)}.`
      : 'the workflow was cancelled before anything was changed.',
  }
}

function unconfirmed(outcome: Outcome): Message {
  const ofTask = taskMessage(outcome)
  if (ofTask) return ofTask
  const { plan, reason } = decisive(outcome, 'unconfirmed')
  return {
    what: plan.decides
      ? `it is not known whether the deployment of ${revisionOf(outcome)} still waits at its pause hook.`
      : `it is not known whether ${revisionOf(outcome)} is being deployed.`,
    why: `${reason}.`,
    next: `Before you run this again, check whether ECS started it: ${describeServiceCommand(plan.observed.service, undefined)}`,
  }
}

function decisive<K extends ServiceResult['kind']>(
  outcome: Outcome,
  kind: K,
): Extract<ServiceResult, { kind: K }> {
  const service = decisiveService(outcome)
  if (service?.kind !== kind) throw new TypeError(`no service is ${kind}`)
  return service as Extract<ServiceResult, { kind: K }>
}

function revisionOf({ revision }: Outcome): string {
  return revision ? revisionName(revision.arn) : 'the revision'
}
