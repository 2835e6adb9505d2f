/** ECR as the SDK sees it: what can be pulled is what it answers. */
import {
  BatchGetImageCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  GetDownloadUrlForLayerCommand,
  ListImagesCommand,
} from '@aws-sdk/client-ecr'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openWorld } from '../../../../simulator/ecs/open-world.js'
import type { World } from '../../../../simulator/ecs/world.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { startServer } from '../../../../simulator/protocol/server.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'
import { settingsFor } from '../../support/client-settings.js'
import { configOf, manifestOf, repositoryName } from '../../support/ecr-reader.js'

const nine = Date.UTC(2026, 0, 15, 9)
const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com'

let server: SimulatorServer
let client: ECRClient
let clock: VirtualClock
let world: World

beforeEach(async () => {
  clock = new VirtualClock(nine)
  world = openWorld({ clock })
  world.images.add(`${registry}/${repositoryName}:plain`, {
    exposedPorts: [5001, '53/udp'],
    environment: { PORT: '5001' },
    command: ['node', 'server.js'],
  })
  world.images.add(`${registry}/${repositoryName}:both`, {
    architectures: ['X86_64', 'ARM64'],
    exposedPorts: [5201],
  })
  server = await startServer({ world, clock, validateResponses: true })
  client = new ECRClient(settingsFor(server.url))
})

afterEach(async () => {
  client.destroy()
  await server.close()
})

test('a tag leads by way of the manifest to the configuration', async () => {
  const { document, imageId, imageManifestMediaType } = await manifestOf(client, { imageTag: 'plain' })
  const { response } = await configOf(client, document.config.digest)

  expect(imageId).toStrictEqual({
    imageTag: 'plain',
    imageDigest: world.images.find(`${registry}/team/web:plain`)?.digest,
  })
  expect(imageManifestMediaType).toBe('application/vnd.oci.image.manifest.v1+json')
  expect(await response.json()).toMatchObject({
    architecture: 'amd64',
    os: 'linux',
    config: {
      ExposedPorts: { '5001/tcp': {}, '53/udp': {} },
      Env: expect.arrayContaining(['PORT=5001']),
      Cmd: ['node', 'server.js'],
    },
  })
  expect(server.requests.map(({ service, operation, status }) => [service, operation, status])).toStrictEqual(
    [
      ['ecr', 'BatchGetImage', 200],
      ['ecr', 'GetDownloadUrlForLayer', 200],
      ['s3', 'GetObject', 200],
    ],
  )
})

test('an index lists its images by platform, with attestations that nothing runs', async () => {
  const { document, imageManifestMediaType } = await manifestOf(client, { imageTag: 'both' })
  const platforms = document.manifests.map(
    ({ platform }: { platform: { os: string; architecture: string } }) =>
      `${platform.os}/${platform.architecture}`,
  )

  expect(imageManifestMediaType).toBe('application/vnd.oci.image.index.v1+json')
  expect(platforms).toStrictEqual(['linux/amd64', 'linux/arm64', 'unknown/unknown', 'unknown/unknown'])
  for (const [nth, architecture] of ['amd64', 'arm64'].entries()) {
    const { document: image } = await manifestOf(client, { imageDigest: document.manifests[nth].digest })
    const { response } = await configOf(client, image.config.digest)
    expect(await response.json()).toMatchObject({
      architecture,
      config: { ExposedPorts: { '5201/tcp': {} } },
    })
  }
  const attestation = await manifestOf(client, { imageDigest: document.manifests[2].digest })
  expect(attestation.document.layers[0].mediaType).toBe('application/vnd.in-toto+json')
})

test('a tag has the digest that a pull reports', async () => {
  const { imageDetails } = await client.send(
    new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: 'both' }] }),
  )

  expect(imageDetails).toStrictEqual([
    {
      registryId: '123456789012',
      repositoryName,
      imageDigest: world.images.find(`${registry}/team/web:both`)?.digest,
      imageTags: ['both'],
      imagePushedAt: new Date(nine),
      imageManifestMediaType: 'application/vnd.oci.image.index.v1+json',
      imageStatus: 'ACTIVE',
    },
  ])
})

test('a tag that moved leaves its former image without one', async () => {
  const { imageId } = await manifestOf(client, { imageTag: 'plain' })
  world.images.add(`${registry}/team/web:plain`, { exposedPorts: [8080] })
  const list = async (tagStatus: 'TAGGED' | 'UNTAGGED') => {
    const command = new DescribeImagesCommand({ repositoryName, filter: { tagStatus }, maxResults: 1000 })
    return (await client.send(command)).imageDetails?.map(({ imageDigest }) => imageDigest)
  }

  expect(await list('UNTAGGED')).toContain(imageId?.imageDigest)
  expect(await list('TAGGED')).toContain(
    (await manifestOf(client, { imageTag: 'plain' })).imageId?.imageDigest,
  )
})

test('images are listed in parts', async () => {
  const first = await client.send(new DescribeImagesCommand({ repositoryName, maxResults: 4 }))
  const { nextToken } = first
  const second = await client.send(new DescribeImagesCommand({ repositoryName, nextToken, maxResults: 4 }))

  expect([first.imageDetails?.length, second.imageDetails?.length, second.nextToken]).toStrictEqual([
    4,
    2,
    undefined,
  ])
})

const digest = `sha256:${'0'.repeat(64)}`

test.each([
  { name: 'an unknown tag', imageId: { imageTag: 'x' }, failureCode: 'ImageNotFound' },
  { name: 'an unknown digest', imageId: { imageDigest: digest }, failureCode: 'ImageNotFound' },
  { name: 'a short digest', imageId: { imageDigest: 'sha256:1' }, failureCode: 'InvalidImageDigest' },
  { name: 'a tag that cannot be one', imageId: { imageTag: '-x' }, failureCode: 'InvalidImageTag' },
  { name: 'nothing', imageId: {}, failureCode: 'MissingDigestAndTag' },
])('with BatchGetImage, $name is a failure next to the found images', async ({ imageId, failureCode }) => {
  const { images, failures } = await client.send(
    new BatchGetImageCommand({ repositoryName, imageIds: [imageId, { imageTag: 'plain' }] }),
  )

  expect(images).toHaveLength(1)
  expect(failures).toMatchObject([{ imageId, failureCode }])
})

test('a tag and a digest have to agree', async () => {
  const { imageDigest } = (await manifestOf(client, { imageTag: 'both' })).imageId ?? {}
  const imageIds = [{ imageTag: 'plain', ...(imageDigest && { imageDigest }) }]
  const { failures } = await client.send(new BatchGetImageCommand({ repositoryName, imageIds }))

  expect(failures).toMatchObject([{ failureCode: 'ImageTagDoesNotMatchDigest' }])
})

test.each([
  {
    name: 'a missing tag',
    command: () => new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: 'x' }] }),
    error: 'ImageNotFoundException',
    message:
      "The image with imageId {imageDigest:'null', imageTag:'x'} does not exist within the repository with name 'team/web' in the registry with id '123456789012'",
  },
  {
    name: 'a missing repository',
    command: () => new DescribeImagesCommand({ repositoryName: 'absent' }),
    error: 'RepositoryNotFoundException',
    message: "The repository with name 'absent' does not exist in the registry with id '123456789012'",
  },
  {
    name: 'a registry of another account',
    command: () => new DescribeRepositoriesCommand({ registryId: '1', repositoryNames: [repositoryName] }),
    error: 'RepositoryNotFoundException',
    message: "The repository with name 'team/web' does not exist in the registry with id '1'",
  },
  {
    name: 'a layer that no image has',
    command: () => new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: digest }),
    error: 'LayersNotFoundException',
    message: `The layer with digest '${digest}' does not exist in the repository with name 'team/web' in the registry with id '123456789012'`,
  },
  {
    name: 'an operation that is not here',
    command: () => new ListImagesCommand({ repositoryName }),
    error: 'UnknownOperationException',
    message: expect.stringContaining('ListImages is not among the operations of ecr in this simulator'),
  },
])('$name is refused with $error', async ({ command, error, message }) => {
  // biome-ignore lint/suspicious/noExplicitAny: commands of several types
  await expect(client.send(command() as any)).rejects.toMatchObject({ name: error, message })
})

test('a layer has no bytes here, with a descriptive error', async () => {
  const { document } = await manifestOf(client, { imageTag: 'plain' })

  await expect(configOf(client, document.layers[0].digest)).rejects.toMatchObject({
    name: 'LayerInaccessibleException',
  })
})

test.each([
  { kind: 'MUTABLE' },
  { kind: 'IMMUTABLE' },
  { kind: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['latest', 'dev-*'] },
  { kind: 'MUTABLE_WITH_EXCLUSION', exclusions: ['v*'] },
] as const)('tags are $kind', async mutability => {
  world.images.openRepository(`${registry}/${repositoryName}`, mutability)
  const { repositories } = await client.send(
    new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] }),
  )
  const { kind, exclusions } = { exclusions: undefined, ...mutability }

  expect(repositories).toMatchObject([
    {
      repositoryArn: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/web',
      repositoryUri: `${registry}/team/web`,
      createdAt: new Date(nine),
      imageTagMutability: kind,
    },
  ])
  expect(repositories?.[0]?.imageTagMutabilityExclusionFilters).toStrictEqual(
    exclusions?.map(filter => ({ filterType: 'WILDCARD', filter })),
  )
})

test('only the repositories of the account in the region are listed', async () => {
  world.images.add('docker.io/library/nginx:1.27', {})
  world.images.openRepository(`${registry}/empty`)
  const { repositories } = await client.send(new DescribeRepositoriesCommand({}))

  expect(repositories?.map(({ repositoryName: name }) => name)).toStrictEqual(['team/web', 'empty'])
})

test('with fallback software, an image keeps the requested digest', async () => {
  world.images.setFallbackSoftware({ exposedPorts: [80] })
  const imageIds = [{ imageTag: '1' }]
  const { imageDetails } = await client.send(new DescribeImagesCommand({ repositoryName: 'any', imageIds }))
  const { imageDigest = '' } = imageDetails?.[0] ?? {}
  const { images } = await client.send(
    new BatchGetImageCommand({ repositoryName: 'any', imageIds: [{ imageDigest }, { imageDigest: digest }] }),
  )

  expect(images?.map(({ imageId }) => imageId?.imageDigest)).toStrictEqual([imageDigest, digest])
  expect(world.images.find(`${registry}/any@${imageDigest}`)?.digest).toBe(imageDigest)
})

test('a token for docker login is valid for twelve hours, for each registry', async () => {
  const { authorizationData = [] } = await client.send(
    new GetAuthorizationTokenCommand({ registryIds: ['123456789012', '210987654321'] }),
  )

  expect(authorizationData).toMatchObject([
    { proxyEndpoint: `https://${registry}`, expiresAt: new Date(nine + 12 * 3_600_000) },
    { proxyEndpoint: 'https://210987654321.dkr.ecr.eu-west-1.amazonaws.com' },
  ])
  expect(Buffer.from(authorizationData[0]?.authorizationToken ?? '', 'base64').toString()).toMatch(/^AWS:.+/)
})
