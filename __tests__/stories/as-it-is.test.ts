/** A revision that inputs name, and change nothing of, is deployed as it is: nothing is registered. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import {
  call,
  imageOf,
  repository,
  taskDefinition,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import { changesIn, type Played } from '../support/play.js'
import { deployed, playWeb, type StoryOverrides, text, verdict } from '../support/web-stories.js'

const arnOf = (name: string) => `arn:aws:ecs:eu-west-1:123456789012:task-definition/${name}`
const noChange = { 'task-definition': '', 'container-name': '', image: '' }

test.each<{ name: string; inputs: Readonly<Record<string, string>> }>([
  { name: 'an ARN', inputs: { 'task-definition-arn': arnOf('web:5') } },
  { name: 'a family and a revision in one', inputs: { 'task-definition-arn': 'web:5' } },
  {
    name: 'a family and a revision',
    inputs: { 'task-definition-family': 'web', 'task-definition-revision': '5' },
  },
  {
    name: 'a revision whose image stays',
    inputs: { 'task-definition-arn': 'web:5', 'container-name': 'app', image: 'keep' },
  },
])('$name', async ({ inputs }) => {
  const played = await playWeb({ inputs: { ...noChange, ...inputs } })
  expect(changesIn(played.requests)).toStrictEqual(['UpdateService'])
  expect(deployed(played)).toMatchObject([{ taskDefinition: arnOf('web:5') }])
  expect(deployed(played)[0]).not.toHaveProperty('forceNewDeployment')
  expect(played.outputs).toMatchObject({
    outcome: 'succeeded',
    revision: '5',
    'task-definition-arn': arnOf('web:5'),
    'serving-task-definition-arn': arnOf('web:5'),
    'previous-task-definition-arn': arnOf('web:7'),
  })
  expect(text(played)).toContain('  revision    web:7 → web:5, as it is')
  expect(text(played)).not.toContain('registered  ')
})

test('a dry run shows the difference backwards, and no registration', async () => {
  const played = await playWeb({
    inputs: { ...noChange, 'task-definition-arn': 'web:5', 'dry-run': 'true' },
  })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['planned', []])
  const plan = JSON.parse(played.outputs.plan ?? '')
  expect(plan).toMatchObject({
    asIs: { taskDefinitionArn: arnOf('web:5') },
    tags: [],
    images: [{ from: imageOf('1f3c9e0'), to: imageOf('e44d018') }],
  })
  expect(verdict(played)).toContain('planned: web:5 would be deployed as it is to the service web')
  expect(text(played)).toContain('"taskDefinition": "web:5"')
  expect(played.summary).not.toContain('RegisterTaskDefinition')
})

test.each([
  { name: 'an image', inputs: { 'container-name': 'app', image: imageOf('9be21c4') } },
  { name: 'a tag', inputs: { tags: 'team=shop' } },
  { name: 'a role', inputs: { 'task-role-arn': 'arn:aws:iam::123456789012:role/other' } },
  { name: 'a digest', inputs: { 'image-policy': 'digest' } },
])('$name of ours takes a new revision', async ({ inputs }) => {
  const played = await playWeb({ inputs: { ...noChange, 'task-definition-arn': 'web:5', ...inputs } })
  expect(changesIn(played.requests)).toStrictEqual(['RegisterTaskDefinition', 'UpdateService'])
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '8' })
})

test('an INACTIVE revision is refused before anything is changed', async () => {
  const played = await playWeb({
    also: world => call(world, 'DeregisterTaskDefinition', { taskDefinition: 'web:5' }),
    inputs: { ...noChange, 'task-definition-arn': 'web:5' },
  })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
  expect(verdict(played)).toContain('"web:5" is INACTIVE, and ECS deploys only ACTIVE revisions')
})

test('the revision that the service has already is deployed again', async () => {
  const played = await playWeb({ inputs: { ...noChange, 'task-definition-arn': 'web:7' } })
  expect(changesIn(played.requests)).toStrictEqual(['UpdateService'])
  expect(deployed(played)).toMatchObject([{ taskDefinition: arnOf('web:7'), forceNewDeployment: true }])
  expect(played.outputs.outcome).toBe('succeeded')
  expect(verdict(played)).toContain('web:7 is deployed again: the service is set to it already.')
})

test('with skip-unchanged, the revision that serves is not deployed again', async () => {
  const played = await playWeb({
    inputs: { ...noChange, 'task-definition-arn': 'web:7', 'skip-unchanged': 'true' },
  })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['no-change', []])
})

test.each([
  { name: 'another revision', revision: 'web:8', serving: 'web:7' },
  { name: 'the revision that serves, whose image was pushed again', revision: 'web:7', serving: 'web:7' },
])('$name fails and is rolled back', async ({ revision, serving }) => {
  const image = imageOf(revision === 'web:8' ? 'bad' : '1f3c9e0')
  const played = await playWeb({
    also: world => {
      world.images.openRepository(repository, { kind: 'MUTABLE' })
      world.images.add(image, { ...workingSoftware, exitsAfterSeconds: 1, exitCode: 1 })
      if (revision === 'web:8') call(world, 'RegisterTaskDefinition', taskDefinition(image))
    },
    inputs: { ...noChange, 'task-definition-arn': revision },
  })
  expect(changesIn(played.requests)).not.toContain('RegisterTaskDefinition')
  expect(played.outputs).toMatchObject({
    outcome: 'rolled-back',
    'task-definition-arn': arnOf(revision),
    'serving-task-definition-arn': arnOf(serving),
  })
})

test('canceled before the update: nothing of ours is registered', async () => {
  const played = await playWeb({ inputs: { ...noChange, 'task-definition-arn': 'web:5' }, cancelAfter: 0 })
  expect(played.outputs).toMatchObject({ outcome: 'cancelled', 'task-definition-arn': '' })
  expect(verdict(played)).not.toContain('is registered')
})

const digestOf = (played: Played, tag: string) => played.world.images.find(imageOf(tag))?.digest ?? 'none'
const pushAgain = (world: World) => {
  world.images.openRepository(repository, { kind: 'MUTABLE' })
  world.images.add(imageOf('e44d018'), { ...workingSoftware, exposedPorts: [5001, 9000] })
}

test('a tag that was pushed again: going back to the revision is not going back to the image', async () => {
  const before: string[] = []
  const played = await playWeb({
    also: world => {
      before.push(world.images.find(imageOf('e44d018'))?.digest ?? '')
      pushAgain(world)
      const tags = [{ key: 'ecs-safe-deploy:commit', value: 'e44d0185b3e9f2c07a61d81d4e7b2c9f0aa1f3c9' }]
      call(world, 'TagResource', { resourceArn: arnOf('web:5'), tags })
    },
    inputs: { ...noChange, 'task-definition-arn': 'web:5' },
  })
  const now = digestOf(played, 'e44d018')
  expect(before).not.toContain(now)
  expect(played.outputs.outcome).toBe('succeeded')
  expect(text(played)).toContain(
    `⚠ tag-moved  going back to web:5 does not go back to the image that it ran: web:e44d018 of container app was ${before[0]}, and its tag is ${now} now`,
  )
  expect(text(played)).toContain(`  digest      app  ${before[0]} when ECS last deployed it`)
  expect(JSON.parse(played.outputs.plan ?? '').asIs.digests).toStrictEqual([
    { container: 'app', digest: before[0] },
  ])
  // The commit of the tags is not that of the image.
  expect(text(played)).not.toContain('e44d018, because')
})

test.each<{ name: string; story: StoryOverrides; says: string | undefined }>([
  { name: 'a tag that is what it was', story: {}, says: undefined },
  {
    name: 'a tag that may move, and whose digest may not be read',
    story: { faults: [{ kind: 'access-denied', operations: ['DescribeServiceRevisions'] }], also: pushAgain },
    says: 'going back to web:5 may not go back to the image that it ran: web:e44d018 of container app has a tag, and allow ecs:DescribeServiceRevisions',
  },
  {
    name: 'a registry that may not be read',
    story: { faults: [{ kind: 'access-denied', operations: ['BatchGetImage'] }] },
    says: 'what its tag means now is not known: allow ecr:BatchGetImage',
  },
])('$name', async ({ story, says }) => {
  const inputs = { ...noChange, 'task-definition-arn': 'web:5', 'dry-run': 'true' }
  const played = await playWeb({ ...story, inputs })
  expect(played.outputs.outcome).toBe('planned')
  if (says === undefined) expect(text(played)).not.toContain('tag-moved')
  else expect(text(played)).toContain(says)
})

test('images with digests need no record of deployments', async () => {
  const played = await playWeb({
    also: world => {
      const { digest } = world.images.find(imageOf('e44d018')) ?? {}
      call(world, 'RegisterTaskDefinition', taskDefinition(`${repository}@${digest}`))
    },
    inputs: {
      ...noChange,
      'task-definition-arn': 'web:8',
      'image-policy': 'digest',
      'dry-run': 'true',
      'job-summary': 'false',
    },
  })
  expect(played.outputs.outcome).toBe('planned')
  expect(JSON.parse(played.outputs.plan ?? '').asIs).toMatchObject({ digests: [] })
  expect(played.requests.map(({ operation }) => operation)).not.toContain('ListServiceDeployments')
})
