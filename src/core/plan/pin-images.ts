import type { ImagePolicy } from '../options/image-policy.js'
import { digestOf, type RelatedResources } from '../resources/related-resources.js'
import { parseImage } from '../task-definition/image.js'
import { type ContainerImage, imagesOf, withImages } from '../task-definition/task-definition.js'
import type { JsonObject } from '../text/json.js'

/**
 * With a tag and a digest, keeps only the digest: all runtimes take both, but whether ECS does is unknown. The checks
 * report images without a digest.
 */
export function pinImages(
  definition: JsonObject,
  policy: ImagePolicy,
  resources: Pick<RelatedResources, 'images'>,
): JsonObject {
  if (policy !== 'digest') return definition
  const byDigest = imagesOf(definition).flatMap(({ container, image }) => {
    const reference = parseImage(image)
    const digest = reference?.digest ?? digestOf(resources, image)
    return reference && digest ? [{ container, image: `${reference.repository}@${digest}` }] : []
  })
  return withImages(definition, byDigest)
}

/** Images that `image-policy: digest` would write in another way. */
export function unpinnedImages(definition: JsonObject): ContainerImage[] {
  return imagesOf(definition).filter(({ image }) => {
    const reference = parseImage(image)
    return reference !== undefined && (!reference.digest || reference.tag !== undefined)
  })
}
