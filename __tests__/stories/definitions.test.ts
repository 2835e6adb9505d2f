/** What is registered, seen on the wire: from every source, with every override, with and without tags. */
import { expect, test } from '@jest/globals'
import { call, taskDefinition } from '../../simulator/scenarios/web-service.js'
import { changesIn, type Played, play } from '../support/play.js'
import { playWeb, type StoryOverrides, webStory } from '../support/web-stories.js'

type Container = { readonly image: string; readonly [member: string]: unknown }
interface Sent {
  readonly family: string
  readonly tags: readonly { readonly key: string; readonly value: string }[]
  readonly containerDefinitions: readonly Container[]
  readonly [member: string]: unknown
}

const quick = { 'wait-for-service-stability': 'false' }
const fromAws = { ...quick, 'task-definition': '' }

function sentBy({ requests }: Played): Sent {
  const [request] = requests.filter(({ operation }) => operation === 'RegisterTaskDefinition')
  return request?.input as Sent
}

const ours = (name: string, value: string) => ({ key: `ecs-safe-deploy:${name}`, value })
const provenance = [
  ours('commit', '9be21c4d1f6a0b3c5e7f8091a2b3c4d5e6f70819'),
  ours('repository', 'octo/web'),
  ours('actor', 'octocat'),
  ours('run', 'https://github.com/octo/web/actions/runs/1'),
  ours('previous', 'web:7'),
]
const byKey = (tags: Sent['tags']) => tags.toSorted((a, b) => (a.key < b.key ? -1 : 1))

/** Another family, with tags. */
const also: StoryOverrides['also'] = world => {
  const definition = { ...taskDefinition('shop:1'), family: 'shop' }
  call(world, 'RegisterTaskDefinition', { ...definition, tags: [{ key: 'team', value: 'one' }] })
  call(world, 'RegisterTaskDefinition', {
    ...definition,
    tags: [{ key: 'team', value: 'two' }, ours('commit', 'old')],
  })
  call(world, 'RegisterTaskDefinition', { ...definition, tags: [{ key: 'team', value: 'gone' }] })
  call(world, 'DeregisterTaskDefinition', { taskDefinition: 'shop:3' })
}

test.each([
  {
    name: 'the latest ACTIVE revision of a family',
    inputs: { 'task-definition-family': 'shop' },
    team: 'two',
  },
  {
    name: 'a revision of a family',
    inputs: { 'task-definition-family': 'shop', 'task-definition-revision': '1' },
    team: 'one',
  },
  {
    name: 'a revision by its ARN, INACTIVE or not',
    inputs: { 'task-definition-arn': 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:3' },
    team: 'gone',
  },
])('$name is the base, with its tags, but for an old provenance', async ({ inputs, team }) => {
  const played = await playWeb({ also, inputs: { ...fromAws, ...inputs } })
  const { tags, family } = sentBy(played)
  expect([played.outputs.outcome, family]).toStrictEqual(['started', 'shop'])
  expect(byKey(tags)).toStrictEqual(byKey([{ key: 'team', value: team }, ...provenance]))
})

test('a family that does not exist is refused, and nothing is registered', async () => {
  const played = await playWeb({ inputs: { ...fromAws, 'task-definition-family': 'shpo' } })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
  expect(played.log.join('\n')).toMatch(/task-definition-family +"shpo" was not found/)
})

test('every override reaches ECS as it was written', async () => {
  const played = await playWeb({
    inputs: {
      ...quick,
      'environment-variables': 'FEATURE_BANNER=a=b\r\nEMPTY=\nPADDED= x \n',
      secrets: 'LOG_LEVEL=arn:aws:ssm:eu-west-1:123456789012:parameter/level',
      'env-files': 'arn:aws:s3:::bucket/web.env',
      'docker-labels': 'commit=9be21c4',
      command: `serve --name "a b" --money '$5'`,
      'log-configuration-options': 'mode=non-blocking\nawslogs-multiline-pattern=',
      'task-role-arn': 'arn:aws:iam::123456789012:role/other',
      tags: 'stage=prod',
      'provenance-tags': 'false',
    },
  })
  const sent = sentBy(played)
  expect([played.outputs.outcome, sent.taskRoleArn, sent.tags]).toStrictEqual([
    'started',
    'arn:aws:iam::123456789012:role/other',
    [{ key: 'stage', value: 'prod' }],
  ])
  expect(sent.containerDefinitions[0]).toMatchObject({
    environment: [
      { name: 'FEATURE_BANNER', value: 'a=b' },
      { name: 'EMPTY', value: '' },
      { name: 'PADDED', value: ' x ' },
    ],
    secrets: [
      { name: 'DATABASE_URL' },
      { name: 'LOG_LEVEL', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/level' },
    ],
    environmentFiles: [{ value: 'arn:aws:s3:::bucket/web.env', type: 's3' }],
    dockerLabels: { commit: '9be21c4' },
    command: ['serve', '--name', 'a b', '--money', '$5'],
    logConfiguration: {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/ecs/web', mode: 'non-blocking', 'awslogs-multiline-pattern': '' },
    },
  })
  const messages = JSON.stringify([played.log, played.summary, played.outputs, played.annotations])
  expect(messages).not.toContain('non-blocking')
  expect(messages).toContain('app.environment.EMPTY')
})

test('unknown keys reach ECS at every depth where they are let through', async () => {
  const definition = taskDefinition('web') as Sent
  const file = {
    ...definition,
    newKey: { deep: [{ er: '' }] },
    containerDefinitions: definition.containerDefinitions.map(container => ({
      ...container,
      newer: [1, 'two'],
    })),
  }
  const story = webStory({ inputs: { ...quick, 'allow-unknown-keys': 'true' } })
  const played = await play({ ...story, files: { 'task-definition.json': JSON.stringify(file) } })
  const [request] = played.requests.filter(({ operation }) => operation === 'RegisterTaskDefinition')
  expect(played.outputs.outcome).toBe('started')
  expect(sentBy(played)).toMatchObject({
    newKey: { deep: [{ er: '' }] },
    containerDefinitions: [{ newer: [1, 'two'] }],
  })
  expect(request?.unknownMembers).toStrictEqual(['containerDefinitions[0].newer', 'newKey'])
  expect(played.log.join('\n')).toContain('unknown key newKey; it is sent unchanged.')
})

test('a mistake in the file is an annotation on its line, and AWS is not called', async () => {
  const file = [
    '# deployed by .github/workflows/deploy.yml',
    'family: web',
    'cpu: 512',
    'memory: 1024',
    'networkMode: awsvpc',
    'requiresCompatibilities: [FARGATE]',
    'containerDefinitions:',
    '  - name: app',
    '    image: web',
    '    environment:',
    '      - name: LOG_LEVEL',
    '        value: info',
    '    healthCheck:',
    '      comand: [CMD, curl, localhost]',
    '    cpu: many',
  ].join('\r\n')
  const story = webStory({ inputs: { ...quick, 'task-definition': './deploy/task-definition.yml' } })
  const played = await play({ ...story, files: { 'deploy/task-definition.yml': file } })
  const problem = { level: 'error', title: 'task-definition' }
  expect(played.annotations.filter(({ position }) => position)).toStrictEqual([
    {
      ...problem,
      message:
        'unknown key containerDefinitions[0].healthCheck.comand; did you mean command? (allow-unknown-keys: true sends it as it is)',
      position: { file: 'deploy/task-definition.yml', line: 14, column: 7 },
    },
    {
      ...problem,
      message: 'containerDefinitions[0].cpu is the string "many", but ECS expects a number',
      position: { file: 'deploy/task-definition.yml', line: 15, column: 5 },
    },
  ])
  expect(played.requests).toStrictEqual([])
  for (const text of [played.log.join('\n'), played.summary])
    expect(text).toContain('deploy/task-definition.yml:14:7')
})
