import type { AsIs, Observed } from '../../core/options/plan-options.js'
import type { Lookup } from '../../core/resources/lookup.js'
import { skipped } from '../../core/resources/lookup.js'
import { parseImage } from '../../core/task-definition/image.js'
import { imagesOf } from '../../core/task-definition/task-definition.js'
import type { JsonObject } from '../../core/text/json.js'
import type { Ecs } from '../../ports.js'
import { lookup } from '../../retry/attempt.js'
import { searchPast } from './past-deployments.js'

export interface DigestQuery {
  readonly asIs: AsIs | undefined
  readonly definition: JsonObject
  readonly observed: Pick<Observed, 'target'> | undefined
}

/** By container: what its tag was when ECS last deployed the revision. */
export async function fetchRecordedDigests(
  ecs: Ecs,
  { asIs, definition, observed }: DigestQuery,
): Promise<Lookup<ReadonlyMap<string, string>>> {
  const isPinned = imagesOf(definition).every(({ image }) => parseImage(image)?.digest)
  if (!asIs || !observed || isPinned) return skipped
  return lookup(async () => {
    const images = await searchPast(ecs, observed.target, ({ deployments }) => {
      const ofRevision = deployments.flatMap(({ revision }) => revision ?? [])
      return ofRevision.find(one => one.taskDefinition === asIs.arn && one.images.some(image => image.digest))
        ?.images
    })
    return new Map(images?.flatMap(({ container, digest }) => (digest ? [[container, digest] as const] : [])))
  })
}
