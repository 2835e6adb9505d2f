/** What ECR tells before anything is registered, and what is registered for it. */
import { describe, expect, test } from '@jest/globals'
import type { TagMutability } from '../../simulator/ecs/resources/images.js'
import type { Software } from '../../simulator/ecs/resources/software.js'
import {
  commit,
  imageOf,
  repository,
  taskDefinition,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import { changesIn, type Played, play } from '../support/play.js'
import { imageLines, playWeb, type StoryOverrides, text, webStory } from '../support/web-stories.js'

const quick = { 'wait-for-service-stability': 'false' }

function refused(played: Played): string {
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
  return text(played)
}

describe('what the repository says of the tag', () => {
  const latest = imageOf('latest')
  test.each<{
    name: string
    mutability: TagMutability
    image: string
    outcome: string
    messages: RegExp[]
    recommended?: RegExp[]
  }>([
    {
      name: 'kept',
      mutability: { kind: 'IMMUTABLE' },
      image: imageOf(commit),
      outcome: 'started',
      messages: [],
    },
    {
      name: 'latest, kept',
      mutability: { kind: 'IMMUTABLE' },
      image: latest,
      outcome: 'started',
      messages: [],
    },
    {
      name: 'not kept',
      mutability: { kind: 'MUTABLE' },
      image: imageOf(commit),
      outcome: 'started',
      messages: [],
      recommended: [/^- `image-moves`: .*the repository of .+ allows the tag to be pushed again/],
    },
    {
      name: 'latest, not kept',
      mutability: { kind: 'MUTABLE' },
      image: latest,
      outcome: 'refused',
      messages: [/^image-moves +container app \(input image\): \S+ has the tag latest, which can move/],
    },
    {
      name: 'latest, excluded from what is kept',
      mutability: { kind: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['lat*'] },
      image: latest,
      outcome: 'refused',
      messages: [/^image-moves +container app \(input image\): \S+ has the tag latest, which can move/],
    },
    {
      name: 'not excluded from what is kept',
      mutability: { kind: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['lat*'] },
      image: imageOf(commit),
      outcome: 'started',
      messages: [],
    },
    {
      name: 'latest, excluded from what is not kept',
      mutability: { kind: 'MUTABLE_WITH_EXCLUSION', exclusions: ['dev-*', 'latest'] },
      image: latest,
      outcome: 'started',
      messages: [],
    },
  ])('$name: $outcome', async ({ mutability, image, outcome, messages, recommended = [] }) => {
    const played = await playWeb({
      inputs: { ...quick, image },
      also: world => {
        world.images.openRepository(repository, mutability)
        world.images.add(latest, workingSoftware)
      },
    })
    expect(played.outputs.outcome).toBe(outcome)
    expect(imageLines(played)).toStrictEqual(messages.map(line => expect.stringMatching(line)))
    const folded = played.summary.split('\n').filter(line => /allows the tag to be pushed/.test(line))
    expect(folded).toStrictEqual(recommended.map(line => expect.stringMatching(line)))
  })
})

test('a dry-run only warns of a tag that may still be pushed', async () => {
  const played = await playWeb({ inputs: { image: imageOf('9be21c5'), 'dry-run': 'true' } })
  expect(played.outputs.outcome).toBe('planned')
  expect(imageLines(played)).toStrictEqual([
    expect.stringMatching(/^⚠ image-missing {2}container app \(input image\): \S+web:9be21c5 does not exist/),
  ])
  expect(changesIn(played.requests)).toStrictEqual([])
})

describe('what no task could run', () => {
  test.each<{ name: string; image: string; expected: string }>([
    { name: 'a tag', image: imageOf('9be21c5'), expected: 'the repository web has no tag 9be21c5' },
    {
      name: 'a digest',
      image: `${repository}@sha256:${'0'.repeat(64)}`,
      expected: 'the repository web has no image with this digest',
    },
    {
      name: 'a repository',
      image: `${repository}-x:1`,
      expected: 'account 123456789012 has no repository web-x in eu-west-1',
    },
  ])('$name that does not exist', async ({ image, expected }) => {
    expect(refused(await playWeb({ inputs: { image } }))).toContain(expected)
  })

  test('with preflight: warn it is deployed all the same', async () => {
    const played = await playWeb({ inputs: { ...quick, preflight: 'warn', image: imageOf('9be21c5') } })
    expect(played.outputs.outcome).toBe('started')
    expect(imageLines(played)).toStrictEqual([
      expect.stringMatching(/^⚠ image-missing .* has no tag 9be21c5$/),
    ])
  })

  test.each<{ name: string; software: Partial<Software>; expected: string }>([
    {
      name: 'a plain image',
      software: { architectures: ['ARM64'] },
      expected: 'is built for linux/arm64, but the task runs on linux/amd64',
    },
    {
      name: 'an index',
      software: { architectures: ['ARM64'], index: true },
      expected: 'is built for linux/arm64, but the task runs on linux/amd64',
    },
  ])('$name for another processor', async ({ software, expected }) => {
    expect(refused(await playWeb({ software }))).toContain(expected)
  })

  test('an image for the processor that the task names', async () => {
    const definition = { ...taskDefinition('web'), runtimePlatform: { cpuArchitecture: 'ARM64' } }
    const story = webStory({ software: { architectures: ['X86_64', 'ARM64'] }, inputs: quick })
    const played = await play({ ...story, files: { 'task-definition.json': JSON.stringify(definition) } })
    expect([played.outputs.outcome, imageLines(played)]).toStrictEqual(['started', []])
  })

  test('an image that runs already and is gone only warns', async () => {
    const definition = JSON.stringify(taskDefinition(imageOf('1f3c9e0')))
    const story = webStory({ inputs: { ...quick, image: '', 'container-name': '' } })
    const played = await play({
      ...story,
      files: { 'task-definition.json': definition },
      setUp: world => {
        story.setUp(world)
        world.images.repository(repository)?.tags.delete('1f3c9e0')
      },
    })
    expect(played.outputs.outcome).toBe('started')
    expect(imageLines(played)).toStrictEqual([
      expect.stringMatching(/^⚠ image-missing .* has no tag 1f3c9e0$/),
    ])
  })
})

describe('what ECR does not answer is one line, and the deployment continues', () => {
  const arn = 'arn:aws:ecr:eu-west-1:123456789012:repository/web'
  test.each<{ name: string; faults: NonNullable<StoryOverrides['faults']>; line: string | RegExp }>([
    {
      name: 'BatchGetImage denied',
      faults: [{ kind: 'access-denied', operations: ['BatchGetImage'] }],
      line: `ℹ image-missing, image-architecture, port-exposed, rollback-image  not checked: allow ecr:BatchGetImage on ${arn}`,
    },
    {
      name: 'DescribeRepositories denied',
      faults: [{ kind: 'access-denied', operations: ['DescribeRepositories'] }],
      line: `ℹ image-moves  not checked: allow ecr:DescribeRepositories on ${arn}`,
    },
    {
      name: 'GetDownloadUrlForLayer denied',
      faults: [{ kind: 'access-denied', operations: ['GetDownloadUrlForLayer'] }],
      line: `ℹ image-architecture, port-exposed  not checked: allow ecr:GetDownloadUrlForLayer on ${arn}`,
    },
    {
      name: 'everything denied',
      faults: [{ kind: 'access-denied', services: ['ecr'] }],
      line: `ℹ image-missing, image-architecture, port-exposed, rollback-image  not checked: allow ecr:BatchGetImage on ${arn}`,
    },
    {
      name: 'ECR is down',
      faults: [{ kind: 'server-error', services: ['ecr'] }],
      line: 'ℹ image-missing, image-architecture, port-exposed, rollback-image  not checked: ecr:BatchGetImage: Service Unavailable',
    },
    {
      name: 'a page of HTML',
      faults: [{ kind: 'html-error', services: ['ecr'] }],
      line: /^ℹ image-missing, image-architecture, port-exposed, rollback-image {2}not checked: ecr:BatchGetImage: /,
    },
    {
      name: 'the bucket breaks the connection',
      faults: [{ kind: 'connection-reset', services: ['s3'] }],
      line: 'ℹ image-architecture, port-exposed  not checked: ecr:GetDownloadUrlForLayer: the configuration of the image could not be downloaded: the connection broke',
    },
    {
      name: 'the bucket refuses',
      faults: [{ kind: 'access-denied', services: ['s3'] }],
      line: 'ℹ image-architecture, port-exposed  not checked: ecr:GetDownloadUrlForLayer: the configuration of the image could not be downloaded: HTTP 400',
    },
    {
      name: 'the configuration is cut off',
      faults: [{ kind: 'truncated-response', services: ['s3'] }],
      line: 'ℹ image-architecture, port-exposed  not checked: ecr:GetDownloadUrlForLayer: the response is not JSON',
    },
  ])('$name', async ({ faults, line }) => {
    const played = await playWeb({ inputs: quick, faults })
    expect(played.outputs.outcome).toBe('started')
    expect(imageLines(played)).toStrictEqual([typeof line === 'string' ? line : expect.stringMatching(line)])
    expect(JSON.stringify([played.log, played.outputs, played.summary])).not.toContain('X-Amz-Signature')
  })

  test.each(['server-error', 'connection-reset'] as const)(
    'what passes (%s) is asked again, and nothing is said',
    async kind => {
      const played = await playWeb({ inputs: quick, faults: [{ kind, times: 1, services: ['ecr'] }] })
      expect([played.outputs.outcome, imageLines(played)]).toStrictEqual(['started', []])
    },
  )
})

test('an image is looked up once, and its content is not shown', async () => {
  const secret = 'hunter2-hunter2-hunter2'
  const played = await playWeb({ software: { environment: { TOKEN: secret } }, inputs: quick })
  const requested = played.requests
    .filter(({ service, operation }) => service === 'ecr' && operation === 'BatchGetImage')
    .map(({ input }) => (input as { imageIds: readonly { imageTag: string }[] }).imageIds[0]?.imageTag)
  expect(requested.toSorted()).toStrictEqual(['1f3c9e0', commit])
  expect(JSON.stringify([played.log, played.outputs, played.summary])).not.toContain(secret)
})

test.each([
  { policy: 'any', image: imageOf(commit), requested: 0 },
  { policy: 'immutable', image: imageOf(commit), requested: 0 },
  { policy: 'digest', image: imageOf(commit), requested: 1 },
])('without checks, $policy reads $requested images', async ({ policy, image, requested }) => {
  const played = await playWeb({ inputs: { ...quick, preflight: 'off', 'image-policy': policy, image } })
  const requests = played.requests.filter(({ operation }) => operation === 'BatchGetImage')
  expect([played.outputs.outcome, requests.length]).toStrictEqual(['started', requested])
})

test('any: what moves is a warning', async () => {
  const played = await playWeb({ inputs: { ...quick, 'image-policy': 'any', image: 'nginx:latest' } })
  expect(played.outputs.outcome).toBe('started')
  expect(imageLines(played)).toStrictEqual([
    expect.stringMatching(
      /^⚠ image-moves {2}container app \(input image\): nginx:latest has the tag latest, which can move/,
    ),
  ])
})
