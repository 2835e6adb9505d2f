/** The input `rollback`: back to a revision that succeeded, as it is, whatever happened since. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { codeRepository } from '../../simulator/scenarios/code-repository.js'
import {
  call,
  imageOf,
  register,
  taskDefinition,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
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

const arnOf = (name: string) => `arn:aws:ecs:eu-west-1:123456789012:task-definition/${name}`
const noChange = { 'task-definition': '', 'container-name': '', image: '' }
const back = { ...noChange, rollback: 'previous' }
const hour = 3_600_000
const crashing = { ...workingSoftware, exitsAfterSeconds: 1, exitCode: 1 }

/** What was deployed in the hours before the story; each hour, one deployment. */
function since(...steps: readonly ((world: World) => void)[]): Pick<StoryOverrides, 'history' | 'also'> {
  return {
    history: { until: beginning - steps.length * hour },
    also: world => {
      for (const [nth, step] of steps.entries()) {
        step(world)
        world.advanceTo(beginning - (steps.length - nth - 1) * hour)
      }
    },
  }
}

const breaker = {
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
}

function deploy(tag: string, software = workingSoftware) {
  return (world: World) => {
    world.images.add(imageOf(tag), software)
    register(world, tag)
    update(world, { taskDefinition: 'web', ...breaker })
  }
}

const denied = (...operations: string[]): Fault[] => [{ kind: 'access-denied', operations }]

const deployAgain = (taskDefinition: string) => (world: World) => update(world, { taskDefinition })

test('goes back to the revision before, and leaves its tags', async () => {
  const tags = [{ key: 'ecs-safe-deploy:actor', value: 'mona' }]
  const played = await playWeb({
    inputs: { ...back, environment: 'production', 'github-token': 'ghs_simulated' },
    also: world => call(world, 'TagResource', { resourceArn: arnOf('web:6'), tags }),
  })
  expect(changesIn(played.requests)).toStrictEqual(['UpdateService'])
  expect(played.outputs).toMatchObject({
    outcome: 'succeeded',
    'task-definition-arn': arnOf('web:6'),
    'previous-task-definition-arn': arnOf('web:7'),
    'serving-task-definition-arn': arnOf('web:6'),
  })
  expect(played.log[0]).toMatch(
    /^ {2}ℹ rollback: previous means web:6, the last revision other than web:7 whose deployment succeeded, 2026-01-09 /,
  )
  expect(text(played)).toContain('  revision    web:7 → web:6, as it is (rollback)')
  expect(JSON.parse(played.outputs.result ?? '')).toMatchObject({
    asIs: true,
    rollback: true,
    run: { actor: 'octocat' },
  })
  expect(played.world.github.open(codeRepository).deployments).toMatchObject([
    {
      description: 'web:6 to web on prod (Amazon ECS), a rollback',
      payload: { rollback: true, actor: 'octocat', taskDefinition: arnOf('web:6') },
    },
  ])
  expect(call(played.world, 'ListTagsForResource', { resourceArn: arnOf('web:6') })).toStrictEqual({ tags })
})

test('a dry run shows the difference backwards and changes nothing', async () => {
  const played = await playWeb({ inputs: { ...back, 'dry-run': 'true' } })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['planned', []])
  expect(JSON.parse(played.outputs.plan ?? '')).toMatchObject({
    asIs: { taskDefinitionArn: arnOf('web:6'), rollback: true },
    images: [{ from: imageOf('1f3c9e0'), to: imageOf('a90c7d5') }],
    changes: [`~ app.image  ${imageOf('1f3c9e0')} → ${imageOf('a90c7d5')}`],
  })
  expect(played.summary).toContain('`web:7` → `web:6`')
})

test.each<{ name: string; before: Pick<StoryOverrides, 'history' | 'also'>; goes: string }>([
  {
    name: 'not to a revision that failed',
    before: since(deploy('bad', crashing), deploy('good')),
    goes: 'web:9 → web:7',
  },
  {
    name: 'not to the same revision, deployed twice',
    before: since(world => update(world, { forceNewDeployment: true })),
    goes: 'web:7 → web:6',
  },
  {
    name: 'to a revision that was registered later, but deployed before',
    before: since(
      world => call(world, 'RegisterTaskDefinition', taskDefinition(imageOf('1f3c9e0'))),
      deploy('later'),
      deployAgain('web:8'),
    ),
    goes: 'web:8 → web:9',
  },
  {
    name: 'further back, where ECS has rolled back already',
    before: since(deploy('bad', crashing)),
    goes: 'web:7 → web:6',
  },
])('$name', async ({ before, goes }) => {
  const played = await playWeb({ ...before, inputs: back })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(text(played)).toContain(`  revision    ${goes}, as it is (rollback)`)
})

test('says first that ECS has rolled back already', async () => {
  const played = await playWeb({ ...since(deploy('bad', crashing)), inputs: { ...back, 'dry-run': 'true' } })
  expect(played.log.slice(0, 3).join('\n')).toContain(
    '⚠ ECS has already rolled back web:8, the newest deployment: this goes back further, from web:7 to web:6.',
  )
  expect(played.annotations).toContainEqual(
    expect.objectContaining({ level: 'warning', message: expect.stringContaining('goes back further') }),
  )
})

test('a second rollback does not undo the first', async () => {
  const played = await playWeb({ ...since(deployAgain('web:6')), inputs: back })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
  expect(verdict(played)).toContain(
    'previous would be web:7, which a rollback to web:6 has left: going there would undo that rollback. If you mean it, write rollback: web:7, or rollback: web:5, which succeeded before both',
  )
})

test('a deployment in progress is what is left', async () => {
  const played = await playWeb({
    also: deploy('slow', { ...workingSoftware, startSeconds: 40 }),
    inputs: back,
  })
  expect(played.outputs).toMatchObject({
    outcome: 'succeeded',
    'serving-task-definition-arn': arnOf('web:7'),
    'task-definition-arn': arnOf('web:7'),
  })
})

const rollingBack: StoryOverrides = {
  history: { until: beginning - 40_000 },
  also: world => {
    deploy('slow', { ...workingSoftware, startSeconds: 300 })(world)
    world.advanceTo(beginning - 10_000)
    const serviceDeploymentArn = webOf(world).serviceDeployments.at(-1)?.arn
    call(world, 'StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' })
    world.advanceTo(beginning)
  },
}

test('a rollback of ECS in progress is waited for, and is enough', async () => {
  const played = await playWeb({ ...rollingBack, inputs: back })
  expect(text(played)).toContain('a rollback is in progress')
  expect(played.outputs).toMatchObject({
    outcome: 'no-change',
    'serving-task-definition-arn': arnOf('web:7'),
  })
  expect(changesIn(played.requests)).toStrictEqual([])
})

test('a rollback of ECS in progress whose origin cannot be read is not followed by a guess', async () => {
  const played = await playWeb({
    ...rollingBack,
    faults: denied('ListServiceDeployments'),
    inputs: back,
  })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
  expect(verdict(played)).toContain('ECS seems to be rolling back')
})

test.each([
  { name: 'a number', rollback: '5' },
  { name: 'a family and a revision', rollback: 'web:5' },
  { name: 'an ARN', rollback: arnOf('web:5') },
])('goes to $name', async ({ rollback }) => {
  const played = await playWeb({ inputs: { ...noChange, rollback } })
  expect(deployed(played)).toMatchObject([{ taskDefinition: arnOf('web:5') }])
  expect(played.outputs.outcome).toBe('succeeded')
})

test.each([
  { inputs: {}, outcome: 'no-change', changes: [] },
  { inputs: { 'force-new-deployment': 'true' }, outcome: 'succeeded', changes: ['UpdateService'] },
])('the revision that serves: $outcome', async ({ inputs, outcome, changes }) => {
  const played = await playWeb({ inputs: { ...noChange, rollback: '7', ...inputs } })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual([outcome, changes])
})

const tagPrevious = (value: string) => (world: World) =>
  call(world, 'TagResource', {
    resourceArn: arnOf('web:7'),
    tags: [{ key: 'ecs-safe-deploy:previous', value }],
  })

test.each(['ListServiceDeployments', 'DescribeServiceRevisions'])(
  'without %s, the tag of the revision says what was before',
  async operation => {
    const played = await playWeb({ faults: denied(operation), also: tagPrevious('web:4'), inputs: back })
    expect(deployed(played)).toMatchObject([{ taskDefinition: arnOf('web:4') }])
    expect(played.log[0]).toContain(
      `rollback: previous means web:4, by the tag ecs-safe-deploy:previous of web:7: allow ecs:${operation}`,
    )
  },
)

test.each<{ name: string; story: StoryOverrides; says: string }>([
  {
    name: 'without the list and without a tag',
    story: { faults: denied('ListServiceDeployments') },
    says: 'there is nothing to go back to: allow ecs:ListServiceDeployments',
  },
  {
    name: 'with a tag that names no revision',
    story: { faults: denied('ListServiceDeployments'), also: tagPrevious('main') },
    says: 'there is nothing to go back to',
  },
  {
    name: 'an INACTIVE revision',
    story: { also: world => call(world, 'DeregisterTaskDefinition', { taskDefinition: 'web:6' }) },
    says: '"web:6" is INACTIVE, and ECS deploys only ACTIVE revisions: name another one, or register a copy of it with task-definition-arn: web:6 instead of rollback',
  },
  {
    name: 'a revision that does not exist',
    story: { inputs: { rollback: '41' } },
    says: '"web:41" was not found',
  },
  {
    name: 'a revision whose tags image-policy: digest would replace',
    story: { inputs: { 'image-policy': 'digest' } },
    says: 'web:6 names an image without a digest',
  },
])('refused: $name', async ({ story, says }) => {
  const played = await playWeb({ ...story, inputs: { ...back, ...story.inputs } })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
  expect(verdict(played)).toContain(says)
})

test('every input that contradicts it is named at once, before any call', async () => {
  const played = await playWeb({ inputs: { rollback: 'previous', tags: 'a=b' } })
  expect([played.outputs.outcome, played.requests]).toStrictEqual(['refused', []])
  for (const input of ['task-definition', 'container-name', 'image', 'tags'])
    expect(verdict(played)).toMatch(new RegExp(`^ {2}${input} +is set, and so is rollback`, 'm'))
})

test('an unreadable list is not taken for an empty one', async () => {
  const played = await playWeb({
    faults: [{ kind: 'server-error', operations: ['ListServiceDeployments'] }],
    also: tagPrevious('web:4'),
    inputs: { ...back, 'max-retries': '2' },
  })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
})
