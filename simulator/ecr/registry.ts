import { AwsError } from '../aws-error.js'
import type { StoredDocument } from '../ecs/resources/image-content.js'
import { type Image, manifestOf, type Repository } from '../ecs/resources/images.js'
import { registryHost } from '../ecs/resources/registry-host.js'
import type { World } from '../ecs/world.js'

export interface ImageId {
  readonly imageDigest?: string
  readonly imageTag?: string
}

/** The request's signature names the region. */
export interface RegionalRequest {
  readonly region: string
}

export interface RepositoryName extends RegionalRequest {
  readonly registryId?: string
  readonly repositoryName: string
}

/** All accounts allow access to their repositories. */
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
  /** The id may refer to a manifest in the index. */
  readonly manifest: StoredDocument
}

/** The digest takes precedence over the tag. */
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

/** Oldest first. */
export function tagsOf({ tags }: Repository, digest: string): string[] {
  return [...tags].flatMap(([tag, tagged]) => (tagged === digest ? [tag] : []))
}

/** As in ECR's messages. */
export function formatImageId({ imageDigest, imageTag }: ImageId): string {
  return `{imageDigest:'${imageDigest ?? 'null'}', imageTag:'${imageTag ?? 'null'}'}`
}
