/** Resources around a service, before any change. Each is optional (docs/adr/0012). */
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

export const noResources: RelatedResources = {
  alarms: skipped,
  scaling: skipped,
  images: new Map(),
  targetGroups: skipped,
}
