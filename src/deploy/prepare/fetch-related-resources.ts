/** All reads are optional: a denied one reports the missing permission. */

import { resourceName } from '../../core/ecs/arn.js'
import { isExpress, targetGroupsOf } from '../../core/ecs/service.js'
import type { AsIs, Observed } from '../../core/options/plan-options.js'
import type { ServiceOptions } from '../../core/options/service-options.js'
import { skipped } from '../../core/resources/lookup.js'
import { noResources, type RelatedResources } from '../../core/resources/related-resources.js'
import { bumpOf } from '../../core/settings/bump.js'
import { type SettingsChange, settingsOf } from '../../core/settings/service-settings.js'
import { isKnown, provenanceIn } from '../../core/task-definition/tags.js'
import type { Ports } from '../../ports.js'
import { lookup } from '../../retry/attempt.js'
import { fetchImages, type ImageQuery } from './fetch-images.js'
import { fetchRecordedDigests } from './fetch-recorded-digests.js'

export interface ResourceQuery extends Omit<ImageQuery, 'live'> {
  /** none: only register */
  readonly observed: readonly Observed[]
  readonly asIs: AsIs | undefined
  readonly rollout: ServiceOptions
}

export interface FetchedResources {
  /** of the definition alone */
  readonly ofDefinition: RelatedResources
  /** in the order of the services */
  readonly ofServices: readonly RelatedResources[]
}

type ResourcePorts = Pick<
  Ports,
  'ecs' | 'alarms' | 'scaling' | 'registry' | 'loadBalancers' | 'clock' | 'canceled'
>

/** The images are read once for all services. */
export async function fetchRelatedResources(
  ports: ResourcePorts,
  query: ResourceQuery,
): Promise<FetchedResources> {
  const { observed } = query
  let fetching: Promise<RelatedResources['images']> | undefined
  const images = () => {
    fetching ??= fetchImages(ports, { ...query, live: observed.map(({ live }) => live) })
    return fetching
  }
  const ofServices = await Promise.all(
    observed.map(one => fetchForService(ports, query, { service: one, images })),
  )
  return { ofServices, ofDefinition: ofServices[0] ?? { ...noResources, images: await images() } }
}

interface ServiceQuery {
  readonly service: Observed
  readonly images: () => Promise<RelatedResources['images']>
}

async function fetchForService(
  ports: ResourcePorts,
  query: ResourceQuery,
  { images: fetchImages, service: observed }: ServiceQuery,
): Promise<RelatedResources> {
  const settings = settingsOf(observed.service, query.rollout)
  const own = { observed, settings }
  const isChecked = query.preflight !== 'off'
  const [alarms, scaling, images, targetGroups, deregistrationDelays, endpoint, recordedDigests] =
    await Promise.all([
      fetchAlarms(ports, own),
      fetchScaling(ports, own),
      fetchImages(),
      fetchTargetGroups(ports, own),
      isChecked ? fetchDeregistrationDelays(ports, own) : skipped,
      fetchEndpoint(ports, own),
      isChecked ? fetchRecordedDigests(ports.ecs, { ...query, observed }) : skipped,
    ])
  return { alarms, scaling, images, targetGroups, deregistrationDelays, endpoint, recordedDigests }
}

interface OwnQuery {
  readonly observed: Observed
  readonly settings: SettingsChange
}

async function fetchAlarms(
  { alarms }: Pick<Ports, 'alarms'>,
  { settings }: OwnQuery,
): Promise<RelatedResources['alarms']> {
  const names = settings.after.alarms
  return names.length === 0 ? skipped : lookup(() => alarms.describe(names))
}

/** Only a raised desired count can conflict. */
async function fetchScaling(
  { scaling }: Pick<Ports, 'scaling'>,
  { observed, settings }: OwnQuery,
): Promise<RelatedResources['scaling']> {
  if (!bumpOf(settings)) return skipped
  const { clusterArn, name } = observed.service
  return lookup(() => scaling.boundsOf(resourceName(clusterArn), name))
}

async function fetchTargetGroups(
  { loadBalancers }: Pick<Ports, 'loadBalancers'>,
  { observed }: OwnQuery,
): Promise<RelatedResources['targetGroups']> {
  const arns = targetGroupsOf(observed.service)
  return arns.length === 0 ? skipped : lookup(() => loadBalancers.targetGroups(arns))
}

/** Only a recommendation needs them. */
async function fetchDeregistrationDelays(
  { loadBalancers }: Pick<Ports, 'loadBalancers'>,
  { observed }: OwnQuery,
): Promise<RelatedResources['deregistrationDelays']> {
  const arns = targetGroupsOf(observed.service)
  if (arns.length === 0 || isKnown(provenanceIn(observed.live))) return skipped
  return lookup(() => loadBalancers.deregistrationDelays(arns))
}

async function fetchEndpoint(
  { ecs }: Pick<Ports, 'ecs'>,
  { observed: { service } }: OwnQuery,
): Promise<RelatedResources['endpoint']> {
  return isExpress(service) ? lookup(() => ecs.endpointOf(service.arn)) : skipped
}
