/**
 * AmazonECR/latest/APIReference/API_GetDownloadUrlForLayer.html. Only image configurations have content here,
 * layers do not.
 */
import { AwsError } from '../aws-error.js'
import type { Repository } from '../ecs/resources/images.js'
import type { World } from '../ecs/world.js'
import { findRepository, type RepositoryName } from './registry.js'

export interface GetDownloadUrlInput extends RepositoryName {
  readonly layerDigest: string
  /** The URL of this simulator. */
  readonly origin: string
}

const expiresSeconds = 3600

export function bucketOf({ region }: World): string {
  return `prod-${region}-starport-layer-bucket`
}

export function getDownloadUrlForLayer(world: World, input: GetDownloadUrlInput): object {
  const repository = findRepository(world, input)
  const { repositoryName, layerDigest, region, origin, registryId = world.account } = input
  if (isLayer(repository, layerDigest)) {
    throw new AwsError(
      'LayerInaccessibleException',
      'This simulator has the configuration of an image, but not the bytes of its layers.',
    )
  }
  if (configBlob(repository, layerDigest) === undefined) {
    throw new AwsError(
      'LayersNotFoundException',
      `The layer with digest '${layerDigest}' does not exist in the repository with name '${repositoryName}' in the registry with id '${registryId}'`,
    )
  }
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `AKIASIMULATOR0000000/${compact(world.now).slice(0, 8)}/${region}/s3/aws4_request`,
    'X-Amz-Date': compact(world.now),
    'X-Amz-Expires': String(expiresSeconds),
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': layerDigest.slice('sha256:'.length),
  })
  const path = `${bucketOf(world)}/${registryId}/${repositoryName}/${layerDigest}`
  return { downloadUrl: `${origin}/${path}?${query}`, layerDigest }
}

/** `key` is the path without the bucket. */
export function getLayer(world: World, key: string, query: URLSearchParams): string {
  const expires =
    Date.parse(extended(query.get('X-Amz-Date') ?? '')) + 1000 * Number(query.get('X-Amz-Expires'))
  if (!query.has('X-Amz-Signature')) throw new AwsError('AccessDenied', 'Access Denied', 403)
  // Also catches a link without a date.
  if (!(world.now <= expires)) throw new AwsError('AccessDenied', 'Request has expired', 403)
  const [, registryId, repositoryName = '', digest = ''] =
    /^([^/]+)\/(.+)\/(sha256:[0-9a-f]{64})$/.exec(key) ?? []
  const [, , region = ''] = (query.get('X-Amz-Credential') ?? '').split('/')
  const repository = registryId && findRepository(world, { registryId, repositoryName, region })
  const blob = repository ? configBlob(repository, digest) : undefined
  if (blob === undefined) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404)
  return blob
}

function configBlob({ images }: Repository, digest: string): string | undefined {
  const manifests = images.flatMap(({ content }) => content.manifests)
  return manifests.find(({ config }) => config.digest === digest)?.config.text
}

function isLayer({ images }: Repository, digest: string): boolean {
  return images.some(({ content }) =>
    content.manifests.some(({ layers }) => layers.some(layer => layer.digest === digest)),
  )
}

/** `20260115T090000Z` */
function compact(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function extended(text: string): string {
  return text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
}
