/** image-policy: digest: what is registered is what ECR says the tag is. */
import { describe, expect, test } from '@jest/globals'
import type { Image } from '../../simulator/ecs/resources/images.js'
import type { Software } from '../../simulator/ecs/resources/software.js'
import {
  call,
  commit,
  imageOf,
  replayHistory,
  repository,
  taskDefinition,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import { changesIn, type Played, play } from '../support/play.js'
import { imageLines, playWeb, text, update, webStory } from '../support/web-stories.js'

const digestPolicy = { 'wait-for-service-stability': 'false', 'image-policy': 'digest' }

function registered({ requests }: Played): readonly string[] {
  const [request] = requests.filter(({ operation }) => operation === 'RegisterTaskDefinition')
  const input = request?.input as { containerDefinitions: readonly { image: string }[] } | undefined
  return input?.containerDefinitions.map(({ image }) => image) ?? []
}

function imageTags({ requests }: Played): string | undefined {
  const [request] = requests.filter(({ operation }) => operation === 'RegisterTaskDefinition')
  const input = request?.input as { tags?: readonly { key: string; value: string }[] } | undefined
  return input?.tags?.find(({ key }) => key === 'ecs-safe-deploy:image-tags')?.value
}

const digestOf = ({ world }: Played, image = imageOf(commit)) => world.images.find(image)?.digest

function refused(played: Played): string {
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
  return text(played)
}

describe('image-policy: digest', () => {
  test.each<{ name: string; software: Partial<Software> }>([
    { name: 'a plain image', software: {} },
    { name: 'an index', software: { index: true } },
    { name: 'an index for two processors', software: { architectures: ['X86_64', 'ARM64'] } },
  ])('$name is registered by its own digest, and shown with its tag', async ({ software }) => {
    const played = await playWeb({ software, inputs: { 'image-policy': 'digest' } })
    const pinned = `${repository}@${digestOf(played)}`
    expect(played.outputs).toMatchObject({ outcome: 'succeeded', image: pinned })
    expect(registered(played)).toStrictEqual([pinned])
    expect(imageTags(played)).toBe(`app=${commit}`)
    const short = `web:${commit}@${digestOf(played)?.slice(0, 14)}`
    expect(text(played)).toContain(`image       app  web:1f3c9e0 → ${short}`)
    expect(played.summary).toContain(`app \`${short}\``)
    const images = [{ container: 'app', from: imageOf('1f3c9e0'), to: pinned, named: imageOf(commit) }]
    for (const output of ['plan', 'result'])
      expect(JSON.parse(played.outputs[output] ?? '')).toMatchObject({ images })
    expect(played.rendered?.text).toContain(pinned)
  })

  test('latest is as good as any tag', async () => {
    const played = await playWeb({
      inputs: { ...digestPolicy, image: imageOf('latest') },
      also: world => world.images.add(imageOf('latest'), workingSoftware),
    })
    expect(registered(played)).toStrictEqual([`${repository}@${digestOf(played, imageOf('latest'))}`])
  })

  test('a tag with a digest is registered by that digest', async () => {
    const first = await playWeb({ inputs: digestPolicy })
    const played = await playWeb({
      inputs: { ...digestPolicy, image: `${imageOf(commit)}@${digestOf(first)}` },
    })
    expect(registered(played)).toStrictEqual([`${repository}@${digestOf(first)}`])
  })

  test('what runs under the same digest is unchanged', async () => {
    const story = webStory({
      inputs: { ...digestPolicy, 'skip-unchanged': 'true', image: imageOf('1f3c9e0') },
    })
    const played = await play({
      ...story,
      setUp: world => {
        const today = world.now
        replayHistory(world, { desiredCount: 2, until: today - 3_600_000 })
        const { digest } = world.images.find(imageOf('1f3c9e0')) as Image
        call(world, 'RegisterTaskDefinition', taskDefinition(`${repository}@${digest}`))
        update(world, { taskDefinition: 'web' })
        world.advanceTo(today)
      },
    })
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['no-change', []])
  })

  test.each([
    { operations: ['BatchGetImage'], kind: 'access-denied', why: /is not known: allow ecr:BatchGetImage on arn:aws:ecr:/ },
    { operations: ['BatchGetImage'], kind: 'server-error', why: /is not known: ecr:BatchGetImage: / },
  ] as const)('a digest that ECR does not tell ($kind) is refused, and no tag is registered', async ({ why, ...fault }) => {
    const played = await playWeb({ inputs: { ...digestPolicy, preflight: 'off' }, faults: [fault] })
    expect(refused(played)).toMatch(why)
  }) // biome-ignore format: one table

  test('a tag that does not exist is refused even without checks', async () => {
    const played = await playWeb({ inputs: { ...digestPolicy, preflight: 'off', image: imageOf('no') } })
    expect(refused(played)).toContain(`${imageOf('no')} does not exist: the repository web has no tag no`)
  })

  test('an image elsewhere is refused before any call to AWS', async () => {
    const played = await playWeb({ inputs: { ...digestPolicy, image: 'nginx:1.27' } })
    expect(refused(played)).toContain(
      '"nginx:1.27" has no digest, and digests are looked up only in Amazon ECR, not in docker.io',
    )
    expect(played.requests).toStrictEqual([])
  })

  test('a plan without credentials says what it does not know, and does not refuse for it', async () => {
    const played = await playWeb({
      inputs: { ...digestPolicy, 'dry-run': 'true' },
      credentials: 'none',
    })
    expect(played.outputs.outcome).toBe('planned')
    expect(imageLines(played)).toStrictEqual([
      `ℹ image-moves  not checked: the digest of ${imageOf(commit)} was not looked up in ECR`,
    ])
  })
})

describe('whose registry it is', () => {
  test.each([
    { name: 'another account', host: '210987654321.dkr.ecr.eu-west-1.amazonaws.com' },
    { name: 'another region', host: '123456789012.dkr.ecr.us-east-1.amazonaws.com' },
    { name: 'both', host: '210987654321.dkr.ecr.us-east-1.amazonaws.com' },
    { name: 'China', host: '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn' },
    { name: 'dual-stack', host: '123456789012.dkr-ecr.eu-west-1.on.aws' },
    { name: 'FIPS', host: '123456789012.dkr.ecr-fips.us-east-1.amazonaws.com' },
  ])('$name: looked up there, and registered under the same host', async ({ host }) => {
    const image = `${host}/shop:7`
    const played = await playWeb({
      inputs: { ...digestPolicy, image },
      also: world => world.images.add(image, workingSoftware),
    })
    expect(registered(played)).toStrictEqual([`${host}/shop@${digestOf(played, image)}`])
    expect(imageLines(played)).toStrictEqual([])
  })
})
