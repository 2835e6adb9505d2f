/**
 * Private registries of Amazon ECR: what is stored under a name, without pulling it. The client is loaded when it is
 * first needed, one for each region: a registry can be in another region than the service.
 */
import type { ECRClient, ECRClientConfig } from '@aws-sdk/client-ecr'
import { ApiError, unavailableReason } from '../../core/errors/api-error.js'
import type { ImageBuild, RegistryImage } from '../../core/resources/registry-image.js'
import { isImmutable } from '../../core/resources/tag-mutability.js'
import type { EcrImage } from '../../core/task-definition/image-registry.js'
import type { Platform } from '../../core/task-definition/platform.js'
import { redact } from '../../core/task-definition/redact.js'
import type { Clock, Registry } from '../../ports.js'
import { optionalReads } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'
import { call } from './api-error.js'
import { clientConfig, validateResponses } from './client.js'
import { download } from './ecr-download.js'
import { type Manifest, mediaTypes, readBuild, readManifest, withConfig } from './ecr-manifest.js'

export function connectEcr(clock: Clock, config: ECRClientConfig = {}): Registry & { close(): void } {
  const clients = new Map<string, ECRClient>()
  return {
    close: () => clients.forEach(client => void client.destroy()),

    async describe(image, platform) {
      const sdk = await import('@aws-sdk/client-ecr')
      const client =
        clients.get(image.region) ??
        validateResponses(
          new sdk.ECRClient({ ...clientConfig(3_000, 5_000), ...config, region: image.region }),
        )
      clients.set(image.region, client)
      return describe(new Repository(sdk, client, clock, image), image.id, platform)
    },
  }
}

async function describe(
  repository: Repository,
  id: EcrImage['id'],
  platform: Platform | undefined,
): Promise<RegistryImage> {
  const [found, immutable] = await Promise.all([
    attempt(() => repository.find('digest' in id ? { imageDigest: id.digest } : { imageTag: id.tag })),
    'tag' in id ? attempt(() => repository.keeps(id.tag)) : undefined,
  ])
  if (found instanceof ApiError) {
    if (found.code === 'RepositoryNotFoundException') return { kind: 'no-repository' }
    throw found
  }
  if (!found) return { kind: 'no-image' }
  const builds = await attempt(() => buildsOf(repository, found.manifest, platform))
  const mutability = immutable instanceof ApiError ? redact(unavailableReason(immutable), []) : undefined
  const config = builds instanceof ApiError ? redact(unavailableReason(builds), []) : undefined
  return {
    kind: 'stored',
    digest: found.digest,
    immutable: immutable instanceof ApiError ? undefined : immutable,
    builds: builds instanceof ApiError ? platformsOf(found.manifest) : builds,
    unseen: mutability || config ? { mutability, config } : undefined,
  }
}

/** With the configuration of the build that the task would run. */
async function buildsOf(
  repository: Repository,
  manifest: Manifest,
  platform: Platform | undefined,
): Promise<ImageBuild[]> {
  if (manifest.kind === 'image') {
    const build = manifest.configDigest && (await repository.read(manifest.configDigest))
    return build ? [build] : []
  }
  const run = manifest.entries.find(
    ({ architecture, os }) => architecture === platform?.architecture && os === platform.os,
  )
  const own = run && (await repository.find({ imageDigest: run.digest }))
  const [build] = own?.manifest.kind === 'image' ? await buildsOf(repository, own.manifest, platform) : []
  return manifest.entries.map(entry => withConfig(entry, entry === run ? build?.config : undefined))
}

/** What can be said without a configuration. */
function platformsOf(manifest: Manifest): ImageBuild[] {
  return manifest.kind === 'index' ? manifest.entries.map(entry => withConfig(entry, undefined)) : []
}

interface Stored {
  readonly digest: string
  readonly manifest: Manifest
}

class Repository {
  readonly #sdk: typeof import('@aws-sdk/client-ecr')
  readonly #client: ECRClient
  readonly #clock: Clock
  readonly #name: { readonly registryId: string; readonly repositoryName: string }

  constructor(
    sdk: typeof import('@aws-sdk/client-ecr'),
    client: ECRClient,
    clock: Clock,
    { account, repository }: EcrImage,
  ) {
    this.#sdk = sdk
    this.#client = client
    this.#clock = clock
    this.#name = { registryId: account, repositoryName: repository }
  }

  /** Nothing where there is no such image. */
  async find(id: { imageTag: string } | { imageDigest: string }): Promise<Stored | undefined> {
    const { images = [], failures = [] } = await this.#ask('ecr:BatchGetImage', () =>
      this.#client.send(
        new this.#sdk.BatchGetImageCommand({
          ...this.#name,
          imageIds: [id],
          acceptedMediaTypes: mediaTypes,
        }),
      ),
    )
    const [image] = images
    const digest = image?.imageId?.imageDigest
    if (image && digest) return { digest, manifest: readManifest(image.imageManifest ?? '') }
    const [failure] = failures
    if (!failure?.failureCode || failure.failureCode === 'ImageNotFound') return undefined
    const message = failure.failureReason ?? failure.failureCode
    throw new ApiError('rejected', 'ecr:BatchGetImage', failure.failureCode, message)
  }

  /** Whether the registry keeps this tag from being pushed again. */
  async keeps(tag: string): Promise<boolean | undefined> {
    const { registryId, repositoryName } = this.#name
    const answer = await this.#ask('ecr:DescribeRepositories', () =>
      this.#client.send(
        new this.#sdk.DescribeRepositoriesCommand({ registryId, repositoryNames: [repositoryName] }),
      ),
    )
    const [repository] = answer.repositories ?? []
    const filters = repository?.imageTagMutabilityExclusionFilters ?? []
    return isImmutable(
      {
        setting: repository?.imageTagMutability ?? '',
        exclusions: filters.flatMap(({ filter }) => filter ?? []),
      },
      tag,
    )
  }

  /** What a configuration, which every manifest names by its digest, tells of the image. */
  async read(layerDigest: string): Promise<ImageBuild | undefined> {
    const { downloadUrl } = await this.#ask('ecr:GetDownloadUrlForLayer', () =>
      this.#client.send(new this.#sdk.GetDownloadUrlForLayerCommand({ ...this.#name, layerDigest })),
    )
    const handler = this.#client.config.requestHandler
    return retry(optionalReads, { clock: this.#clock }, async () =>
      readBuild(await download(handler, downloadUrl ?? '')),
    )
  }

  #ask<T>(operation: string, send: () => Promise<T>): Promise<T> {
    return retry(optionalReads, { clock: this.#clock }, () => call(operation, send))
  }
}

/** A fault as a value: what it keeps from being known is only a part. */
async function attempt<T>(poll: () => Promise<T>): Promise<T | ApiError> {
  try {
    return await poll()
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}
