/** `in-flight: join` where a new deployment would change something: it supersedes, and says why. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { call, imageOf, register, workingSoftware } from '../../simulator/scenarios/web-service.js'
import { inFlight, joining } from '../support/in-flight.js'
import { changesIn } from '../support/play.js'
import {
  beginning,
  deployed,
  playWeb,
  type StoryOverrides,
  text,
  update,
  verdict,
  webOf,
} from '../support/web-stories.js'

test.each<{ readonly name: string; readonly story: StoryOverrides; readonly why: RegExp | string }>([
  {
    name: 'it runs another image',
    story: inFlight({ image: imageOf('a90c7d5') }),
    why: 'It is not joined because web:8 is not what would be deployed',
  },
  {
    name: 'a value that the diff hides differs',
    story: { ...inFlight(), inputs: { 'environment-variables': 'LOG_LEVEL=debug' } },
    why: 'It is not joined because web:8 is not what would be deployed',
  },
  {
    name: 'its circuit breaker is off',
    story: inFlight({ members: { deploymentConfiguration: {} } }),
    why: 'It is not joined because the circuit breaker would be changed',
  },
  {
    name: 'a percentage would be changed',
    story: { ...inFlight(), inputs: { 'minimum-healthy-percent': '50' } },
    why: 'It is not joined because minimumHealthyPercent would be changed',
  },
  {
    name: 'the desired count would be changed',
    story: { ...inFlight(), inputs: { 'desired-count': '3' } },
    why: 'It is not joined because desiredCount would be changed',
  },
])('superseded, and the report says why, where $name', async ({ story, why }) => {
  const played = await playWeb({ ...story, inputs: { ...joining, ...story.inputs } })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '9' })
  expect(verdict(played)).toMatch(/This deployment supersedes ecs-svc\/\d+ of web:8, which was in progress/)
  expect(verdict(played)).toContain(why)
})

test.each([
  { name: 'has been pushed again', now: { exposedPorts: [5001, 9090] }, faults: [], revision: '9' },
  { name: 'is still the image that its tasks run', now: {}, faults: [], revision: '8' },
  {
    name: 'cannot be looked up',
    now: {},
    faults: [{ kind: 'access-denied', operations: ['BatchGetImage', 'DescribeRepositories'] }] as const,
    revision: '9',
  },
])('a tag that can move, and $name', async ({ faults, now, revision }) => {
  const latest = imageOf('latest')
  const story = inFlight({ image: latest })
  const also = (world: World) => {
    world.images.openRepository(latest, { kind: 'MUTABLE' })
    world.images.add(latest, workingSoftware)
    story.also?.(world)
    world.images.add(latest, { ...workingSoftware, ...now })
  }
  const inputs = { ...joining, image: latest, 'image-policy': 'any' }
  const played = await playWeb({ ...story, also, inputs, faults })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision })
  const why = 'web:latest may be another image by now than the one that its tasks run'
  expect(verdict(played).includes(why)).toBe(revision === '9')
})

test('nothing is in flight: deployed as usual', async () => {
  const played = await playWeb({ inputs: joining })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '8' })
  expect(deployed(played).length).toBe(1)
  expect(text(played)).not.toContain('joined')
})

test('a rollback of the same revision is not joined: it is waited for, and the revision is deployed again', async () => {
  const story = inFlight({
    secondsAgo: 60,
    meanwhile: world => {
      const serviceDeploymentArn = webOf(world).serviceDeployments.at(-1)?.arn
      call(world, 'StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' })
    },
  })
  const played = await playWeb({ ...story, inputs: joining })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '9' })
  expect(text(played)).toContain('because a rollback is in progress')
  expect(verdict(played)).not.toContain('joined')
})

test('of several in flight only the newest can be joined', async () => {
  const story = inFlight({
    secondsAgo: 40,
    meanwhile: world => {
      register(world, 'a90c7d5')
      update(world, { taskDefinition: 'web' })
      world.advanceTo(beginning)
    },
  })
  const played = await playWeb({ ...story, inputs: joining })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '10' })
  expect(verdict(played)).toMatch(/supersedes ecs-svc\/\d+ of web:9/)
})

test.each<{ readonly name: string; readonly story: StoryOverrides; readonly says: RegExp }>([
  {
    name: 'would join',
    story: inFlight(),
    says: /A deployment would join ecs-svc\/\d+ of web:8, in progress since/,
  },
  {
    name: 'would supersede',
    story: inFlight({ image: imageOf('a90c7d5') }),
    says: /In progress now: ecs-svc\/\d+ of web:8\. It would not be joined because web:8 is not what would be deployed/,
  },
])('a dry run says that it $name it', async ({ story, says }) => {
  const played = await playWeb({ ...story, inputs: { ...joining, 'dry-run': 'true' } })
  expect([played.outputs.outcome, changesIn(played.requests)]).toEqual(['planned', []])
  expect(verdict(played)).toMatch(says)
})

test('join and force-new-deployment contradict each other', async () => {
  const played = await playWeb({ inputs: { ...joining, 'force-new-deployment': 'true' } })
  expect(played.outputs.outcome).toBe('refused')
  expect(verdict(played)).toContain('contradicts force-new-deployment')
})
