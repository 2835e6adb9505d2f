import { primaryOf, type ServiceState } from '../ecs/service.js'
import type { Observed, PlanOptions } from '../options/plan-options.js'
import { digestOf, type RelatedResources } from '../resources/related-resources.js'
import { bumpOf } from '../settings/bump.js'
import { settingsOf } from '../settings/service-settings.js'
import { serviceUpdate } from '../settings/service-update.js'
import { diff } from '../task-definition/diff.js'
import { imagesOf } from '../task-definition/task-definition.js'
import type { JsonObject } from '../text/json.js'
import type { ServicePlan } from './plan.js'
import type { RevisionPlan } from './revision-plan.js'

export interface ServicePlanContext {
  readonly options: Pick<PlanOptions, 'rollout'>
  readonly resources: RelatedResources
}

export function planService(
  observed: Observed,
  revision: RevisionPlan,
  { options: { rollout }, resources }: ServicePlanContext,
): ServicePlan {
  const { definition } = revision
  const { targetGroups } = resources
  const digests = digestsIn(definition, resources)
  const settings = settingsOf(observed.service, rollout)
  const isForced = isSetAlready(observed.service, revision)
  return {
    observed,
    changes: diff(observed.live, definition),
    settings,
    update: serviceUpdate(settings, isForced ? { ...rollout, forceNewDeployment: true } : rollout),
    bump: bumpOf(settings),
    previous: observed.serving || undefined,
    targetGroups: targetGroups.kind === 'found' ? targetGroups.value : undefined,
    digests: digests.size > 0 ? digests : undefined,
    joins: undefined,
    decides: undefined,
  }
}

/** ECS starts no deployment of the revision that a service has already (API_UpdateService). */
export function isSetAlready(service: Pick<ServiceState, 'deployments'>, revision: RevisionPlan): boolean {
  return revision.kind === 'existing' && primaryOf(service)?.taskDefinition === revision.arn
}

function digestsIn(definition: JsonObject, resources: RelatedResources): ReadonlyMap<string, string> {
  const digests = new Map<string, string>()
  for (const { image } of imagesOf(definition)) {
    const digest = digestOf(resources, image)
    if (digest) digests.set(image, digest)
  }
  return digests
}
