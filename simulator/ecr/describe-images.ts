/** A missing image is an error (AmazonECR/latest/APIReference/API_DescribeImages.html). */
import { AwsError } from '../aws-error.js'
import { definedMembers } from '../defined-members.js'
import type { StoredDocument } from '../ecs/resources/image-content.js'
import { type Image, manifestsOf, type Repository } from '../ecs/resources/images.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'
import { pageOf } from './page.js'
import {
  findImage,
  findRepository,
  formatImageId,
  type ImageId,
  type RepositoryName,
  tagsOf,
} from './registry.js'

export interface DescribeImagesInput extends RepositoryName {
  readonly imageIds?: readonly ImageId[]
  readonly nextToken?: string
  readonly maxResults?: number
  readonly filter?: { readonly tagStatus?: 'TAGGED' | 'UNTAGGED' | 'ANY'; readonly imageStatus?: string }
}

export function describeImages(world: World, input: DescribeImagesInput): object {
  const repository = findRepository(world, input)
  const { imageIds, filter = {} } = input
  if (imageIds?.length) {
    rejectPagingWithIds(input)
    const found = imageIds.map(id => findImage(world, repository, id) ?? notFound(world, input, id))
    return { imageDetails: found.map(({ image, manifest }) => details(repository, image, manifest)) }
  }
  const { tagStatus = 'ANY' } = filter
  const listed = repository.images.flatMap(image =>
    manifestsOf(image)
      .filter(({ digest }) => tagStatus === 'ANY' || tagStatus === status(repository, digest))
      .map(manifest => details(repository, image, manifest)),
  )
  const { items, nextToken } = pageOf(listed, input)
  return definedMembers({ imageDetails: items, nextToken })
}

function details(repository: Repository, image: Image, manifest: StoredDocument): object {
  const tags = tagsOf(repository, manifest.digest)
  return definedMembers({
    registryId: repository.name.slice(0, repository.name.indexOf('.')),
    repositoryName: repository.name.slice(repository.name.indexOf('/') + 1),
    imageDigest: manifest.digest,
    imageTags: tags.length > 0 ? tags : undefined,
    // ECR returns no size for an index.
    imageSizeInBytes: sizeOf(image, manifest),
    imagePushedAt: epoch(image.pushedAt),
    imageManifestMediaType: manifest.mediaType,
    imageStatus: 'ACTIVE',
  })
}

function sizeOf({ content }: Image, { digest }: StoredDocument): number | undefined {
  const layers = content.manifests.find(manifest => manifest.digest === digest)?.layers
  return layers?.reduce((sum, { size }) => sum + size, 0)
}

function status(repository: Repository, digest: string): 'TAGGED' | 'UNTAGGED' {
  return tagsOf(repository, digest).length > 0 ? 'TAGGED' : 'UNTAGGED'
}

function rejectPagingWithIds({ nextToken, maxResults }: DescribeImagesInput): void {
  if (nextToken === undefined && maxResults === undefined) return
  throw new AwsError(
    'InvalidParameterException',
    "Invalid parameter at 'imageIds' failed to satisfy constraint: 'imageIds cannot be combined with maxResults or nextToken'",
  )
}

function notFound(world: World, { repositoryName, registryId }: RepositoryName, id: ImageId): never {
  const registry = registryId ?? world.account
  throw new AwsError(
    'ImageNotFoundException',
    `The image with imageId ${formatImageId(id)} does not exist within the repository with name '${repositoryName}' in the registry with id '${registry}'`,
  )
}
