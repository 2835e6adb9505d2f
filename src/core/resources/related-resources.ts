/**
 * What stands around a service and decides whether a deployment can go well: what was seen of it before anything was
 * changed. Each part is optional (docs/adr/0012).
 */
import type { Alarm } from './alarm.js'
import type { Lookup } from './lookup.js'
import { skipped } from './lookup.js'
import type { RegistryImage } from './registry-image.js'
import type { TargetGroup } from './target-group.js'

export interface RelatedResources {
  /** by name: those that guard the deployment and exist */
  readonly alarms: Lookup<ReadonlyMap<string, Alarm>>
  /** the bounds that Application Auto Scaling keeps the desired count in; nothing where it does not scale the service */
  readonly scaling: Lookup<ScalingBounds | undefined>
  /** by reference, as a task definition names it: those that would run, and those that run now */
  readonly images: ReadonlyMap<string, Lookup<RegistryImage>>
  /** those that the service registers its tasks in */
  readonly targetGroups: Lookup<readonly TargetGroup[]>
}

export interface ScalingBounds {
  readonly min: number
  readonly max: number
}

/** What the tag of this reference means in its registry, where that told. */
export function digestOf(
  { images }: Pick<RelatedResources, 'images'>,
  reference: string,
): string | undefined {
  const image = images.get(reference)
  return image?.kind === 'found' && image.value.kind === 'stored' ? image.value.digest : undefined
}

/** Where nobody can be asked. */
export const noResources: RelatedResources = {
  alarms: skipped,
  scaling: skipped,
  images: new Map(),
  targetGroups: skipped,
}
