/** Where a verification begins before ECS has completed the deployment (docs/adr/0044). */
import type { LifecycleStage } from '../ecs/lifecycle-stages.js'
import type { WatchOptions } from '../options/watch-options.js'
import type { Plan, ServicePlan } from './plan.js'

/** The new revision has all traffic by then, and StopServiceDeployment shifts it back. */
export function interimStage(
  { services, verification }: Plan,
  { waitUntil }: WatchOptions,
): LifecycleStage | undefined {
  if (verification?.onFailure !== 'rollback' || waitUntil !== 'completed') return undefined
  return services.length > 0 && services.every(bakes) ? 'BAKE_TIME' : undefined
}

/** Whether a rolling deployment has this stage is not documented. */
function bakes({ settings: { after } }: ServicePlan): boolean {
  return after.strategy !== 'ROLLING' && (after.bakeTimeInMinutes ?? 0) > 0
}
