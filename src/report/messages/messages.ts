/** The outcome in three sentences, the same in every report. */
import { resourceName, revisionName } from '../../core/ecs/arn.js'
import { decisiveService, type Outcome } from '../../core/outcome/outcome.js'
import type { OutcomeName } from '../../core/outcome/outcomes.js'
import type { ServiceResult } from '../../core/outcome/service-result.js'
import type { Plan } from '../../core/plan/plan.js'
import { ofResult } from './by-watch-result.js'
import type { Reason } from './reason.js'
import { refusalsOf } from './refusals.js'
import {
  canceledMessage,
  failedMessage,
  idleMessage,
  rolledBackMessage,
  succeededMessage,
  supersededMessage,
} from './result-messages.js'
import { timedOutMessage } from './timed-out-message.js'
import { unknownMessage } from './unknown-message.js'

export interface Message extends Reason {
  /** `web:8 did not become healthy; web:7 serves.` */
  readonly what: string
}

export function describe(outcome: Outcome): Message {
  return messages[outcome.name](outcome)
}

const messages: Readonly<Record<OutcomeName, (outcome: Outcome) => Message>> = {
  refused,
  planned,
  registered,
  'no-change': unchanged,
  started,
  succeeded: ofResult('succeeded', succeededMessage),
  idle: ofResult('idle', idleMessage),
  'rolled-back': ofResult('rolled-back', rolledBackMessage),
  failed: ofResult('failed', failedMessage),
  superseded: ofResult('superseded', supersededMessage),
  'timed-out': ofResult('timed-out', timedOutMessage),
  cancelled: ofResult('cancelled', canceledMessage, neverStarted),
  unknown: ofResult('unknown', unknownMessage, unconfirmed),
}

function refused(outcome: Outcome): Message {
  const refusals = refusalsOf(outcome)
  const count = refusals.length
  const unchanged = outcome.revision
    ? `${revisionOf(outcome)} is registered, but the service was not changed.`
    : 'nothing was changed.'
  // Several problems have their own next steps.
  const next = count === 1 ? refusals[0]?.next : undefined
  return { what: `${count} ${count === 1 ? 'problem' : 'problems'}, ${unchanged}`, next: next || undefined }
}

function planned({ plan }: Outcome): Message {
  const what = plan ? plannedText(plan) : 'there was nothing to plan with'
  return { what: `${what}; nothing was changed.` }
}

function plannedText({ revision, services, offline }: Plan): string {
  const text = `a new revision of ${revision.family} would be registered`
  const names = [
    ...services.map(({ observed }) => observed.service.name),
    ...offline.map(({ service }) => `${resourceName(service)}, which could not be read`),
  ]
  return names.length === 0 ? text : `${text} and deployed to ${names.join(' and ')}`
}

function registered(outcome: Outcome): Message {
  return { what: `${revisionOf(outcome)} is registered; no service was given, so nothing was deployed.` }
}

function unchanged(outcome: Outcome): Message {
  const { plan, serving } = decisive(outcome, 'unchanged')
  if (serving !== undefined)
    return { what: `${revisionName(serving)} serves and nothing differs from it; nothing was changed.` }
  const from = plan.previous === undefined ? '' : ` from ${revisionName(plan.previous)}`
  return { what: `nothing differs${from}, and the service wants no task; nothing was changed.` }
}

function started(outcome: Outcome): Message {
  return {
    what: `the deployment of ${revisionOf(outcome)} was started and not watched: nothing was verified.`,
    next: 'Leave out wait-for-service-stability: false, so that this step knows how it ends.',
  }
}

function neverStarted(outcome: Outcome): Message {
  return {
    what: outcome.revision
      ? `the workflow was cancelled: ${revisionOf(outcome)} is registered, the service was not changed.`
      : 'the workflow was cancelled before anything was changed.',
  }
}

function unconfirmed(outcome: Outcome): Message {
  const { plan, reason } = decisive(outcome, 'unconfirmed')
  return {
    what: `it is not known whether ${revisionOf(outcome)} is being deployed.`,
    why: `${reason}.`,
    next: `Look at the deployments of ${plan.observed.service.name} before you run this again.`,
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
