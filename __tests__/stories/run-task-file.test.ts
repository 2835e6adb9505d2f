/** A one-off task of a file of its own, which is registered after the revision of the service. */
import { describe, expect, test } from '@jest/globals'
import { migratingSoftware } from '../../simulator/scenarios/migration.js'
import { commit, files, imageOf, taskDefinition } from '../../simulator/scenarios/web-service.js'
import {
  expectUntouched,
  type MigrationStory,
  oneOffTasks,
  playMigration,
  registerJob,
} from '../support/migration-stories.js'
import { changesIn } from '../support/play.js'
import { complaints } from '../support/schemas.js'
import { acceptedInputs, text, verdict } from '../support/web-stories.js'

const run = ['bin/migrate', '--to', 'latest']

/** Family `migrate`, with the container `app`. */
function job(container: object = {}, members: object = {}): object {
  const whole = taskDefinition('web', { command: run, portMappings: [], ...container })
  return { ...whole, family: 'migrate', ...members }
}

function filesWithJob(definition: object, name = 'migrate.json') {
  return { ...files, [name]: JSON.stringify(definition, undefined, 2) }
}

function playFile({ inputs, ...story }: MigrationStory = {}, definition = job()) {
  return playMigration({
    files: filesWithJob(definition),
    ...story,
    inputs: { 'run-task-command': '', 'run-task-definition': 'migrate.json', ...inputs },
  })
}

const image = imageOf(commit)
const ownTags = { tags: [{ key: 'team', value: 'web' }] }

describe('what is registered', () => {
  test('both revisions, in this order, and then the task runs with the image that is deployed', async () => {
    const played = await playFile()
    expect(changesIn(played.requests)).toStrictEqual([
      'RegisterTaskDefinition',
      'RegisterTaskDefinition',
      'RunTask',
      'UpdateService',
    ])
    const [own, ofTask] = acceptedInputs(played, 'RegisterTaskDefinition')
    expect([own?.family, ofTask?.family]).toStrictEqual(['web', 'migrate'])
    expect(ofTask?.containerDefinitions).toMatchObject([{ name: 'app', image, command: run }])
    expect(acceptedInputs(played, 'RunTask')).toMatchObject([
      { taskDefinition: expect.stringMatching(/task-definition\/migrate:1$/) },
    ])
    expect(oneOffTasks(played.world)).toHaveLength(1)
    expect(played.outputs).toMatchObject({
      outcome: 'succeeded',
      'task-definition-arn': expect.stringMatching(/web:8$/),
      'run-task-definition-arn': expect.stringMatching(/migrate:1$/),
    })
    expect(JSON.parse(played.outputs.result ?? '')).toMatchObject({
      runTaskDefinitionArn: played.outputs['run-task-definition-arn'],
      task: { definition: 'migrate:1', result: 'succeeded' },
    })
    expect(text(played)).toContain('registered  migrate:1, for the task')
    expect(text(played)).toContain('  task        migrate, new, from migrate.json · FARGATE')
  })

  test('nothing for the task, if it is the same as the latest revision of its family', async () => {
    const played = await playFile(
      { also: world => registerJob(world, job({ image }, ownTags)) },
      job({}, ownTags),
    )
    expect(acceptedInputs(played, 'RegisterTaskDefinition').map(({ family }) => family)).toStrictEqual([
      'web',
    ])
    expect(oneOffTasks(played.world)[0]?.taskDefinition.arn).toMatch(/migrate:1$/)
    expect(text(played)).toContain('  task        migrate:1, which is the same as migrate.json · FARGATE')
    expect(played.outputs['run-task-definition-arn']).toMatch(/migrate:1$/)
  })

  test('a revision with provenance, but without what the inputs change in that of the service', async () => {
    const inputs = {
      'environment-variables': 'LOG_LEVEL=debug',
      'task-role-arn': 'arn:aws:iam::123456789012:role/other',
      tags: 'team=shop',
    }
    const played = await playFile({ inputs })
    const [own, ofTask] = acceptedInputs(played, 'RegisterTaskDefinition')
    expect(own).toMatchObject({ taskRoleArn: inputs['task-role-arn'] })
    expect(ofTask).toMatchObject({
      taskRoleArn: 'arn:aws:iam::123456789012:role/web',
      containerDefinitions: [{ environment: expect.arrayContaining([{ name: 'LOG_LEVEL', value: 'info' }]) }],
    })
    const keys = ((ofTask?.tags ?? []) as { key: string }[]).map(({ key }) => key)
    expect(keys).toContain('ecs-safe-deploy:commit')
    expect(keys).not.toContain('team')
    expect(keys).not.toContain('ecs-safe-deploy:previous')
  })

  test('the digest of the image, as in the revision of the service', async () => {
    const played = await playFile({ inputs: { 'image-policy': 'digest' } })
    const images = acceptedInputs(played, 'RegisterTaskDefinition').map(
      ({ containerDefinitions }) => (containerDefinitions as { image: string }[])[0]?.image,
    )
    expect(images[0]).toMatch(/@sha256:/)
    expect(images[1]).toBe(images[0])
  })

  test('with its own image, if it has no container of that name, and a notice says so', async () => {
    const own = imageOf('1f3c9e0')
    const played = await playFile(
      { also: world => world.images.add(own, migratingSoftware()) },
      job({ name: 'migrate', image: own }),
    )
    expect(acceptedInputs(played, 'RegisterTaskDefinition')[1]).toMatchObject({
      containerDefinitions: [{ name: 'migrate', image: own }],
    })
    expect(text(played)).toContain(
      'migrate.json has no container app: the images of the one-off task are those of the file',
    )
    expect(played.outputs.outcome).toBe('succeeded')
  })

  test('as it stands, if no image is set', async () => {
    const played = await playFile({ inputs: { image: 'keep', 'image-policy': 'any' } }, job({ image }))
    expect(acceptedInputs(played, 'RegisterTaskDefinition')[1]).toMatchObject({
      containerDefinitions: [{ name: 'app', image }],
    })
  })

  test('placeholders are replaced in both files, and each must occur in one of them', async () => {
    const definition = job({ environment: [{ name: 'STEP', value: '<STEP>' }] })
    const inputs = { placeholders: '<STEP>=all\n<NONE>=x' }
    const refused = await playFile({ inputs }, definition)
    expect(verdict(refused)).toContain(
      '"<NONE>" (line 2) does not occur in a value of task-definition.json or migrate.json',
    )
    expect(refused.requests).toStrictEqual([])
    const played = await playFile({ inputs: { placeholders: '<STEP>=all' } }, definition)
    expect(acceptedInputs(played, 'RegisterTaskDefinition')[1]).toMatchObject({
      containerDefinitions: [{ environment: [{ name: 'STEP', value: 'all' }] }],
    })
  })
})

describe('what is wrong with the file', () => {
  test.each([
    {
      name: 'an unknown key',
      definition: job({ imagee: 'x' }),
      says: 'run-task-definition  migrate.json:12:7 unknown key containerDefinitions[0].imagee',
    },
    {
      name: 'another kind of file',
      definition: { hello: 1 },
      says: 'run-task-definition  migrate.json:2:3 this is not a task definition',
    },
  ])(
    '$name is reported with the problems of the other file, before any call',
    async ({ definition, says }) => {
      const broken = { ...taskDefinition('web'), familly: 'x' }
      const played = await playFile({
        files: {
          'task-definition.json': JSON.stringify(broken),
          'migrate.json': JSON.stringify(definition, undefined, 2),
        },
      })
      expectUntouched(played)
      expect(played.requests).toStrictEqual([])
      expect(verdict(played)).toContain('unknown key familly')
      expect(verdict(played).replace(/:\d+:\d+/g, ':0:0')).toContain(says.replace(/:\d+:\d+/, ':0:0'))
    },
  )

  test('a file that does not exist', async () => {
    const played = await playFile({ files })
    expectUntouched(played)
    expect(verdict(played)).toMatch(/run-task-definition .*"migrate.json" does not exist/)
  })

  test('its checks name the file, and refuse before anything is registered', async () => {
    const played = await playFile({}, job({}, { cpu: '256', memory: '4096', executionRoleArn: undefined }))
    expectUntouched(played)
    expect(changesIn(played.requests)).toStrictEqual([])
    expect(verdict(played)).toMatch(/fargate-size .*migrate\.json/)
    expect(verdict(played)).toMatch(/execution-role .*migrate\.json/)
  })

  test('the family of the service', async () => {
    const played = await playFile({}, { ...job(), family: 'web' })
    expect(changesIn(played.requests)).toStrictEqual([])
    expect(verdict(played)).toContain('has the family web, which is that of the service')
  })

  test('ECS refuses it: the report says what was registered, and no task runs', async () => {
    const played = await playFile({
      faults: [{ kind: 'access-denied', operations: ['RegisterTaskDefinition'], skip: 1 }],
    })
    expectUntouched(played)
    expect(oneOffTasks(played.world)).toHaveLength(0)
    expect(verdict(played)).toContain('web:8 is registered, but the service was not changed')
  })
})

describe('what runs nothing', () => {
  const unchanged = { image: imageOf('1f3c9e0') }

  test('a dry run shows the difference and both registrations, and changes nothing', async () => {
    const played = await playFile({
      also: world => registerJob(world, job({ image: imageOf('1f3c9e0') })),
      inputs: { 'dry-run': 'true' },
    })
    expect(changesIn(played.requests)).toStrictEqual([])
    expect(text(played)).toContain('  task        migrate:1 → new, from migrate.json · FARGATE')
    expect(text(played)).toMatch(/~ app\.image {2}.*1f3c9e0 → .*9be21c4/)
    expect(text(played)).toContain('RegisterTaskDefinition of migrate.json (values hidden)')
    const plan = JSON.parse(played.outputs.plan ?? '')
    expect(complaints('plan', played.outputs.plan)).toStrictEqual([])
    expect(plan.taskDefinition).toMatchObject({
      kind: 'new',
      family: 'migrate',
      previousTaskDefinitionArn: expect.stringMatching(/migrate:1$/),
      changes: [expect.stringContaining('app.image')],
    })
    expect(played.summary).toContain('Changes of migrate.json against migrate:1')
  })

  test('without credentials, a dry run still checks the file', async () => {
    const played = await playFile(
      { credentials: 'none', inputs: { 'dry-run': 'true' } },
      job({}, { cpu: '256', memory: '4096' }),
    )
    expect(verdict(played)).toMatch(/fargate-size .*migrate\.json/)
  })

  test('skip-unchanged registers and runs nothing', async () => {
    const played = await playFile({ inputs: { 'skip-unchanged': 'true', ...unchanged } })
    expect(played.outputs.outcome).toBe('no-change')
    expect(changesIn(played.requests)).toStrictEqual([])
    expect(text(played)).toContain(
      'The one-off task does not run, although migrate.json is not yet registered as it is',
    )
  })

  test('a rollback neither reads nor runs it', async () => {
    const played = await playFile({
      files,
      inputs: { rollback: 'web:6', 'task-definition': '', 'container-name': '', image: '' },
    })
    expect(played.outputs.outcome).toBe('succeeded')
    expect(changesIn(played.requests)).toStrictEqual(['UpdateService'])
  })

  test('a rollback does not depend on a registered definition either', async () => {
    const played = await playFile({
      files,
      inputs: {
        rollback: 'web:6',
        'task-definition': '',
        'container-name': '',
        image: '',
        'run-task-definition': 'gone:3',
      },
    })
    expect(played.outputs.outcome).toBe('succeeded')
  })
})

test('a task that fails names the place in its file, and leaves the service as it was', async () => {
  const played = await playFile({ migration: { exitCode: 3, logs: ['ERROR: no column'] } })
  expectUntouched(played)
  expect(verdict(played)).toContain('of migrate:1 failed')
  expect(played.outputs).toMatchObject({
    outcome: 'refused',
    'failure-class': 'container-exit',
    'run-task-definition-arn': expect.stringMatching(/migrate:1$/),
  })
})

test('without permission to read the latest revision, the file is registered, and a warning says why', async () => {
  const played = await playFile({
    faults: [{ kind: 'access-denied', operations: ['DescribeTaskDefinition'], skip: 1, times: 1 }],
  })
  expect(played.outputs['run-task-definition-arn']).toMatch(/migrate:1$/)
  expect(text(played)).toMatch(
    /The latest revision of migrate could not be read \(.*ecs:DescribeTaskDefinition.*\): migrate\.json is registered, even if nothing differs/,
  )
})
