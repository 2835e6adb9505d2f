import { isExpress, primaryOf, type ServiceState } from '../ecs/service.js'
import type { Observed, PlanOptions } from '../options/plan-options.js'
import { digestOf, type RelatedResources } from '../resources/related-resources.js'
import { bumpOf } from '../settings/bump.js'
import { type SettingsChange, settingsOf } from '../settings/service-settings.js'
import { type ServiceUpdate, serviceUpdate } from '../settings/service-update.js'
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
  const { endpoint, targetGroups } = resources
  const digests = digestsIn(definition, resources)
  const settings = settingsOf(observed.service, rollout)
  return {
    observed,
    changes: diff(observed.live, definition),
    settings,
    update: updateFor(observed.service, { settings, rollout, revision }),
    bump: bumpOf(settings),
    previous: observed.serving || undefined,
    targetGroups: targetGroups.kind === 'found' ? targetGroups.value : undefined,
    endpoint: endpoint.kind === 'found' ? endpoint.value : undefined,
    digests: digests.size > 0 ? digests : undefined,
    joins: undefined,
    decides: undefined,
  }
}

interface UpdateContext extends Pick<PlanOptions, 'rollout'> {
  readonly settings: SettingsChange
  readonly revision: RevisionPlan
}

/** UpdateExpressGatewayService takes nothing besides the revision. */
function updateFor(service: ServiceState, { settings, rollout, revision }: UpdateContext): ServiceUpdate {
  if (isExpress(service)) return {}
  const isForced = isSetAlready(service, revision)
  return serviceUpdate(settings, isForced ? { ...rollout, forceNewDeployment: true } : rollout)
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
