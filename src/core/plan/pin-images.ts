/** The input `image-policy: digest`: the definition with its images by digest, where ECR told one. */

import type { ImagePolicy } from '../options/image-policy.js'
import { digestOf, type RelatedResources } from '../resources/related-resources.js'
import { parseImage } from '../task-definition/image.js'
import { imagesOf, withImages } from '../task-definition/task-definition.js'
import type { JsonObject } from '../text/json.js'

/**
 * What has a tag and a digest keeps the digest alone: every runtime takes both, and of ECS it is not known. What has no
 * digest stays as it is: whether it may, is for the checks to say.
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
