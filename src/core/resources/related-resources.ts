/** Resources around a service, before any change. Each is optional (docs/adr/0012). */
import { parseImage } from '../task-definition/image.js'
import type { ContainerImage } from '../task-definition/task-definition.js'
import type { Alarm } from './alarm.js'
import type { Lookup } from './lookup.js'
import { skipped } from './lookup.js'
import type { RegistryImage } from './registry-image.js'
import type { TargetGroup } from './target-group.js'

export interface RelatedResources {
  /** by name */
  readonly alarms: Lookup<ReadonlyMap<string, Alarm>>
  /** of Application Auto Scaling, if it scales the service */
  readonly scaling: Lookup<ScalingBounds | undefined>
  /** by reference in a task definition, new or running */
  readonly images: ReadonlyMap<string, Lookup<RegistryImage>>
  readonly targetGroups: Lookup<readonly TargetGroup[]>
  /** seconds, by the ARN of a target group; skipped where no check would report them */
  readonly deregistrationDelays: Lookup<ReadonlyMap<string, number>>
  /** of an Express service, if it has one yet */
  readonly endpoint: Lookup<string | undefined>
  /** by container: what its tag was when ECS last deployed the revision that is deployed as it is */
  readonly recordedDigests: Lookup<ReadonlyMap<string, string>>
}

export interface ScalingBounds {
  readonly min: number
  readonly max: number
}

export function digestOf(
  { images }: Pick<RelatedResources, 'images'>,
  reference: string,
): string | undefined {
  const image = images.get(reference)
  return image?.kind === 'found' && image.value.kind === 'stored' ? image.value.digest : undefined
}

export function recordedDigest(
  { recordedDigests }: Pick<RelatedResources, 'recordedDigests'>,
  container: string,
): string | undefined {
  return recordedDigests.kind === 'found' ? recordedDigests.value.get(container) : undefined
}

/** What a tag is now, if ECS recorded something else. */
export function movedDigest(
  resources: Pick<RelatedResources, 'images' | 'recordedDigests'>,
  { container, image }: ContainerImage,
): string | undefined {
  const ran = recordedDigest(resources, container)
  const now = digestOf(resources, image)
  return ran === undefined || now === ran || parseImage(image)?.digest ? undefined : now
}

export const noResources: RelatedResources = {
  alarms: skipped,
  scaling: skipped,
  images: new Map(),
  targetGroups: skipped,
  deregistrationDelays: skipped,
  endpoint: skipped,
  recordedDigests: skipped,
}
