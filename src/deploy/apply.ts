/**
 * Carries a plan out: registers the revision, sends one UpdateService, and finds the deployment that it started. After
 * an answer that leaves open whether a change took effect it looks before it does anything else (docs/adr/0006).
 */

import { revisionNumber } from '../core/arn.js'
import { diff } from '../core/diff.js'
import { Fault } from '../core/fault.js'
import type { JsonObject } from '../core/json.js'
import type { Registered } from '../core/outcome.js'
import type { DeployPlan } from '../core/plan.js'
import type { Service } from '../core/service.js'
import { primaryOf } from '../core/service.js'
import type { Tracked } from '../core/tracked.js'
import type { Clock, Ecs } from '../ports.js'

/**
 * How long a change that is throttled, and so has no effect, is tried again, in milliseconds: RegisterTaskDefinition is
 * refilled with one call a second for the whole account, which many jobs may share.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
const patience = 600_000

/** Looks for the effect of a change whose answer was lost, and the pause before each, in milliseconds. */
const looks = 6
const pause = 4_000

/** How often a change is sent when nothing is seen of it. */
const sendings = 2

export type Registration =
  | { readonly kind: 'registered'; readonly registered: Registered; readonly unconfirmed: number }
  | { readonly kind: 'refused'; readonly fault: Fault; readonly unconfirmed: number }
  /** before any of them was registered, as far as is known */
  | { readonly kind: 'cancelled'; readonly unconfirmed: number }

/**
 * Registers the definition. `unconfirmed` counts requests whose effect is not known: each may have left a revision
 * that nobody uses.
 *
 * `serving` is the revision that serves now: an equal one that is registered already is not taken for ours.
 */
export async function register(
  ecs: Ecs,
  clock: Clock,
  definition: JsonObject,
  family: string,
  serving: string | undefined,
  cancelled: AbortSignal,
): Promise<Registration> {
  const startedAt = clock.now()
  let unconfirmed = 0
  for (let attempt = 1; ; attempt++) {
    try {
      return { kind: 'registered', registered: await ecs.registerTaskDefinition(definition), unconfirmed }
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      if (fault.kind === 'unavailable') {
        const found = await findRegistered(ecs, clock, definition, family, serving, startedAt, cancelled)
        if (found) return { kind: 'registered', registered: found, unconfirmed }
        unconfirmed++
        if (unconfirmed >= sendings) return { kind: 'refused', fault, unconfirmed }
      } else if ((fault.kind !== 'throttled' && !isRace(fault)) || clock.now() - startedAt >= patience) {
        return { kind: 'refused', fault, unconfirmed }
      }
      await backOff(clock, attempt, cancelled)
      if (cancelled.aborted) return { kind: 'cancelled', unconfirmed }
    }
  }
}

/** Two jobs registered the same family at once; ECS names no other way to tell. */
function isRace(fault: Fault): boolean {
  return fault.kind === 'rejected' && fault.message.startsWith('Too many concurrent attempts')
}

/** The clocks of AWS and of this machine may differ by this much, in milliseconds. */
const skew = 120_000

/**
 * The newest revision of the family, if it was registered after we began and holds what we sent. Where it cannot be
 * told, nothing: registering again leaves an unused revision at worst.
 */
async function findRegistered(
  ecs: Ecs,
  clock: Clock,
  definition: JsonObject,
  family: string,
  serving: string | undefined,
  startedAt: number,
  cancelled: AbortSignal,
): Promise<Registered | undefined> {
  await clock.sleep(pause, cancelled)
  try {
    const newest = await ecs.describeTaskDefinition(family)
    const registeredAt = Number(newest.definition.registeredAt ?? 0) * 1000
    const ours =
      registeredAt >= startedAt - skew &&
      newest.arn !== serving &&
      diff(newest.definition, definition).length === 0
    return ours ? { arn: newest.arn, revision: revisionNumber(newest.arn) ?? '' } : undefined
  } catch (fault) {
    if (fault instanceof Fault) return undefined
    throw fault
  }
}

export type Start =
  | { readonly kind: 'started'; readonly tracked: Tracked; readonly service: Service }
  | { readonly kind: 'refused'; readonly fault: Fault }
  /** ECS did not say whether it took the update, and nothing was seen of it */
  | { readonly kind: 'lost'; readonly reason: string }
  /** before ECS took it */
  | { readonly kind: 'cancelled' }

export async function start(
  ecs: Ecs,
  clock: Clock,
  plan: DeployPlan,
  registered: Registered,
  cancelled: AbortSignal,
): Promise<Start> {
  const sent = await update(ecs, clock, plan, registered, cancelled)
  if (sent.kind !== 'answered') return sent
  // Counted from the answer: what throttling cost before it is no time in which reads could be stale.
  const tracked = track(plan, registered, sent.service, clock.now())
  if (tracked) return { kind: 'started', tracked, service: sent.service }
  return { kind: 'lost', reason: 'ECS took the update but shows no new deployment for it' }
}

type Sent = { readonly kind: 'answered'; readonly service: Service } | Exclude<Start, { kind: 'started' }>

async function update(
  ecs: Ecs,
  clock: Clock,
  plan: DeployPlan,
  registered: Registered,
  cancelled: AbortSignal,
): Promise<Sent> {
  const change = { target: plan.observed.target, taskDefinition: registered.arn, update: plan.update }
  const startedAt = clock.now()
  let lost = 0
  for (let attempt = 1; ; attempt++) {
    try {
      return { kind: 'answered', service: await ecs.updateService(change) }
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      if (fault.kind === 'unavailable') {
        const seen = await lookForEffect(ecs, clock, plan, registered, cancelled)
        if (seen.kind === 'seen') return { kind: 'answered', service: seen.service }
        lost++
        // Sent again only where looking, for long enough, showed that the first one had no effect.
        if (seen.kind === 'blind' || lost >= sendings || cancelled.aborted)
          return { kind: 'lost', reason: lostText(fault) }
      } else if (fault.kind !== 'throttled' || clock.now() - startedAt >= patience) {
        return { kind: 'refused', fault }
      } else {
        await backOff(clock, attempt, cancelled)
        if (cancelled.aborted)
          return lost > 0 ? { kind: 'lost', reason: lostText(fault) } : { kind: 'cancelled' }
      }
    }
  }
}

function lostText(fault: Fault): string {
  return `UpdateService was sent, and ECS did not confirm it (${fault.code}: ${fault.message})`
}

type Effect = { readonly kind: 'seen'; readonly service: Service } | { readonly kind: 'none' | 'blind' }

/** Our revision is new, so a deployment of it can only be ours. */
async function lookForEffect(
  ecs: Ecs,
  clock: Clock,
  plan: DeployPlan,
  registered: Registered,
  cancelled: AbortSignal,
): Promise<Effect> {
  let last: Effect = { kind: 'blind' }
  // When the workflow is cancelled there is time for one more look.
  for (let look = 0; look < looks && !(look > 0 && cancelled.aborted); look++) {
    await clock.sleep(pause, cancelled)
    try {
      const patience = cancelled.aborted ? 'once' : 'patient'
      const service = await ecs.describeService(plan.observed.target, patience)
      if (service === 'missing') continue
      if (track(plan, registered, service, 0)) return { kind: 'seen', service }
      last = { kind: isUntouched(plan.observed.service, service) ? 'none' : 'blind' }
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      last = { kind: 'blind' }
    }
  }
  return last
}

/**
 * Whether nothing was deployed or rolled back since the service was observed. Otherwise it may have been our
 * deployment that was, and that left the list when its last task was gone.
 */
function isUntouched(observed: Service, service: Service): boolean {
  const known = new Set(observed.events.map(({ id }) => id))
  const rolledBack = service.events.some(({ id, message }) => !known.has(id) && /rolling back/.test(message))
  return !rolledBack && primaryOf(service)?.id === primaryOf(observed)?.id
}

/** Our deployment in what ECS shows: one of our revision that was not there before, PRIMARY if there are two. */
function track(
  { observed, breaker, previous }: DeployPlan,
  registered: Registered,
  service: Service,
  startedAt: number,
): Tracked | undefined {
  const observedIds = observed.service.deployments.map(({ id }) => id)
  const candidates = service.deployments.filter(
    ({ id, taskDefinition }) => taskDefinition === registered.arn && !observedIds.includes(id),
  )
  const ours = candidates.find(({ status }) => status === 'PRIMARY') ?? candidates[0]
  if (!ours) return undefined
  // Somebody's deployment may have come between the observation and ours: it was there before ours, too.
  // Beside a PRIMARY everything is older than it.
  const older = service.deployments.filter(
    ({ id, createdAt }) =>
      id !== ours.id && (ours.status === 'PRIMARY' || (createdAt ?? 0) < (ours.createdAt ?? 0)),
  )
  const before = [...observed.service.deployments, ...older]
  return {
    deploymentId: ours.id,
    taskDefinition: registered.arn,
    before: [...new Set(before.map(({ id }) => id))],
    deployedBefore: [...new Set(before.map(({ taskDefinition }) => taskDefinition))],
    completedBefore: before.some(({ rolloutState }) => rolloutState === 'COMPLETED'),
    breaker: breaker.after,
    startedAt,
    ...(previous ? { previous } : {}),
  }
}

async function backOff(clock: Clock, attempt: number, cancelled: AbortSignal): Promise<void> {
  await clock.sleep(clock.random() * Math.min(15_000, 1_000 * 2 ** attempt), cancelled)
}
