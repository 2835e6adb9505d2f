/**
 * A missing image is a failure in a 200 response (AmazonECR/latest/APIReference/API_BatchGetImage.html).
 * Manifests keep their stored format.
 */
import { AwsError } from '../aws-error.js'
import { definedMembers } from '../defined-members.js'
import type { Repository } from '../ecs/resources/images.js'
import type { World } from '../ecs/world.js'
import { findImage, findRepository, type ImageId, type RepositoryName } from './registry.js'

export interface BatchGetImageInput extends RepositoryName {
  readonly imageIds: readonly ImageId[]
  readonly acceptedMediaTypes?: readonly string[]
}

interface Failure {
  readonly imageId: ImageId
  readonly failureCode: string
  readonly failureReason: string
}

export function batchGetImage(world: World, input: BatchGetImageInput): object {
  const { imageIds, repositoryName } = input
  const repository = findRepository(world, input)
  if (imageIds.length < 1 || imageIds.length > 100) {
    throw new AwsError(
      'InvalidParameterException',
      "Invalid parameter at 'imageIds' failed to satisfy constraint: 'Member must have length between 1 and 100'",
    )
  }
  const failures: Failure[] = []
  const images = imageIds.flatMap(imageId => {
    const failure = malformed(imageId)
    const found = failure ? undefined : findImage(world, repository, imageId)
    if (!found || !tagMatchesDigest(repository, imageId)) {
      failures.push({ imageId, ...(failure ?? notFound(found !== undefined)) })
      return []
    }
    const { digest, mediaType, text } = found.manifest
    return {
      registryId: input.registryId ?? world.account,
      repositoryName,
      imageId: definedMembers({ imageDigest: digest, imageTag: imageId.imageTag }),
      imageManifest: text,
      imageManifestMediaType: mediaType,
    }
  })
  return { images, failures }
}

type Reason = Omit<Failure, 'imageId'>

function malformed({ imageDigest, imageTag }: ImageId): Reason | undefined {
  if (imageDigest === undefined && imageTag === undefined) {
    return { failureCode: 'MissingDigestAndTag', failureReason: 'Image digest and tag are both missing' }
  }
  if (imageDigest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(imageDigest)) {
    return { failureCode: 'InvalidImageDigest', failureReason: 'Invalid image digest' }
  }
  if (imageTag !== undefined && !/^[\w][\w.-]{0,127}$/.test(imageTag)) {
    return { failureCode: 'InvalidImageTag', failureReason: 'Invalid image tag' }
  }
  return undefined
}

function notFound(digestExists: boolean): Reason {
  return digestExists
    ? {
        failureCode: 'ImageTagDoesNotMatchDigest',
        failureReason: 'Requested image tag does not match digest',
      }
    : { failureCode: 'ImageNotFound', failureReason: 'Requested image not found' }
}

function tagMatchesDigest({ tags }: Repository, { imageDigest, imageTag }: ImageId): boolean {
  return imageDigest === undefined || imageTag === undefined || tags.get(imageTag) === imageDigest
}
