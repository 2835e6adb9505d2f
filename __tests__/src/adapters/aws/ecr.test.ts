/** ECR as the SDK and a real connection give it, where the simulator has no way to go wrong like that. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { connectEcr } from '../../../../src/adapters/aws/ecr.js'
import type { RegistryImage } from '../../../../src/core/resources/registry-image.js'

const digest = `sha256:${'1'.repeat(64)}`
const config = JSON.stringify({ architecture: 'amd64', os: 'linux', config: {} })
const image = {
  account: '123456789012',
  region: 'us-east-1',
  repository: 'team/web',
  id: { tag: '1' },
} as const

type Reply = { readonly status?: number; readonly body: object | string }

/** What the server answers to an operation, or to the GET of a configuration (`Download`); the last one stays. */
interface Told {
  readonly BatchGetImage?: readonly Reply[]
  readonly DescribeRepositories?: readonly Reply[]
  readonly Download?: readonly Reply[]
}

const found = {
  body: {
    images: [
      {
        imageId: { imageDigest: digest, imageTag: '1' },
        imageManifest: JSON.stringify({ schemaVersion: 2, config: { digest } }),
      },
    ],
    failures: [],
  },
}
const failing = (failureCode: string, failureReason: string) => ({
  body: { images: [], failures: [{ imageId: { imageTag: '1' }, failureCode, failureReason }] },
})
const raised = (type: string, message = 'said by ECR', status = 400) => ({
  status,
  body: { __type: type, message },
})
const kept = { body: { repositories: [{ imageTagMutability: 'IMMUTABLE' }] } }

interface Request {
  readonly operation: string
  /** that the request was signed for */
  readonly region: string | undefined
  readonly input: unknown
}

async function ask(told: Told): Promise<{ answer: RegistryImage | string; asked: readonly Request[] }> {
  const asked: Request[] = []
  const server = createServer((request, response) => {
    const operation = String(request.headers['x-amz-target'] ?? '.Download').split('.')[1] ?? ''
    const region = /\/\d{8}\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1]
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const link = { body: { downloadUrl: `http://${request.headers.host}/blob?X-Amz-Signature=secret` } }
      const replies = {
        BatchGetImage: [found],
        DescribeRepositories: [kept],
        GetDownloadUrlForLayer: [link],
        Download: [{ body: config }],
        ...told,
      }[operation] as readonly Reply[]
      const before = asked.filter(one => one.operation === operation).length
      const text = Buffer.concat(chunks).toString()
      asked.push({ operation, region, input: text === '' ? undefined : JSON.parse(text) })
      const { status = 200, body } = replies[Math.min(before, replies.length - 1)] as Reply
      response
        .writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' })
        .end(typeof body === 'string' ? body : JSON.stringify(body))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const clock = { now: () => 0, sleep: async () => {}, random: () => 0 }
  const registry = connectEcr(clock, {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'simulated' },
  })
  try {
    const answer = await registry
      .describe(image, { os: 'linux', architecture: 'amd64' })
      .catch((error: Error) => String(error))
    return { answer, asked }
  } finally {
    registry.close()
    server.close()
  }
}

const noSettings = { exposedPorts: [], environment: new Map() }
const whole = {
  kind: 'stored',
  digest,
  immutable: true,
  builds: [{ architecture: 'amd64', os: 'linux', config: noSettings }],
  unavailable: undefined,
}
const unread = (why: string) => ({
  ...whole,
  builds: [],
  unavailable: {
    mutability: undefined,
    config: `ecr:GetDownloadUrlForLayer: the configuration of the image could not be downloaded: ${why}`,
  },
})

test.each<{ name: string; told: Told; is: unknown }>([
  { name: 'all of it', told: {}, is: whole },
  {
    name: 'no such image, in a response with status 200',
    told: { BatchGetImage: [failing('ImageNotFound', 'Requested image not found')] },
    is: { kind: 'no-image' },
  },
  {
    name: 'no such repository',
    told: {
      BatchGetImage: [raised('RepositoryNotFoundException')],
      DescribeRepositories: [raised('RepositoryNotFoundException')],
    },
    is: { kind: 'no-repository' },
  },
  {
    name: 'another failure, in a response with status 200',
    told: { BatchGetImage: [failing('KmsError', 'The key is disabled')] },
    is: 'ApiError: The key is disabled',
  },
  {
    name: 'throttled once',
    told: { BatchGetImage: [raised('ThrottlingException', 'Rate exceeded'), found] },
    is: whole,
  },
  {
    name: 'throttled for good',
    told: { BatchGetImage: [raised('ThrottlingException', 'Rate exceeded')] },
    is: 'ApiError: Rate exceeded',
  },
  {
    name: 'a mutability of tomorrow',
    told: { DescribeRepositories: [{ body: { repositories: [{ imageTagMutability: 'SOMETIMES' }] } }] },
    is: { ...whole, immutable: undefined },
  },
  {
    name: 'a repository that DescribeRepositories does not return',
    told: { DescribeRepositories: [raised('AccessDeniedException', 'no')] },
    is: {
      ...whole,
      immutable: undefined,
      unavailable: { mutability: 'allow ecr:DescribeRepositories', config: undefined },
    },
  },
  {
    name: 'a bucket that fails once',
    told: { Download: [{ status: 503, body: 'Slow Down' }, { body: config }] },
    is: whole,
  },
  {
    name: 'a bucket that refuses',
    told: { Download: [{ status: 403, body: 'Request has expired' }] },
    is: unread('HTTP 403'),
  },
  {
    name: 'a configuration without end',
    told: { Download: [{ body: 'x'.repeat(1_048_577) }] },
    is: unread('it is larger than 1 MiB'),
  },
])('$name', async ({ told, is }) => {
  const { answer } = await ask(told)
  expect(answer).toStrictEqual(is)
  expect(JSON.stringify(answer)).not.toContain('X-Amz-Signature')
})

test('requests go to the region and the account of the image', async () => {
  const { asked } = await ask({})
  const repository = { repositoryName: 'team/web', registryId: '123456789012' }
  const acceptedMediaTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
  ]
  expect(asked.toSorted((a, b) => (a.operation < b.operation ? -1 : 1))).toStrictEqual([
    {
      operation: 'BatchGetImage',
      region: 'us-east-1',
      input: { ...repository, imageIds: [{ imageTag: '1' }], acceptedMediaTypes },
    },
    {
      operation: 'DescribeRepositories',
      region: 'us-east-1',
      input: { registryId: '123456789012', repositoryNames: ['team/web'] },
    },
    { operation: 'Download', region: undefined, input: undefined },
    {
      operation: 'GetDownloadUrlForLayer',
      region: 'us-east-1',
      input: { ...repository, layerDigest: digest },
    },
  ])
})
