/** A one-off task before the deployment: what it gets, and what is said of it. */
import { describe, expect, test } from '@jest/globals'
import { command, oneOffTasks, playMigration, registerJob } from '../support/migration-stories.js'
import { changesIn } from '../support/play.js'
import { acceptedInputs, text, verdict } from '../support/web-stories.js'

test('it runs before UpdateService, with network, launch type and platform version of the service', async () => {
  const played = await playMigration()
  expect(played.outputs.outcome).toBe('succeeded')
  expect(changesIn(played.requests)).toStrictEqual(['RegisterTaskDefinition', 'RunTask', 'UpdateService'])
  expect(acceptedInputs(played, 'RunTask')).toStrictEqual([
    {
      cluster: 'prod',
      taskDefinition: expect.stringMatching(/task-definition\/web:8$/),
      count: 1,
      launchType: 'FARGATE',
      platformVersion: 'LATEST',
      startedBy: 'GitHub-Actions',
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: ['subnet-0a1b2c3d4e5f60718', 'subnet-0f9e8d7c6b5a40312'],
          securityGroups: ['sg-0c4d2e6f8a1b3c5d7'],
          assignPublicIp: 'DISABLED',
        },
      },
      overrides: { containerOverrides: [{ name: 'app', command: ['bin/migrate', '--to', 'latest'] }] },
      clientToken: expect.stringMatching(/^20177123456-1-[0-9a-f]{32}$/),
    },
  ])
})

test('its log appears while it runs, in a group, and its end in log, summary and outputs', async () => {
  const played = await playMigration()
  const { log, outputs, summary } = played
  const at = (line: string | RegExp) =>
    log.findIndex(one => (typeof line === 'string' ? one === line : line.test(one)))

  expect(at('▸ Task of web:8')).toBeGreaterThan(0)
  expect(at('  app | 0042_add_orders ok')).toBeGreaterThan(at('▸ Task of web:8'))
  expect(at('  app | 0044_drop_cart ok')).toBeLessThan(
    at(/ {2}✓ task [0-9a-f]{8} of web:8 ended with exit code 0 after \d:\d\d/),
  )
  expect(log.filter(line => line.includes('0042_add_orders'))).toHaveLength(1)
  expect(summary).toMatch(/One-off task `[0-9a-f]{8}` of `web:8` ended with exit code 0 after \d:\d\d\./)
  const [task] = oneOffTasks(played.world)
  expect([outputs['run-task-arn'], outputs['run-task-exit-code']]).toStrictEqual([
    JSON.stringify([task?.arn]),
    '0',
  ])
  expect(JSON.parse(outputs.result ?? '').task).toMatchObject({
    result: 'succeeded',
    definition: 'web:8',
    exitCode: 0,
  })
})

test('the lines of its log are shown while it runs, not at its end', async () => {
  const { log } = await playMigration({ migration: { startSeconds: 200, exitsAfterSeconds: 300 } })
  const first = log.findIndex(line => line.includes('3 migrations to run'))
  expect(first).toBeGreaterThan(log.findIndex(line => / {2}running$/.test(line)))
  expect(first).toBeLessThan(log.findIndex(line => / {2}(?:deprovisioning|stopped)$/.test(line)))
})

describe('where it runs', () => {
  const spot = '[{"capacityProvider": "FARGATE_SPOT", "weight": 1}]'
  const withProviders = {
    history: { service: {} },
    also: (world: Parameters<typeof registerJob>[0]) => {
      const cluster = world.clusters.get('prod')
      if (cluster)
        world.clusters.set('prod', {
          ...cluster,
          attributes: { capacityProviders: ['FARGATE', 'FARGATE_SPOT'] },
        })
    },
  }

  test('lists are trimmed, and each member of the network that is not given is that of the service', async () => {
    const played = await playMigration({
      inputs: { 'run-task-subnets': ' subnet-1 ,\n subnet-2 ', 'run-task-assign-public-IP': 'ENABLED' },
    })
    expect(acceptedInputs(played, 'RunTask')[0]?.networkConfiguration).toStrictEqual({
      awsvpcConfiguration: {
        subnets: ['subnet-1', 'subnet-2'],
        securityGroups: ['sg-0c4d2e6f8a1b3c5d7'],
        assignPublicIp: 'ENABLED',
      },
    })
  })

  test('a strategy takes the place of the launch type of the service', async () => {
    const played = await playMigration({
      ...withProviders,
      inputs: { 'run-task-capacity-provider-strategy': spot },
    })
    const [input] = acceptedInputs(played, 'RunTask')
    expect(input).toMatchObject({ capacityProviderStrategy: JSON.parse(spot), platformVersion: 'LATEST' })
    expect(input).not.toHaveProperty('launchType')
    expect(played.outputs.outcome).toBe('succeeded')
  })

  test('with everything of the official action', async () => {
    const played = await playMigration({
      inputs: {
        'run-task-command': '',
        'run-task-container-overrides': `[{"name": "app", "command": ${command}, "environment": [{"name": "STEP", "value": "all of it"}]}]`,
        'run-task-started-by': 'release/7',
        'run-task-tags': '[{"key": "team", "value": "web"}]',
        'run-task-launch-type': 'FARGATE',
        'enable-ecs-managed-tags': 'true',
        'propagate-tags': 'TASK_DEFINITION',
      },
    })
    expect(acceptedInputs(played, 'RunTask')).toMatchObject([
      {
        startedBy: 'release/7',
        tags: [{ key: 'team', value: 'web' }],
        launchType: 'FARGATE',
        enableECSManagedTags: true,
        propagateTags: 'TASK_DEFINITION',
        overrides: {
          containerOverrides: [
            {
              name: 'app',
              command: JSON.parse(command),
              environment: [{ name: 'STEP', value: 'all of it' }],
            },
          ],
        },
      },
    ])
    expect(played.outputs.outcome).toBe('succeeded')
  })

  test('without a service, the revision is registered and the task runs with the default of the cluster', async () => {
    const played = await playMigration({
      also: world => {
        const cluster = world.clusters.get('prod')
        const defaultCapacityProviderStrategy = [{ capacityProvider: 'FARGATE', weight: 1 }]
        const attributes = { capacityProviders: ['FARGATE'], defaultCapacityProviderStrategy }
        if (cluster) world.clusters.set('prod', { ...cluster, attributes })
      },
      inputs: { service: '', 'run-task-subnets': 'subnet-1' },
    })
    const [input] = acceptedInputs(played, 'RunTask')
    expect(input).not.toHaveProperty('launchType')
    expect(changesIn(played.requests)).toStrictEqual(['RegisterTaskDefinition', 'RunTask'])
    expect([played.outputs.outcome, played.outputs['run-task-exit-code']]).toStrictEqual(['registered', '0'])
  })
})

describe('another definition', () => {
  test('runs instead of the new revision', async () => {
    const played = await playMigration({ also: registerJob, inputs: { 'run-task-definition': 'migrate:1' } })
    expect(acceptedInputs(played, 'RunTask')).toMatchObject([
      { taskDefinition: expect.stringMatching(/task-definition\/migrate:1$/) },
    ])
    expect(text(played)).toContain('▸ Task of migrate:1')
    expect(played.outputs.outcome).toBe('succeeded')
  })

  test.each([
    { name: 'absent', value: 'absent:3', says: /run-task-definition +"absent:3" was not found/ },
    {
      name: 'neither a file nor a name',
      value: 'migrate everything',
      says: /is neither a file nor a registered task definition/,
    },
  ])('that is $name is refused before anything is changed', async ({ value, says }) => {
    const played = await playMigration({ inputs: { 'run-task-definition': value } })
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
    expect(verdict(played)).toMatch(says)
  })

  test('that is INACTIVE is refused before anything is changed', async () => {
    const played = await playMigration({
      also: world => {
        registerJob(world)
        const [definition] = world.families.get('migrate') ?? []
        if (definition) definition.status = 'INACTIVE'
      },
      inputs: { 'run-task-definition': 'migrate:1' },
    })
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
    expect(verdict(played)).toContain('"migrate:1" is INACTIVE, and ECS runs no task of it')
  })
})

describe('a request that cannot work is refused before anything is changed', () => {
  test.each([
    {
      name: 'for a container that is none',
      inputs: {
        'run-task-command': '',
        'run-task-container-overrides': '[{"name": "ap", "command": ["x"]}]',
      },
      says: '"ap" is not a container of the task definition that the task runs; did you mean app?',
    },
    {
      name: 'without a network',
      inputs: { service: '' },
      says: 'run-task-subnets  is empty, but the task needs subnets (network mode awsvpc), and there is no service',
    },
    {
      name: 'with a launch type and a strategy',
      inputs: {
        'run-task-launch-type': 'EC2',
        'run-task-capacity-provider-strategy': '[{"capacityProvider": "FARGATE"}]',
      },
      says: 'contradicts run-task-capacity-provider-strategy',
    },
    {
      name: 'with overrides that are no JSON',
      inputs: { 'run-task-container-overrides': '[{name: app}]' },
      says: 'is not a JSON array of objects, such as',
    },
    {
      name: 'with a member that ECS does not take',
      inputs: { 'run-task-container-overrides': '[{"name": "app", "comand": ["x"]}]' },
      says: 'comand of item 1 is not known; did you mean command?',
    },
    {
      name: 'with overrides that are too long',
      inputs: { 'run-task-command': `run ${'x'.repeat(8_200)}` },
      says: 'characters of JSON, but ECS takes 8192',
    },
    {
      name: 'with half of a volume',
      inputs: { 'run-task-managed-ebs-volume-name': 'data' },
      says: 'is empty, but run-task-managed-ebs-volume-name is set',
    },
  ])('$name', async ({ inputs, says }) => {
    const played = await playMigration({ inputs })
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
    expect(verdict(played)).toContain(says)
  })
})

test('a dry run shows the request with its values hidden, and sends nothing', async () => {
  const secret = 'hunter2-correct-horse'
  const environment = [{ name: 'DATABASE_PASSWORD', value: secret }]
  const overrides = JSON.stringify([{ name: 'app', command: ['migrate', '--password', secret], environment }])
  const played = await playMigration({
    inputs: { 'dry-run': 'true', 'run-task-command': '', 'run-task-container-overrides': overrides },
  })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['planned', []])
  const start = played.log.indexOf('▸ RunTask (values hidden)')
  const lines = played.log.slice(start + 1)
  const shown = JSON.parse(lines.slice(0, lines.indexOf('}') + 1).join('\n'))
  expect(shown).toMatchObject({
    taskDefinition: 'web:<new>',
    launchType: 'FARGATE',
    overrides: {
      containerOverrides: [
        {
          name: 'app',
          command: ['***', '***', '***'],
          environment: [{ name: 'DATABASE_PASSWORD', value: '***' }],
        },
      ],
    },
    networkConfiguration: { awsvpcConfiguration: { securityGroups: ['sg-0c4d2e6f8a1b3c5d7'] } },
  })
  expect(JSON.parse(played.outputs.plan ?? '').task).toStrictEqual(shown)
  expect(text(played)).toMatch(/ {2}task {8}web, new: app with its own command, environment · FARGATE/)
  expect([text(played), played.summary, JSON.stringify(played.outputs)].join()).not.toContain(secret)
})

test('without a wait, the service is updated while the task runs, and the report warns of it', async () => {
  const played = await playMigration({
    migration: { exitsAfterSeconds: 4_000 },
    inputs: { 'wait-for-task-stopped': 'false' },
  })
  expect(changesIn(played.requests)).toStrictEqual(['RegisterTaskDefinition', 'RunTask', 'UpdateService'])
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', 'run-task-exit-code': '' })
  expect(played.annotations.map(({ message }) => message).join()).toContain(
    'The one-off task was not waited for',
  )
})

test('an option of the task without run-task is said to have no effect', async () => {
  const played = await playMigration({ inputs: { 'run-task': 'false' } })
  expect(changesIn(played.requests)).not.toContain('RunTask')
  expect(text(played)).toContain(
    'run-task-command is set, but has no effect: run-task is not true, so that no task runs.',
  )
})
