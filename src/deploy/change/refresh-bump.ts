/** The desired count may have changed since the plan, and this count is restored later. */
import type { Notice } from '../../core/errors/notice.js'
import { notice } from '../../core/errors/notice.js'
import type { ServicePlan } from '../../core/plan/plan.js'
import { bumpOf, withDesiredCount } from '../../core/settings/bump.js'
import type { Ecs } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'

export interface RefreshedBump {
  readonly plan: ServicePlan
  readonly notices: readonly Notice[]
}

/** An unreadable service leaves the plan as it is. `requested`: the desired count that the user sets. */
export async function refreshBump(
  ecs: Ecs,
  { plan, requested }: { readonly plan: ServicePlan; readonly requested: number | undefined },
): Promise<RefreshedBump> {
  const { bump: planned } = plan
  const now = planned && (await desiredCountOf(ecs, plan))
  if (!planned || now === undefined || now === planned.found) return { plan, notices: [] }
  const changed = `Somebody changed the desired count from ${planned.found} to ${now} since the plan was made`
  const settings = withDesiredCount(plan.settings, { now, requested })
  const bump = bumpOf(settings)
  if (bump) {
    const text = `${changed}: it will be restored to ${bump.from}.`
    return { plan: { ...plan, settings, bump }, notices: [notice(text)] }
  }
  const { desiredCount: _, ...update } = plan.update
  return {
    plan: { ...plan, settings, bump: undefined, update },
    notices: [notice(`${changed}, so it is not raised.`)],
  }
}

async function desiredCountOf(ecs: Ecs, { observed }: ServicePlan): Promise<number | undefined> {
  const read = await attempt(() => ecs.describeService(observed.target, 'once'))
  return read.kind === 'failed' || read.value === 'missing' ? undefined : read.value.desiredCount
}
