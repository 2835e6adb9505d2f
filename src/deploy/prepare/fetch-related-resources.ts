/** All reads are optional: a denied one reports the missing permission. */

import { resourceName } from '../../core/ecs/arn.js'
import type { AsIs, Observed } from '../../core/options/plan-options.js'
import { skipped } from '../../core/resources/lookup.js'
import type { RelatedResources } from '../../core/resources/related-resources.js'
import { bumpOf } from '../../core/settings/bump.js'
import type { SettingsChange } from '../../core/settings/service-settings.js'
import type { Ports } from '../../ports.js'
import { lookup } from '../../retry/attempt.js'
import { fetchImages, type ImageQuery } from './fetch-images.js'
import { fetchRecordedDigests } from './fetch-recorded-digests.js'

export interface ResourceQuery extends ImageQuery {
  readonly observed: Observed | undefined
  readonly asIs: AsIs | undefined
  readonly settings: SettingsChange | undefined
}

export async function fetchRelatedResources(
  ports: Pick<Ports, 'ecs' | 'alarms' | 'scaling' | 'registry' | 'loadBalancers' | 'clock' | 'canceled'>,
  query: ResourceQuery,
): Promise<RelatedResources> {
  const [alarms, scaling, images, targetGroups, recordedDigests] = await Promise.all([
    fetchAlarms(ports, query),
    fetchScaling(ports, query),
    fetchImages(ports, query),
    fetchTargetGroups(ports, query),
    query.preflight === 'off' ? skipped : fetchRecordedDigests(ports.ecs, query),
  ])
  return { alarms, scaling, images, targetGroups, recordedDigests }
}

async function fetchAlarms(
  { alarms }: Pick<Ports, 'alarms'>,
  { settings }: ResourceQuery,
): Promise<RelatedResources['alarms']> {
  const names = settings?.after.alarms ?? []
  return names.length === 0 ? skipped : lookup(() => alarms.describe(names))
}

/** Only a raised desired count can conflict. */
async function fetchScaling(
  { scaling }: Pick<Ports, 'scaling'>,
  { observed, settings }: ResourceQuery,
): Promise<RelatedResources['scaling']> {
  if (!observed || !settings || !bumpOf(settings)) return skipped
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
