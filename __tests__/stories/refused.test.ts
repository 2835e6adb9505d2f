/** What the user has to mend first: every problem at once, and not one call that changes anything. */
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { changesIn, type Played, play, type Story } from '../support/play.js'

const healthy = scenarios.healthy as Story

function refusedBy(played: Played): string {
  expect(played.outputs.outcome).toBe('refused')
  expect(played.passed).toBe(false)
  expect(changesIn(played.requests)).toEqual([])
  expect(played.annotations.filter(({ level }) => level === 'error').length).toBeGreaterThan(0)
  expect(played.outputs['task-definition-arn']).toBe('')
  return played.log.join('\n')
}

const definition = JSON.parse(Object.values(healthy.files)[0] ?? '') as { containerDefinitions: object[] }

const files: { name: string; path: string; content?: string; expected: string }[] = [
  { name: 'a file that is not there', path: 'missing.json', expected: '"missing.json" does not exist' },
  { name: 'an empty file', path: 'td.json', content: '', expected: '"td.json" is empty' },
  {
    name: 'a list',
    path: 'td.json',
    content: '[]',
    expected: 'the task definition is a list, but ECS expects an object',
  },
  {
    name: 'a string',
    path: 'td.yml',
    content: 'hello',
    expected: 'the task definition is a string, but ECS expects an object',
  },
  { name: 'a folder', path: '.', expected: '"." is a folder, not a file' },
  {
    name: 'an unknown key',
    path: 'td.json',
    content: '{\n  "family": "web",\n  "containerDefinitons": []\n}',
    expected: 'td.json:3:3 unknown key containerDefinitons; did you mean containerDefinitions?',
  },
  {
    name: 'an unknown key deep inside',
    path: 'td.yml',
    content: 'family: web\ncontainerDefinitions:\n  - name: app\n    image: web:1\n    portMapping: []\n',
    expected: 'td.yml:5:5 unknown key containerDefinitions[0].portMapping; did you mean portMappings?',
  },
  { name: 'broken JSON', path: 'td.json', content: '{"family": ', expected: 'td.json:1:1 cannot be read' },
]

test.each(files)('a task definition that is $name', async ({ path, content, expected }) => {
  const played = await play({
    ...healthy,
    inputs: { ...healthy.inputs, 'task-definition': path },
    files: content === undefined ? {} : { [path]: content },
  })
  expect(refusedBy(played)).toContain(expected)
  expect(played.requests).toEqual([])
})

test('every problem at once, with its input, its value and what is allowed, before any call to AWS', async () => {
  const played = await play({
    ...healthy,
    inputs: {
      ...healthy.inputs,
      'circuit-breaker': 'maybe',
      'wait-for-minutes': 'abc',
      'task-definition': 'td.json',
      'circuit-breaker-threshold': '0',
      'dry-run': 'yes',
    },
    files: { 'td.json': JSON.stringify({ family: 'web', containerDefinitons: [] }, null, 2) },
  })
  const log = refusedBy(played)
  expect(log).toContain('✗ refused: 5 problems, nothing was changed.')
  expect(log).toMatch(/circuit-breaker +"maybe" is not one of rollback, stop, keep/)
  expect(log).toMatch(/wait-for-minutes +"abc" is not a whole number from 1 to 360/)
  expect(log).toMatch(/circuit-breaker-threshold +"0" is not one of/)
  expect(log).toMatch(/dry-run +"yes" is not true or false/)
  expect(log).toMatch(/task-definition +td\.json:3:3 unknown key containerDefinitons/)
  expect(played.requests).toEqual([])
  expect(played.annotations).toContainEqual(
    expect.objectContaining({ level: 'error', position: { file: 'td.json', line: 3, column: 3 } }),
  )
})

const unnamed = definition.containerDefinitions.map(container => ({
  ...container,
  name: undefined,
  nam: 'app',
}))

test.each([
  {
    name: 'with a misspelled key of the file',
    file: { ...definition, famly: 'web' },
    inputs: {},
    expected: [
      /✗ refused: 2 problems/,
      /td\.json:\S+ unknown key famly; did you mean family, which is already present\?/,
    ],
  },
  {
    name: 'with another input',
    file: definition,
    inputs: { 'wait-for-minutes': 'abc' },
    expected: [/✗ refused: 2 problems/, /"abc" is not a whole number/],
  },
])('a container that the file does not have is reported $name', async ({ file, inputs, expected }) => {
  const played = await play({
    ...healthy,
    inputs: { ...healthy.inputs, 'task-definition': 'td.json', 'container-name': 'ap', ...inputs },
    files: { 'td.json': JSON.stringify(file, null, 2) },
  })
  const log = refusedBy(played)
  expect(log).toMatch(/container-name +"ap" is not a container of the task definition; did you mean app\?/)
  for (const line of expected) expect(log).toMatch(line)
  expect(played.requests).toEqual([])
})

test('a container whose name is misspelt in the file may be the one that is meant', async () => {
  const played = await play({
    ...healthy,
    inputs: { ...healthy.inputs, 'task-definition': 'td.json' },
    files: { 'td.json': JSON.stringify({ ...definition, containerDefinitions: unnamed }, null, 2) },
  })
  const log = refusedBy(played)
  expect(log).toContain('unknown key containerDefinitions[0].nam; did you mean name?')
  expect(log).not.toContain('is no container')
})

const worlds: { name: string; story: Partial<Story>; inputs?: Record<string, string>; expected: RegExp }[] = [
  {
    name: 'no such cluster',
    story: {},
    inputs: { cluster: 'prd' },
    expected: /cluster +"prd" was not found/,
  },
  {
    name: 'no such service',
    story: {},
    inputs: { service: 'wbe' },
    expected: /service +"wbe" is not in cluster prod in eu-west-1: check/,
  },
  {
    name: 'a container that the definition does not have',
    story: {},
    inputs: { 'container-name': 'ap' },
    expected: /container-name +"ap" is not a container of the task definition; did you mean app\?/,
  },
  {
    name: 'the tag latest',
    story: {},
    inputs: { image: 'web:latest' },
    expected: /image +"web:latest" has the tag latest, which can move/,
  },
  {
    name: 'no tag',
    story: {},
    inputs: { image: 'web' },
    expected: /image +"web" has no tag, which means latest/,
  },
  {
    name: 'a role that may not look',
    story: { faults: [{ kind: 'access-denied', operations: ['DescribeServices'] }] },
    expected:
      /permissions +the role deploy may not call ecs:DescribeServices on arn:aws:ecs:eu-west-1:123456789012:service\/prod\/web: allow it/,
  },
  {
    name: 'a role that may not register',
    story: { faults: [{ kind: 'access-denied', operations: ['RegisterTaskDefinition'] }] },
    expected: /permissions +the role deploy may not call ecs:RegisterTaskDefinition/,
  },
  {
    name: 'credentials that ran out',
    story: { faults: [{ kind: 'expired-credentials' }] },
    expected: /AWS +the credentials are not accepted/,
  },
  {
    name: 'no credentials',
    story: { credentials: 'none' },
    expected: /AWS +Could not load credentials from any providers: run aws-actions/,
  },
]

test.each(worlds)('$name', async ({ story, inputs, expected }) => {
  const played = await play({ ...healthy, ...story, inputs: { ...healthy.inputs, ...inputs } })
  const changes = changesIn(played.requests)
  expect(changes.filter(operation => operation !== 'RegisterTaskDefinition')).toEqual([])
  expect(played.outputs.outcome).toBe('refused')
  expect(played.log.join('\n')).toMatch(expected)
})

test('an update that ECS refuses says that the revision is registered and the service unchanged', async () => {
  const played = await play({
    ...healthy,
    faults: [{ kind: 'access-denied', operations: ['UpdateService'] }],
  })
  expect(played.outputs).toMatchObject({ outcome: 'refused', revision: '8', 'failure-class': 'permissions' })
  expect(played.log.join('\n')).toContain(
    '✗ refused: 1 problem, web:8 is registered, but the service was not changed.',
  )
})

test('values of the environment are in no line, summary, output or annotation', async () => {
  const secret = 'hunter2-hunter2-hunter2'
  const container = {
    ...definition.containerDefinitions[0],
    environment: [{ name: 'TOKEN', value: secret }],
    command: ['run', secret],
  }
  const played = await play({
    ...healthy,
    inputs: { ...healthy.inputs, 'dry-run': 'true' },
    files: { 'task-definition.json': JSON.stringify({ ...definition, containerDefinitions: [container] }) },
  })
  expect(played.outputs.outcome).toBe('planned')
  const messages = JSON.stringify([played.log, played.summary, played.outputs, played.annotations])
  expect(messages).not.toContain(secret)
  expect(messages).toContain('environment.TOKEN')
})

const sidecar = {
  ...definition,
  cpu: '256',
  memory: '4096',
  containerDefinitions: [...definition.containerDefinitions, { name: 'proxy', image: 'nginx:latest' }],
}

const locals: { name: string; story: Partial<Story>; inputs?: Record<string, string>; expected: RegExp[] }[] =
  [
    {
      name: 'a container that does not exist',
      story: {},
      inputs: { 'container-name': 'ap' },
      expected: [
        /2 problems|3 problems/,
        /container-name +"ap" is no/,
        /image-moves .*nginx:latest/,
        /fargate-size/,
      ],
    },
    {
      name: 'a container that could be any',
      story: {},
      inputs: { 'container-name': 'frontend' },
      expected: [
        /container-name +"frontend" is not a container of the task definition; it has app and proxy/,
        /ℹ The checks of the task definition were not run, because it is not clear which container is meant\./,
      ],
    },
    {
      name: 'a cluster that does not exist',
      story: {},
      inputs: { cluster: 'prd' },
      expected: [/2 problems/, /cluster +"prd" was not found/, /fargate-size/],
    },
    {
      name: 'a service that does not exist, and a container',
      story: {},
      inputs: { service: 'wbe', 'container-name': 'ap' },
      expected: [/service +"wbe" is not in cluster prod/, /container-name +"ap" is no/, /fargate-size/],
    },
    {
      name: 'a role that may not look',
      story: { faults: [{ kind: 'access-denied', operations: ['DescribeServices'] }] },
      expected: [/permissions +the role deploy may not call ecs:DescribeServices/, /fargate-size/],
    },
    {
      name: 'no credentials in a deployment',
      story: { credentials: 'none' },
      expected: [/AWS +Could not load credentials/, /fargate-size/],
    },
  ]

test.each(locals)(
  'beside $name, what is wrong with the file is told',
  async ({ story, inputs, expected }) => {
    const played = await play({
      ...healthy,
      ...story,
      inputs: { ...healthy.inputs, ...inputs },
      files: { 'task-definition.json': JSON.stringify(sidecar) },
    })
    const log = refusedBy(played)
    for (const line of expected) expect(log).toMatch(line)
  },
)
