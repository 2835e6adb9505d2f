/** Private registries, as requests to one region name things in them: which repository and which image they mean. */
import { AwsError } from '../aws-error.js'
import type { StoredDocument } from '../ecs/resources/image-content.js'
import { type Image, manifestOf, type Repository } from '../ecs/resources/images.js'
import { registryHost } from '../ecs/resources/registry-host.js'
import type { World } from '../ecs/world.js'

export interface ImageId {
  readonly imageDigest?: string
  readonly imageTag?: string
}

/** Where a request was sent, which its signature tells. */
export interface RegionalRequest {
  readonly region: string
}

export interface RepositoryName extends RegionalRequest {
  readonly registryId?: string
  readonly repositoryName: string
}

/** Every account lets this one read its repositories. */
export function findRepository(
  world: World,
  { registryId, repositoryName, region }: RepositoryName,
): Repository {
  const registry = registryId ?? world.account
  const host = registryHost({ account: registry, region })
  const repository = world.images.repository(`${host}/${repositoryName}`)
  if (repository) return repository
  throw new AwsError(
    'RepositoryNotFoundException',
    `The repository with name '${repositoryName}' does not exist in the registry with id '${registry}'`,
  )
}

export interface Found {
  readonly image: Image
  /** What the id means of it: its own manifest or index, or one that the index lists. */
  readonly manifest: StoredDocument
}

/** The image of a repository by digest or, without one, by tag. */
export function findImage(world: World, { name, images }: Repository, id: ImageId): Found | undefined {
  const { imageDigest, imageTag } = id
  for (const image of imageDigest === undefined ? [] : images) {
    const manifest = manifestOf(image, imageDigest)
    if (manifest) return { image, manifest }
  }
  const image = world.images.find(
    imageDigest === undefined ? `${name}:${imageTag}` : `${name}@${imageDigest}`,
  )
  const manifest = image && manifestOf(image)
  return manifest && { image, manifest }
}

/** The tags of a digest, in the order in which they came to be. */
export function tagsOf({ tags }: Repository, digest: string): string[] {
  return [...tags].flatMap(([tag, tagged]) => (tagged === digest ? [tag] : []))
}

/** `{imageTag: '9be21c5'}` as ECR's messages have it. */
export function formatImageId({ imageDigest, imageTag }: ImageId): string {
  return `{imageDigest:'${imageDigest ?? 'null'}', imageTag:'${imageTag ?? 'null'}'}`
}
