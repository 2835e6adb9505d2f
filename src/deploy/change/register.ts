/**
 * After a lost response it looks for the effect (docs/adr/0006). A role that may not set tags registers without
 * provenance.
 */
import { revisionNumber } from '../../core/ecs/arn.js'
import type { ApiError } from '../../core/errors/api-error.js'
import { denialOf } from '../../core/errors/denial.js'
import type { Registered } from '../../core/outcome/outcome.js'
import type { NewRevision } from '../../core/plan/revision-plan.js'
import { diff } from '../../core/task-definition/diff.js'
import { tagged } from '../../core/task-definition/tags.js'
import { withTags } from '../../core/task-definition/task-definition.js'
import type { JsonObject } from '../../core/text/json.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { lostChange, maxSendings, throttledChanges } from '../../retry/policies.js'
import { openBudget, type RetryPolicy, retry } from '../../retry/retry.js'

/** `unconfirmed`: requests that may have left an unused revision. */
export type Registration = { readonly unconfirmed: number } & (
  | {
      readonly kind: 'registered'
      readonly registered: Registered
      readonly withoutProvenance: ApiError | undefined
    }
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** before a revision was registered, as far as known */
  | { readonly kind: 'cancelled' }
)

export interface RegisterRequest {
  readonly revision: NewRevision
  /** ARNs: of other registrations */
  readonly known: readonly string[]
}

type RegisterPorts = Pick<Ports, 'ecs' | 'clock' | 'canceled'>

export async function registerRevision(
  ports: RegisterPorts,
  request: RegisterRequest,
): Promise<Registration> {
  const { canceled, clock, ecs } = ports
  const { revision } = request
  const budget = openBudget(clock)
  let definition = tagged(revision.definition, revision.provenance)
  let withoutProvenance: ApiError | undefined
  let unconfirmed = 0
  for (;;) {
    const sent = await attempt(() =>
      retry(registrations, { clock, canceled, budget }, () => ecs.registerTaskDefinition(definition)),
    )
    if (sent.kind === 'answered') {
      return { kind: 'registered', registered: sent.value, unconfirmed, withoutProvenance }
    }
    const { error } = sent
    if (mayBeAboutTags(error)) {
      if (withoutProvenance) return { kind: 'refused', error: withoutProvenance, unconfirmed }
      if (revision.provenance.length > 0) {
        withoutProvenance = error
        definition = revision.definition
        continue
      }
    }
    if (canceled.aborted && registrations.isRetryable(error, budget.refusals))
      return { kind: 'cancelled', unconfirmed }
    if (error.kind !== 'unavailable') return { kind: 'refused', error, unconfirmed }
    const found = await findRegistered(ports, request, budget.startedAt)
    if (found) return { kind: 'registered', registered: found, unconfirmed, withoutProvenance }
    unconfirmed++
    if (unconfirmed >= maxSendings) return { kind: 'refused', error, unconfirmed }
    await clock.sleep(registrations.pause(budget.requests, clock.random(), error), canceled)
    if (canceled.aborted) return { kind: 'cancelled', unconfirmed }
  }
}

/** ECS takes one for each family at a time. */
const registrations: RetryPolicy = {
  ...throttledChanges,
  isRetryable: (error, refusals) => throttledChanges.isRetryable(error, refusals) || isRace(error),
}

/**
 * Tags need a second permission, and a condition on their keys can deny the registration itself.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
 */
function mayBeAboutTags(error: ApiError): boolean {
  return error.kind === 'denied' && denialOf(error).action !== 'iam:PassRole'
}

/** Two jobs registered one family; only the message says so. */
function isRace(error: ApiError): boolean {
  return error.kind === 'rejected' && error.message.startsWith('Too many concurrent attempts')
}

/** Milliseconds between AWS's clock and this one, at most. */
const skew = 120_000

/** The family's newest revision, if it is ours. Registering again would leave an unused revision at worst. */
async function findRegistered(
  { ecs, clock, canceled }: RegisterPorts,
  { revision, known }: RegisterRequest,
  startedAt: number,
): Promise<Registered | undefined> {
  await clock.sleep(lostChange.pause, canceled)
  const read = await attempt(() => ecs.describeTaskDefinition(revision.family))
  if (read.kind === 'failed') return undefined
  const { arn, definition, tags } = read.value
  const registeredAt = Number(definition.registeredAt ?? 0) * 1000
  const isKnown = known.includes(arn)
  const isOurs =
    registeredAt >= startedAt - skew && !isKnown && isSame(withTags(definition, tags), revision.definition)
  return isOurs ? { arn, revision: revisionNumber(arn) ?? '' } : undefined
}

function isSame(found: JsonObject, sent: JsonObject): boolean {
  return diff(found, sent).length === 0
}
