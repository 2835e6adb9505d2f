/**
 * Sends one UpdateService and finds the deployment that it started. After an answer that leaves open whether it took
 * effect it looks before it does anything else (docs/adr/0006).
 */

import type { Service } from '../../core/ecs/service.js'
import { deploymentOf, primaryOf, servingIn } from '../../core/ecs/service.js'
import { ApiError } from '../../core/errors/api-error.js'
import type { Registered } from '../../core/outcome/outcome.js'
import type { DeployPlan } from '../../core/plan/plan.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type { Clock, Ecs } from '../../ports.js'
import { backOff, patience, pause, sendings } from '../retry/backoff.js'
import { clockSkew } from './clock-skew.js'

/** Looks for the effect of an update whose answer was lost: together longer than a read can be stale. */
const looks = 16

export type StartResult =
  | {
      readonly kind: 'started'
      readonly tracked: Tracked
      readonly service: Service
      /** milliseconds by which the clock of this machine is ahead of AWS's */
      readonly skewMs: number
    }
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** ECS did not say whether it took the update, and nothing was seen of it */
  | { readonly kind: 'lost'; readonly reason: string }
  /** before ECS took it */
  | { readonly kind: 'cancelled' }

export async function startDeployment(
  ecs: Ecs,
  clock: Clock,
  plan: DeployPlan,
  registered: Registered,
  cancelled: AbortSignal,
): Promise<StartResult> {
  const sentAt = clock.now()
  const sent = await update(ecs, clock, plan, registered, cancelled)
  if (sent.kind !== 'answered') return sent
  const started = startedIn(sent.service)
  if (started) return started
  const seen = await lookForEffect(ecs, clock, plan, registered, cancelled)
  const found = seen.kind === 'found' && startedIn(seen.service)
  return found || { kind: 'lost', reason: 'ECS took the update but shows no new deployment for it' }

  function startedIn(service: Service): StartResult | undefined {
    // Counted from the answer: what throttling cost before it is no time in which reads could be stale.
    const now = clock.now()
    const tracked = track(plan, registered, service, now)
    if (!tracked) return undefined
    const skewMs = clockSkew(deploymentOf(service, tracked.deploymentId)?.createdAt, sentAt, now)
    return { kind: 'started', tracked: { ...tracked, startedAt: now - skewMs }, service, skewMs }
  }
}

type Sent =
  | { readonly kind: 'answered'; readonly service: Service }
  | Exclude<StartResult, { kind: 'started' }>

async function update(
  ecs: Ecs,
  clock: Clock,
  plan: DeployPlan,
  registered: Registered,
  cancelled: AbortSignal,
): Promise<Sent> {
  const change = { target: plan.observed.target, taskDefinition: registered.arn, update: plan.update }
  if (cancelled.aborted) return { kind: 'cancelled' }
  const startedAt = clock.now()
  let lost = 0
  for (let attempt = 1; ; attempt++) {
    try {
      return { kind: 'answered', service: await ecs.updateService(change) }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.kind === 'unavailable') {
        const seen = await lookForEffect(ecs, clock, plan, registered, cancelled)
        if (seen.kind === 'found') return { kind: 'answered', service: seen.service }
        lost++
        // Sent again only where looking, for long enough, showed that the first one had no effect, and where a second
        // one of the same revision would at worst change nothing.
        const final = lost >= sendings || cancelled.aborted || plan.update.forceNewDeployment
        if (seen.kind === 'blind' || final) return { kind: 'lost', reason: lostText(error) }
      } else if (error.kind !== 'throttled' || clock.now() - startedAt >= patience) {
        return lost > 0 ? { kind: 'lost', reason: lostText(error) } : { kind: 'refused', error }
      } else {
        await backOff(clock, attempt, cancelled)
        if (cancelled.aborted)
          return lost > 0 ? { kind: 'lost', reason: lostText(error) } : { kind: 'cancelled' }
      }
    }
  }
}

function lostText(error: ApiError): string {
  return `UpdateService was sent, and ECS did not confirm it (${error.code}: ${error.message})`
}

type Effect = { readonly kind: 'found'; readonly service: Service } | { readonly kind: 'none' | 'blind' }

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
  for (let poll = 0; poll < looks && !(poll > 0 && cancelled.aborted); poll++) {
    await clock.sleep(pause, cancelled)
    try {
      const patience = cancelled.aborted ? 'once' : 'patient'
      const service = await ecs.describeService(plan.observed.target, patience)
      if (service === 'missing') continue
      if (track(plan, registered, service, 0)) return { kind: 'found', service }
      last = { kind: isUntouched(plan.observed.service, service) ? 'none' : 'blind' }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
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
  const replaced = servingIn(older)?.taskDefinition ?? previous
  return {
    deploymentId: ours.id,
    taskDefinition: registered.arn,
    before: [...new Set(before.map(({ id }) => id))],
    deployedBefore: [...new Set(before.map(({ taskDefinition }) => taskDefinition))],
    completedBefore: before.some(({ rolloutState }) => rolloutState === 'COMPLETED'),
    breaker: breaker.after,
    startedAt,
    previous: replaced,
  }
}
