/**
 * Carries a plan out: registers the revision, sends one UpdateService, and finds the deployment that it started. After
 * an answer that leaves open whether a change took effect it looks before it does anything else (docs/adr/0006).
 */
import { Fault } from '../core/fault.js'
import type { JsonObject } from '../core/json.js'
import type { Registered } from '../core/outcome.js'
import type { DeployPlan } from '../core/plan.js'
import type { Service } from '../core/service.js'
import type { Tracked } from '../core/verdict.js'
import type { Clock, Ecs } from '../ports.js'

/** Tries of a change that was throttled and therefore had no effect. */
const tries = 8

/** Looks for the effect of an UpdateService whose answer was lost, and the pause before each. */
const looks = 6
const pause = 4_000

export type Registration =
  | { readonly kind: 'registered'; readonly registered: Registered }
  | { readonly kind: 'refused'; readonly fault: Fault }

/** Registering twice leaves an unused revision at worst, so this is repeated after an open answer, too. */
export async function register(ecs: Ecs, clock: Clock, definition: JsonObject): Promise<Registration> {
  for (let attempt = 1; ; attempt++) {
    try {
      return { kind: 'registered', registered: await ecs.registerTaskDefinition(definition) }
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      const passing = fault.kind === 'throttled' || fault.kind === 'unavailable' || isRace(fault)
      if (!passing || attempt >= tries) return { kind: 'refused', fault }
      await backOff(clock, attempt)
    }
  }
}

/** Two jobs registered the same family at once; ECS names no other way to tell. */
function isRace(fault: Fault): boolean {
  return fault.kind === 'rejected' && fault.message.startsWith('Too many concurrent attempts')
}

export type Start =
  | { readonly kind: 'started'; readonly tracked: Tracked; readonly service: Service }
  | { readonly kind: 'refused'; readonly fault: Fault }
  /** ECS did not say whether it took the update, and nothing was seen of it */
  | { readonly kind: 'lost'; readonly reason: string }

export async function start(
  ecs: Ecs,
  clock: Clock,
  plan: DeployPlan,
  registered: Registered,
): Promise<Start> {
  const startedAt = clock.now()
  const sent = await update(ecs, clock, plan, registered)
  if (sent.kind !== 'answered') return sent
  const tracked = track(plan, registered, sent.service, startedAt)
  if (tracked) return { kind: 'started', tracked, service: sent.service }
  return { kind: 'lost', reason: 'ECS took the update but shows no new deployment for it' }
}

type Sent = { readonly kind: 'answered'; readonly service: Service } | Exclude<Start, { kind: 'started' }>

async function update(ecs: Ecs, clock: Clock, plan: DeployPlan, registered: Registered): Promise<Sent> {
  const { target } = plan.observed
  const change = {
    target,
    taskDefinition: registered.arn,
    ...(plan.breaker.update ? { breaker: plan.breaker.update } : {}),
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return { kind: 'answered', service: await ecs.updateService(change) }
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      if (fault.kind === 'unavailable') return lookForEffect(ecs, clock, plan, registered, fault)
      if (fault.kind !== 'throttled' || attempt >= tries) return { kind: 'refused', fault }
      await backOff(clock, attempt)
    }
  }
}

/** Our revision is new, so a deployment of it can only be ours. */
async function lookForEffect(
  ecs: Ecs,
  clock: Clock,
  plan: DeployPlan,
  registered: Registered,
  lost: Fault,
): Promise<Sent> {
  for (let look = 0; look < looks; look++) {
    await clock.sleep(pause)
    try {
      const service = await ecs.describeService(plan.observed.target, 'patient')
      if (service !== 'missing' && track(plan, registered, service, 0)) return { kind: 'answered', service }
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
    }
  }
  return {
    kind: 'lost',
    reason: `UpdateService was sent, but its answer was lost (${lost.code}: ${lost.message})`,
  }
}

function track(
  { observed, breaker, previous }: DeployPlan,
  registered: Registered,
  service: Service,
  startedAt: number,
): Tracked | undefined {
  const seen = observed.service.deployments.map(deployment => deployment.id)
  const ours = service.deployments.find(
    deployment => deployment.taskDefinition === registered.arn && !seen.includes(deployment.id),
  )
  if (!ours) return undefined
  // Beside a PRIMARY everything is older than it: somebody may have deployed since the service was observed.
  const beside = ours.status === 'PRIMARY' ? service.deployments.filter(({ id }) => id !== ours.id) : []
  return {
    deploymentId: ours.id,
    taskDefinition: registered.arn,
    before: [...new Set([...seen, ...beside.map(({ id }) => id)])],
    breaker: breaker.after,
    startedAt,
    ...(previous ? { previous } : {}),
  }
}

async function backOff(clock: Clock, attempt: number): Promise<void> {
  await clock.sleep(clock.random() * Math.min(15_000, 1_000 * 2 ** attempt))
}
