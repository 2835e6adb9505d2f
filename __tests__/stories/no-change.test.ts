/** `skip-unchanged`: nothing is registered or updated where the service runs already what would be deployed. */
import { expect, test } from '@jest/globals'
import { call, taskDefinition, workingSoftware } from '../../simulator/scenarios/web-service.js'
import { diff } from '../../src/core/task-definition/diff.js'
import { withTags } from '../../src/core/task-definition/task-definition.js'
import type { Json, JsonObject } from '../../src/core/text/json.js'
import { changesIn, play } from '../support/play.js'
import { playWeb, verdict, webOf, webStory } from '../support/web-stories.js'

/** The image that web:7 runs. */
const live = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1f3c9e0'
const skipping = { 'skip-unchanged': 'true', image: live, 'wait-for-service-stability': 'false' }

test.each([
  { name: 'from the file', inputs: {} },
  { name: 'from the live definition', inputs: { 'task-definition': '', 'container-name': '', image: '' } },
  { name: 'though the provenance would be another one', inputs: { 'provenance-tags': 'true' } },
  { name: 'though the breaker would be switched on', inputs: { 'circuit-breaker': 'rollback' } },
  {
    name: 'with an input whose value is already set',
    inputs: { 'environment-variables': 'LOG_LEVEL=info\nFEATURE_BANNER=' },
  },
])('nothing differs, $name', async ({ inputs }) => {
  const played = await playWeb({ inputs: { ...skipping, ...inputs } })
  expect([played.passed, changesIn(played.requests)]).toStrictEqual([true, []])
  expect(played.outputs).toMatchObject({
    outcome: 'no-change',
    'task-definition-arn': '',
    'serving-task-definition-arn': expect.stringMatching(/web:7$/),
    'previous-task-definition-arn': expect.stringMatching(/web:7$/),
    'task-definition': expect.stringMatching(/task-definition\.json$/),
  })
  expect(played.log.join('\n')).toContain('✓ no-change: web:7 serves and nothing differs from it')
})

/** As somebody else would write it: other units, another order, and what ECS fills in or alone writes. */
const different = (() => {
  const { containerDefinitions, ...around } = taskDefinition(live) as {
    containerDefinitions: [{ environment: object[]; portMappings: object[] }]
  }
  const [app] = containerDefinitions
  return {
    taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:6',
    revision: 6,
    status: 'INACTIVE',
    registeredBy: 'somebody',
    volumes: [],
    placementConstraints: [],
    ...around,
    cpu: '.5 vCPU',
    memory: '1 GB',
    containerDefinitions: [
      {
        mountPoints: [],
        systemControls: [],
        cpu: 0,
        ...app,
        environment: app.environment.toReversed(),
        portMappings: [{ protocol: 'tcp', hostPort: 5001, containerPort: 5001 }],
      },
    ],
  }
})()

test('nothing differs from a file in another order, with what ECS fills in written out', async () => {
  const story = webStory({ inputs: skipping })
  const played = await play({ ...story, files: { 'task-definition.json': JSON.stringify(different) } })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['no-change', []])
})

test.each([
  { name: 'an image', inputs: { image: '' } },
  { name: 'a value that the diff hides', inputs: { 'environment-variables': 'LOG_LEVEL=debug' } },
  { name: 'a value that becomes empty', inputs: { 'environment-variables': 'LOG_LEVEL=' } },
  { name: 'a tag', inputs: { tags: 'stage=prod' } },
  { name: 'an unset switch, though nothing does', inputs: { 'skip-unchanged': 'false' } },
])('it is deployed where it differs by $name', async ({ inputs }) => {
  const { image: _, ...rest } = skipping
  const merged = inputs.image === '' ? rest : { ...skipping, ...inputs }
  const played = await playWeb({ inputs: merged })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual([
    'started',
    ['RegisterTaskDefinition', 'UpdateService'],
  ])
})

test('what was registered does not differ from what ECS makes of it', async () => {
  const inputs = {
    ...skipping,
    tags: 'stage=prod',
    'environment-variables': 'LOG_LEVEL=debug',
    'wait-for-service-stability': '',
  }
  const first = await playWeb({ inputs })
  const registered = first.requests.find(({ operation }) => operation === 'RegisterTaskDefinition')?.input
  expect([first.outputs.outcome, registered]).toMatchObject([
    'succeeded',
    { tags: [{ key: 'stage' }, {}, {}, {}, {}, {}] },
  ])
  const { taskDefinition, tags } = call(first.world, 'DescribeTaskDefinition', {
    taskDefinition: 'web:8',
    include: ['TAGS'],
  }) as { taskDefinition: JsonObject; tags: Json }
  expect(diff(withTags(taskDefinition, tags), registered as JsonObject)).toStrictEqual([])
})

test('a service that is scaled to zero: nothing differs, and no revision is said to serve', async () => {
  const played = await playWeb({ inputs: skipping, history: { desiredCount: 0 } })
  expect(played.outputs).toMatchObject({ outcome: 'no-change', 'serving-task-definition-arn': '' })
  expect(verdict(played)).toContain('✓ no-change: nothing differs from web:7, and the desired count is 0;')
  expect(played.summary).toContain('no change, the service is scaled to zero')
  expect(played.log.join('\n') + played.summary).not.toMatch(/web:7`? serves/)
})

test('a service whose tasks have all died is deployed again, and nothing vouches for it', async () => {
  const played = await playWeb({
    inputs: { ...skipping, 'wait-for-service-stability': '' },
    also: world => {
      world.images.add(live, { ...workingSoftware, exitsAfterSeconds: 1, exitCode: 1 })
      for (const task of world.tasksOf(webOf(world)))
        Object.assign(task, { desiredStatus: 'STOPPED', lastStatus: 'STOPPED' })
    },
  })
  expect(played.passed).toBe(false)
  expect(verdict(played)).toContain(
    'Nothing differs from web:7, but it is deployed again because no task of it runs.',
  )
})

test('a plan says that there would be none', async () => {
  const played = await playWeb({
    inputs: { ...skipping, 'dry-run': 'true', 'wait-for-service-stability': '' },
  })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['planned', []])
  expect(played.log.join('\n')).toContain(
    'A deployment would end with no-change and send nothing of this plan: nothing differs.',
  )
})
