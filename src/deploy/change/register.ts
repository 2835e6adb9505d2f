/**
 * Registers a revision. After a lost response it first looks for the effect (docs/adr/0006). If the role may not set
 * tags, the revision is registered without its provenance.
 */
import { revisionNumber } from '../../core/ecs/arn.js'
import { type ApiError, missingPermission } from '../../core/errors/api-error.js'
import type { Registered } from '../../core/outcome/outcome.js'
import type { NewRevision } from '../../core/plan/plan.js'
import { diff } from '../../core/task-definition/diff.js'
import { tagged } from '../../core/task-definition/tags.js'
import { withTags } from '../../core/task-definition/task-definition.js'
import type { JsonObject } from '../../core/text/json.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { lostChange, maxSendings, throttledChanges } from '../../retry/policies.js'
import { type RetryPolicy, retry } from '../../retry/retry.js'

/** `unconfirmed`: requests whose effect is not known. Each may have left an unused revision. */
export type Registration = { readonly unconfirmed: number } & (
  | {
      readonly kind: 'registered'
      readonly registered: Registered
      /** why the revision does not carry its provenance */
      readonly withoutProvenance: ApiError | undefined
    }
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** before any revision was registered, as far as is known */
  | { readonly kind: 'cancelled' }
)

export interface RegisterRequest {
  readonly revision: NewRevision
  /** ARNs of revisions that services run already */
  readonly deployed: readonly string[]
}

type RegisterPorts = Pick<Ports, 'ecs' | 'clock' | 'canceled'>

export async function registerRevision(
  ports: RegisterPorts,
  request: RegisterRequest,
): Promise<Registration> {
  const { canceled, clock, ecs } = ports
  const { revision } = request
  const startedAt = clock.now()
  let definition = tagged(revision.definition, revision.provenance)
  let withoutProvenance: ApiError | undefined
  let unconfirmed = 0
  for (;;) {
    const sent = await attempt(() =>
      retry(registrations, { clock, canceled }, () => ecs.registerTaskDefinition(definition)),
    )
    if (sent.kind === 'answered') {
      return { kind: 'registered', registered: sent.value, unconfirmed, withoutProvenance }
    }
    const { error } = sent
    if (mayNotTag(error) && revision.provenance.length > 0 && !withoutProvenance) {
      withoutProvenance = error
      definition = revision.definition
      continue
    }
    if (canceled.aborted && registrations.isRetryable(error)) return { kind: 'cancelled', unconfirmed }
    if (error.kind !== 'unavailable') return { kind: 'refused', error, unconfirmed }
    const found = await findRegistered(ports, request, startedAt)
    if (found) return { kind: 'registered', registered: found, unconfirmed, withoutProvenance }
    unconfirmed++
    if (unconfirmed >= maxSendings) return { kind: 'refused', error, unconfirmed }
    await clock.sleep(registrations.pause(unconfirmed, clock.random(), error), canceled)
    if (canceled.aborted) return { kind: 'cancelled', unconfirmed }
  }
}

/** ECS takes one registration of a family at a time. */
const registrations: RetryPolicy = {
  ...throttledChanges,
  isRetryable: error => throttledChanges.isRetryable(error) || isRace(error),
}

/**
 * A registration with tags needs a second permission.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
 */
function mayNotTag(error: ApiError): boolean {
  return error.kind === 'denied' && missingPermission(error).startsWith('ecs:TagResource')
}

/** Two jobs registered the same family at once: only the message says so. */
function isRace(error: ApiError): boolean {
  return error.kind === 'rejected' && error.message.startsWith('Too many concurrent attempts')
}

/** Maximum difference between the clocks of AWS and this machine, in milliseconds. */
const skew = 120_000

/**
 * The newest revision of the family, if it is what we sent, was registered since, and was not deployed before. Registering
 * again instead leaves an unused revision at worst.
 */
async function findRegistered(
  { ecs, clock, canceled }: RegisterPorts,
  { revision, deployed }: RegisterRequest,
  startedAt: number,
): Promise<Registered | undefined> {
  await clock.sleep(lostChange.pause, canceled)
  const read = await attempt(() => ecs.describeTaskDefinition(revision.family))
  if (read.kind === 'failed') return undefined
  const { arn, definition, tags } = read.value
  const registeredAt = Number(definition.registeredAt ?? 0) * 1000
  const isKnown = deployed.includes(arn)
  const isOurs =
    registeredAt >= startedAt - skew && !isKnown && isSame(withTags(definition, tags), revision.definition)
  return isOurs ? { arn, revision: revisionNumber(arn) ?? '' } : undefined
}

function isSame(found: JsonObject, sent: JsonObject): boolean {
  return diff(found, sent).length === 0
}
