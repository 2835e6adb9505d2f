/**
 * Registers a revision. After an answer that leaves open whether it took effect it looks before it sends again
 * (docs/adr/0006). The provenance is a gift: where the role may not give it, the revision is registered without.
 */
import { revisionNumber } from '../../core/ecs/arn.js'
import { ApiError, missingPermission } from '../../core/errors/api-error.js'
import type { Registered } from '../../core/outcome/outcome.js'
import type { DeployPlan, RegisterPlan } from '../../core/plan/plan.js'
import { diff } from '../../core/task-definition/diff.js'
import { tagged } from '../../core/task-definition/tags.js'
import { withTags } from '../../core/task-definition/task-definition.js'
import type { JsonObject } from '../../core/text/json.js'
import type { Clock, Ecs } from '../../ports.js'
import { backOff, patience, pause, sendings } from '../retry/backoff.js'

/** `unconfirmed` counts requests whose effect is not known: each may have left a revision that nobody uses. */
export type Registration = { readonly unconfirmed: number } & (
  | {
      readonly kind: 'registered'
      readonly registered: Registered
      /** why the revision does not carry its provenance */
      readonly withoutProvenance: ApiError | undefined
    }
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** before any of them was registered, as far as is known */
  | { readonly kind: 'cancelled' }
)

export async function register(
  ecs: Ecs,
  clock: Clock,
  plan: DeployPlan | RegisterPlan,
  cancelled: AbortSignal,
): Promise<Registration> {
  const startedAt = clock.now()
  let definition = tagged(plan.definition, plan.provenance)
  let withoutProvenance: ApiError | undefined
  let unconfirmed = 0
  for (let attempt = 1; ; attempt++) {
    try {
      const registered = await ecs.registerTaskDefinition(definition)
      return { kind: 'registered', registered, unconfirmed, withoutProvenance }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (mayNotTag(error) && plan.provenance.length > 0 && !withoutProvenance) {
        withoutProvenance = error
        definition = plan.definition
        continue
      }
      if (error.kind === 'unavailable') {
        const found = await findRegistered(ecs, clock, plan, startedAt, cancelled)
        if (found) return { kind: 'registered', registered: found, unconfirmed, withoutProvenance }
        unconfirmed++
        if (unconfirmed >= sendings) return { kind: 'refused', error, unconfirmed }
      } else if ((error.kind !== 'throttled' && !isRace(error)) || clock.now() - startedAt >= patience) {
        return { kind: 'refused', error, unconfirmed }
      }
      await backOff(clock, attempt, cancelled)
      if (cancelled.aborted) return { kind: 'cancelled', unconfirmed }
    }
  }
}

/**
 * A registration with tags takes a second permission.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
 */
function mayNotTag(error: ApiError): boolean {
  return error.kind === 'denied' && missingPermission(error).startsWith('ecs:TagResource')
}

/** Two jobs registered the same family at once; ECS names no other way to tell. */
function isRace(error: ApiError): boolean {
  return error.kind === 'rejected' && error.message.startsWith('Too many concurrent attempts')
}

/** The clocks of AWS and of this machine may differ by this much, in milliseconds. */
const skew = 120_000

/**
 * The newest revision of the family, if it was registered after we began and holds what we sent; never one that was
 * deployed before. Where it cannot be told, nothing: registering again leaves an unused revision at worst.
 */
async function findRegistered(
  ecs: Ecs,
  clock: Clock,
  plan: DeployPlan | RegisterPlan,
  startedAt: number,
  cancelled: AbortSignal,
): Promise<Registered | undefined> {
  await clock.sleep(pause, cancelled)
  try {
    const { arn, definition, tags } = await ecs.describeTaskDefinition(plan.family)
    const registeredAt = Number(definition.registeredAt ?? 0) * 1000
    const deployments = plan.kind === 'deploy' ? plan.observed.service.deployments : []
    const isKnown = deployments.some(one => one.taskDefinition === arn)
    const ours =
      registeredAt >= startedAt - skew && !isKnown && isSame(withTags(definition, tags), plan.definition)
    return ours ? { arn, revision: revisionNumber(arn) ?? '' } : undefined
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}

function isSame(found: JsonObject, sent: JsonObject): boolean {
  return diff(found, sent).length === 0
}
