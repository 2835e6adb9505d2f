/** A tag that ECR shows only some seconds after it was pushed or replicated. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { commit, imageOf, workingSoftware } from '../../simulator/scenarios/web-service.js'
import { changesIn, type Played } from '../support/play.js'
import { playWeb, type StoryOverrides, text } from '../support/web-stories.js'

const late = 'f00dfeed'
const image = imageOf(late)
const waiting = `Waiting for at most 30 s for web:${late}, which Amazon ECR does not have yet.`

const pushedAfter = (ms: number) => (world: World) =>
  world.after(ms, () => world.images.add(image, workingSoftware))

function reads({ requests }: Played): number {
  return requests.filter(
    ({ operation, input }) => operation === 'BatchGetImage' && JSON.stringify(input).includes(late),
  ).length
}

test.each<{ readonly name: string; readonly story: StoryOverrides }>([
  { name: 'the input image', story: { inputs: { image } } },
  {
    name: 'the input images',
    story: { inputs: { image: '', 'container-name': '', images: `app=${image}` } },
  },
  { name: 'a digest to find', story: { inputs: { image, 'image-policy': 'digest' } } },
])('$name, pushed 12 s after the start: the deployment waits for it, and says so', async ({ story }) => {
  const played = await playWeb({ ...story, also: pushedAfter(12_000) })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.log.filter(line => line.trim() === waiting)).toHaveLength(1)
  expect(reads(played)).toBe(4)
})

test('an image that never arrives is refused after half a minute', async () => {
  const played = await playWeb({ inputs: { image } })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
  expect(text(played)).toContain(`the repository web has no tag ${late}`)
  expect(reads(played)).toBe(7)
  expect(played.took).toBeGreaterThanOrEqual(30_000)
  expect(played.took).toBeLessThan(40_000)
})

test('canceled while it waits: nothing is changed', async () => {
  const played = await playWeb({ inputs: { image }, cancelAfter: 7_000 })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['cancelled', []])
  expect(played.took).toBeLessThan(10_000)
})

test.each<{ readonly name: string; readonly story: StoryOverrides; readonly outcome: string }>([
  { name: 'a dry run', story: { inputs: { image, 'dry-run': 'true' } }, outcome: 'planned' },
  {
    name: 'an image that only the file names',
    story: {
      inputs: { image: '', 'container-name': '', 'task-definition': 'late.json' },
      files: {
        'late.json': JSON.stringify({ family: 'web', containerDefinitions: [{ name: 'app', image }] }),
      },
    },
    outcome: 'refused',
  },
  {
    name: 'a repository that does not exist',
    story: { inputs: { image: image.replace('/web:', '/wbe:') } },
    outcome: 'refused',
  },
  {
    name: 'a tag that is refused because it can move',
    story: { inputs: { image: image.replace(late, 'latest') } },
    outcome: 'refused',
  },
  {
    name: 'an image of a pull through cache',
    story: {
      inputs: { image: image.replace('/web:', '/docker-hub/library/web:') },
      also: world => world.images.openRepository(image.replace(/web:.*/, 'docker-hub/library/web')),
    },
    outcome: 'refused',
  },
])('$name does not wait', async ({ story, outcome }) => {
  const played = await playWeb({ idleFaults: 'allowed', ...story })
  expect(played.outputs.outcome).toBe(outcome)
  expect(played.took).toBeLessThan(5_000)
  expect(text(played)).not.toContain('Waiting for')
})

test.each([
  {
    image: `docker-hub/library/nginx:${commit}`,
    advice:
      'If docker-hub is the prefix of a pull through cache rule: pull the tag once (docker pull), since ECR has it only then.',
  },
  {
    image: `mirror/ghcr.io/octo/web@sha256:${'5d'.repeat(32)}`,
    advice:
      'If mirror/ghcr.io is the prefix of a pull through cache rule: pull the image by its tag once, since a digest alone is never fetched from upstream.',
  },
])('$image: the refusal knows of pull through caches', async ({ image: name, advice }) => {
  const reference = image.replace(/web:.*/, name)
  const played = await playWeb({ inputs: { image: reference } })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
  expect(text(played)).toContain(advice)
})
