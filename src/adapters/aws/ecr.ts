/** ECR can be in another region than the service. */
import type { BatchGetImageCommandOutput, Repository } from '@aws-sdk/client-ecr'
import { ApiError } from '../../core/errors/api-error.js'
import { unavailableReason } from '../../core/errors/denial.js'
import { redact } from '../../core/redaction/redact.js'
import type { ImageBuild, RegistryImage } from '../../core/resources/registry-image.js'
import { isImmutable } from '../../core/resources/tag-mutability.js'
import type { EcrImage } from '../../core/task-definition/image-registry.js'
import type { Platform } from '../../core/task-definition/platform.js'
import type { Clock, Registry } from '../../ports.js'
import { type Attempt, attempt } from '../../retry/attempt.js'
import { optionalReads } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'
import { type AwsConfig, AwsService } from './client.js'
import { download } from './ecr-download.js'
import { type Manifest, mediaTypes, readBuild, readManifest, withConfig } from './ecr-manifest.js'
import type { CompleteAnswer } from './required-members.js'
import { optionalTimeouts } from './time-limit.js'

export function connectEcr(clock: Clock, config: AwsConfig = {}): Registry & { close(): void } {
  const ecr = ecrService(clock, config)
  return {
    close: () => ecr.close(),
    describe: (image, platform) => describe(callsOf({ ecr, clock, image }), image.id, platform),
  }
}

function ecrService(clock: Clock, config: AwsConfig) {
  return new AwsService({
    clock,
    config,
    timeouts: optionalTimeouts,
    load: () => import('@aws-sdk/client-ecr'),
    create: (sdk, settings) => new sdk.ECRClient(settings),
  })
}

interface RepositoryContext {
  readonly ecr: ReturnType<typeof ecrService>
  readonly clock: Clock
  readonly image: EcrImage
}

interface Stored {
  readonly digest: string
  readonly manifest: Manifest
}

type RepositoryCalls = ReturnType<typeof callsOf>

function callsOf({ ecr, clock, image }: RepositoryContext) {
  const { account: registryId, region, repository: repositoryName } = image
  const name = { registryId, repositoryName }
  return {
    find: (id: { imageTag: string } | { imageDigest: string }): Promise<Stored | undefined> =>
      ecr.call({
        operation: 'ecr:BatchGetImage',
        policy: optionalReads,
        region,
        send: (client, sdk) =>
          client.send(
            new sdk.BatchGetImageCommand({ ...name, imageIds: [id], acceptedMediaTypes: mediaTypes }),
          ),
        read: toStored,
      }),

    isImmutable: (tag: string): Promise<boolean | undefined> =>
      ecr.call({
        operation: 'ecr:DescribeRepositories',
        policy: optionalReads,
        region,
        send: (client, sdk) =>
          client.send(new sdk.DescribeRepositoriesCommand({ registryId, repositoryNames: [repositoryName] })),
        read: ({ repositories = [] }) => isTagImmutable(repositories[0], tag),
      }),

    async readConfig(layerDigest: string): Promise<ImageBuild | undefined> {
      const link = await ecr.call({
        operation: 'ecr:GetDownloadUrlForLayer',
        policy: optionalReads,
        region,
        send: (client, sdk) => client.send(new sdk.GetDownloadUrlForLayerCommand({ ...name, layerDigest })),
        read: ({ downloadUrl }) => downloadUrl,
      })
      const { requestHandler } = (await ecr.client(region)).config
      return retry(optionalReads, { clock }, async () => readBuild(await download(requestHandler, link)))
    },
  }
}

function toStored({
  images: [image] = [],
  failures = [],
}: CompleteAnswer<'ecr:BatchGetImage', BatchGetImageCommandOutput>): Stored | undefined {
  if (image) return { digest: image.imageId.imageDigest, manifest: readManifest(image.imageManifest) }
  const [failure] = failures
  if (!failure || failure.failureCode === 'ImageNotFound') return undefined
  const message = failure.failureReason ?? failure.failureCode
  throw new ApiError({ kind: 'rejected', operation: 'ecr:BatchGetImage', code: failure.failureCode, message })
}

function isTagImmutable(repository: Repository | undefined, tag: string): boolean | undefined {
  const filters = repository?.imageTagMutabilityExclusionFilters ?? []
  const exclusions = filters.flatMap(({ filter }) => filter ?? [])
  return isImmutable({ setting: repository?.imageTagMutability ?? '', exclusions }, tag)
}

async function describe(
  repository: RepositoryCalls,
  id: EcrImage['id'],
  platform: Platform | undefined,
): Promise<RegistryImage> {
  const [found, immutable] = await Promise.all([
    attempt(() => repository.find('digest' in id ? { imageDigest: id.digest } : { imageTag: id.tag })),
    'tag' in id ? attempt(() => repository.isImmutable(id.tag)) : undefined,
  ])
  if (found.kind === 'failed') {
    if (found.error.code === 'RepositoryNotFoundException') return { kind: 'no-repository' }
    throw found.error
  }
  if (!found.value) return { kind: 'no-image' }
  const { digest, manifest } = found.value
  const builds = await attempt(() => buildsOf(repository, manifest, platform))
  const mutability = immutable && failureOf(immutable)
  const config = failureOf(builds)
  return {
    kind: 'stored',
    digest,
    immutable: immutable?.kind === 'answered' ? immutable.value : undefined,
    builds: builds.kind === 'answered' ? builds.value : platformsOf(manifest),
    unavailable: mutability || config ? { mutability, config } : undefined,
  }
}

function failureOf(attempted: Attempt<unknown>): string | undefined {
  return attempted.kind === 'failed' ? redact(unavailableReason(attempted.error), []) : undefined
}

async function buildsOf(
  repository: RepositoryCalls,
  manifest: Manifest,
  platform: Platform | undefined,
): Promise<ImageBuild[]> {
  if (manifest.kind === 'image') {
    const build = manifest.configDigest && (await repository.readConfig(manifest.configDigest))
    return build ? [build] : []
  }
  const run = manifest.entries.find(
    ({ architecture, os }) => architecture === platform?.architecture && os === platform.os,
  )
  const own = run && (await repository.find({ imageDigest: run.digest }))
  const [build] = own?.manifest.kind === 'image' ? await buildsOf(repository, own.manifest, platform) : []
  return manifest.entries.map(entry => withConfig(entry, entry === run ? build?.config : undefined))
}

function platformsOf(manifest: Manifest): ImageBuild[] {
  return manifest.kind === 'index' ? manifest.entries.map(entry => withConfig(entry, undefined)) : []
}
