import type { ImagePolicy } from '../../core/options/image-policy.js'
import type { Preflight } from '../../core/options/plan-options.js'
import type { RelatedResources } from '../../core/resources/related-resources.js'
import { mutableReason } from '../../core/task-definition/image.js'
import { type EcrImage, registryOf } from '../../core/task-definition/image-registry.js'
import { type Platform, platformOf } from '../../core/task-definition/platform.js'
import { imagesOf } from '../../core/task-definition/task-definition.js'
import type { JsonObject } from '../../core/text/json.js'
import type { Ports } from '../../ports.js'
import { lookup } from '../../retry/attempt.js'

/** A task definition has at most 10 containers. */
const maxImages = 20

export interface ImageQuery {
  readonly definition: JsonObject
  readonly observed: { readonly live: JsonObject } | undefined
  readonly imagePolicy: ImagePolicy
  readonly preflight: Preflight
}

export async function fetchImages(
  { registry }: Pick<Ports, 'registry'>,
  query: ImageQuery,
): Promise<RelatedResources['images']> {
  const { definition, observed } = query
  const wanted = new Map([
    ...(observed && query.preflight !== 'off' ? inEcr(observed.live) : []),
    ...inEcr(definition).filter(([reference, { image }]) => isNeeded(query, reference, image)),
  ])
  const lookups = [...wanted]
    .slice(-maxImages)
    .map(
      async ([reference, { image, platform }]) =>
        [reference, await lookup(() => registry.describe(image, platform))] as const,
    )
  return new Map(await Promise.all(lookups))
}

interface ImageRequest {
  readonly image: EcrImage
  readonly platform: Platform | undefined
}

function inEcr(definition: JsonObject): [string, ImageRequest][] {
  const platform = platformOf(definition)
  return imagesOf(definition).flatMap(({ image: reference }) => {
    const image = registryOf(reference)
    return image?.kind === 'ecr' ? [[reference, { image, platform }]] : []
  })
}

/** Without checks, only what `image-policy` needs. */
function isNeeded({ imagePolicy, preflight }: ImageQuery, reference: string, { id }: EcrImage): boolean {
  if (preflight !== 'off') return true
  switch (imagePolicy) {
    case 'digest':
      return 'tag' in id
    case 'immutable':
      return mutableReason(reference) !== undefined
    case 'any':
      return false
  }
}
