/** What one service gets of a revision. */
import type { Observed, PlanOptions } from '../options/plan-options.js'
import { digestOf, type RelatedResources } from '../resources/related-resources.js'
import { breakerAfter } from '../settings/breaker.js'
import { bumpOf, serviceUpdate } from '../settings/service-settings.js'
import { diff } from '../task-definition/diff.js'
import { imagesOf } from '../task-definition/task-definition.js'
import type { JsonObject } from '../text/json.js'
import type { RevisionPlan, ServicePlan } from './plan.js'

export interface ServicePlanContext {
  readonly options: Pick<PlanOptions, 'rollout'>
  readonly resources: RelatedResources
}

export function planService(
  observed: Observed,
  { definition }: RevisionPlan,
  { options: { rollout }, resources }: ServicePlanContext,
): ServicePlan {
  const { service } = observed
  const { targetGroups } = resources
  const digests = digestsIn(definition, resources)
  const bump = bumpOf(service, rollout)
  return {
    observed,
    changes: diff(observed.live, definition),
    breaker: {
      before: service.breaker,
      after: breakerAfter(service.breaker, rollout.breaker),
    },
    update: serviceUpdate(service, rollout, bump),
    bump,
    previous: observed.serving || undefined,
    targetGroups: targetGroups.kind === 'found' ? targetGroups.value : undefined,
    digests: digests.size > 0 ? digests : undefined,
  }
}

function digestsIn(definition: JsonObject, resources: RelatedResources): ReadonlyMap<string, string> {
  const digests = new Map<string, string>()
  for (const { image } of imagesOf(definition)) {
    const digest = digestOf(resources, image)
    if (digest) digests.set(image, digest)
  }
  return digests
}
