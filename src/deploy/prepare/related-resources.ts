/**
 * Looks at what stands around a service, all at once, before anything is changed. Optional: what may not be read is
 * left unseen, with the permission that is missing.
 */

import { effectiveAlarmNames } from '../../core/checks/alarms/alarms.js'
import { resourceName } from '../../core/ecs/arn.js'
import type { Observed } from '../../core/options/plan-options.js'
import { skipped } from '../../core/resources/lookup.js'
import type { RelatedResources } from '../../core/resources/related-resources.js'
import { bumpOf, type ServiceOptions } from '../../core/settings/service-settings.js'
import type { Ports } from '../../ports.js'
import { lookup } from '../../retry/attempt.js'
import { fetchImages, type ImageQuery } from './images.js'

/** What would be deployed, as far as it decides what to look at. */
export interface ResourceQuery extends ImageQuery {
  readonly observed: Observed | undefined
  readonly rollout: ServiceOptions
}

export async function fetchRelatedResources(
  ports: Pick<Ports, 'alarms' | 'scaling' | 'registry' | 'loadBalancers'>,
  query: ResourceQuery,
): Promise<RelatedResources> {
  const [alarms, scaling, images, targetGroups] = await Promise.all([
    fetchAlarms(ports, query),
    fetchScaling(ports, query),
    fetchImages(ports, query),
    fetchTargetGroups(ports, query),
  ])
  return { alarms, scaling, images, targetGroups }
}

async function fetchAlarms(
  { alarms }: Pick<Ports, 'alarms'>,
  { observed, rollout }: ResourceQuery,
): Promise<RelatedResources['alarms']> {
  const names = observed ? effectiveAlarmNames(observed.service, rollout) : []
  return names.length === 0 ? skipped : lookup(() => alarms.describe(names))
}

/** Only a raised desired count can be in its way. */
async function fetchScaling(
  { scaling }: Pick<Ports, 'scaling'>,
  { observed, rollout }: ResourceQuery,
): Promise<RelatedResources['scaling']> {
  if (!observed || !bumpOf(observed.service, rollout)) return skipped
  const { clusterArn, name } = observed.service
  return lookup(() => scaling.boundsOf(resourceName(clusterArn), name))
}

async function fetchTargetGroups(
  { loadBalancers }: Pick<Ports, 'loadBalancers'>,
  { observed }: ResourceQuery,
): Promise<RelatedResources['targetGroups']> {
  const arns = new Set(observed?.service.loadBalancers.flatMap(({ targetGroups }) => targetGroups))
  return arns.size === 0 ? skipped : lookup(() => loadBalancers.targetGroups([...arns]))
}
