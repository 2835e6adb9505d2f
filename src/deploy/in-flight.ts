/**
 * Waits for a deployment that was there before ours. A rollback is always waited for: while it runs no deployment is
 * COMPLETED, so that one started over it would have nothing to roll back to.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
import { revisionName } from '../core/arn.js'
import { Fault, isPassing } from '../core/fault.js'
import type { Service, Target } from '../core/service.js'
import { primaryOf } from '../core/service.js'
import type { Clock, Ecs } from '../ports.js'

export type InFlightDeployment =
  | { readonly kind: 'none' }
  | { readonly kind: 'rolling-out' | 'rolling-back'; readonly what: string }

/** What is in progress, by both views; a view that may not be read says nothing. */
export async function deploymentInFlight(
  ecs: Ecs,
  target: Target,
  service: Service,
): Promise<InFlightDeployment> {
  const primary = primaryOf(service)
  if (!primary) return { kind: 'none' }
  const what = `${primary.id} of ${revisionName(primary.taskDefinition)}`
  const rollingBack =
    /rolling back/i.test(primary.rolloutStateReason ?? '') || (await listsRollback(ecs, target))
  if (primary.rolloutState === 'IN_PROGRESS' || rollingBack) {
    return { kind: rollingBack ? 'rolling-back' : 'rolling-out', what }
  }
  return { kind: 'none' }
}

async function listsRollback(ecs: Ecs, target: Target): Promise<boolean> {
  try {
    return await ecs.hasRollbackInProgress(target)
  } catch (fault) {
    if (fault instanceof Fault) return false
    throw fault
  }
}

const pause = 8_000

/** Looks until nothing is in flight any more; false when that did not happen in time or the wait was cancelled. */
export async function waitUntilLanded(
  ecs: Ecs,
  clock: Clock,
  target: Target,
  minutes: number,
  cancelled: AbortSignal,
): Promise<boolean> {
  const deadline = clock.now() + minutes * 60_000
  while (clock.now() < deadline && !cancelled.aborted) {
    await clock.sleep(pause * (0.85 + 0.3 * clock.random()), cancelled)
    if (cancelled.aborted) return false
    try {
      const service = await ecs.describeService(target, 'once')
      if (service === 'missing') return true
      if ((await deploymentInFlight(ecs, target, service)).kind === 'none') return true
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      // Whoever observes the service next says what stands in the way.
      if (!isPassing(fault)) return true
    }
  }
  return false
}
