/** The control endpoint: a test breaks things at the moment it wants, and time passes only when it says so. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { bodies, controlSchemaFile } from '../../../simulator/control/bodies.js'
import { listenFor, type SimulatorServer } from '../../../simulator/protocol/http-server.js'
import { Simulation } from '../../../simulator/simulation.js'
import { ScaledClock } from '../../../simulator/time/scaled-clock.js'
import { readWorld } from '../../../simulator/world/read-world.js'

const { description } = readWorld({
  name: 'failing-rollout.yaml',
  text: readFileSync('docs/simulator/failing-rollout.yaml', 'utf8'),
})

let simulation: Simulation
let server: SimulatorServer
const notes: string[] = []

beforeEach(async () => {
  notes.splice(0)
  const clock = new ScaledClock({ speed: 0, start: Date.UTC(2026, 0, 15, 9) })
  simulation = new Simulation({ description, clock, onNote: text => notes.push(text) })
  server = await listenFor(simulation, {})
})

afterEach(() => server.close())

interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: whatever the endpoint responds
  readonly body: any
}

async function control(method: string, path: string, body?: unknown): Promise<Answer> {
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  const response = await fetch(`${server.url}${path}`, { method, ...(text !== undefined && { body: text }) })
  const content = await response.text()
  return { status: response.status, body: content === '' ? undefined : JSON.parse(content) }
}

async function ecs(operation: string, input: object): Promise<Answer> {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}`,
  }
  const response = await fetch(server.url, { method: 'POST', headers, body: JSON.stringify(input) })
  return { status: response.status, body: await response.json() }
}

async function deploy(taskDefinition: string): Promise<void> {
  const { status } = await ecs('UpdateService', {
    cluster: 'shop',
    service: 'api',
    taskDefinition,
    forceNewDeployment: true,
  })
  expect(status).toBe(200)
}

async function rollouts(): Promise<readonly string[]> {
  const { body } = await ecs('DescribeServices', { cluster: 'shop', services: ['api'] })
  return body.services[0].deployments.map(
    (one: { taskDefinition: string; rolloutState: string }) =>
      `${one.taskDefinition.split('/')[1]} ${one.rolloutState}`,
  )
}

test.each(['/health', '/_control/health'])('%s says that the server is up, also to HEAD', async path => {
  expect(await control('GET', path)).toStrictEqual({
    status: 200,
    body: {
      status: 'ok',
      now: '2026-01-15T09:00:00.000Z',
      speed: 0,
      account: '123456789012',
      region: 'eu-west-1',
    },
  })
  expect(await control('HEAD', path)).toStrictEqual({ status: 200, body: undefined })
})

test('an image is broken and repaired between two deployments, as time passes at once', async () => {
  const image = '$' + '{registry}/api:v1'
  expect(
    (await control('POST', '/_control/images', { [image]: { exitsAfterSeconds: 1, exitCode: 9 } })).status,
  ).toBe(200)
  await deploy('api:1')
  await control('POST', '/_control/time', { advance: '10m' })
  expect(await rollouts()).not.toContain('api:1 IN_PROGRESS')
  const { body } = await ecs('ListTasks', { cluster: 'shop', desiredStatus: 'STOPPED' })
  const { body: stopped } = await ecs('DescribeTasks', { cluster: 'shop', tasks: body.taskArns.slice(0, 1) })
  expect(stopped.tasks[0].containers[0].exitCode).toBe(9)

  await control('POST', '/_control/images', { [image]: { listens: { 8080: 200 } } })
  await deploy('api:1')
  await control('POST', '/_control/time', { advance: '10m' })
  expect(await rollouts()).toStrictEqual(['api:1 COMPLETED'])
})

test('tasks that run become unhealthy, and are replaced', async () => {
  await control('POST', '/_control/time', { advance: '1h' })
  const before = (await ecs('ListTasks', { cluster: 'shop' })).body.taskArns
  const image = '$' + '{registry}/api:v1'
  await control('POST', '/_control/images', { [image]: { listens: { 8080: 503 } } })
  await control('POST', '/_control/time', { advance: '3m' })
  await control('POST', '/_control/images', { [image]: { listens: { 8080: 200 } } })
  await control('POST', '/_control/time', { advance: '10m' })
  const after = (await ecs('ListTasks', { cluster: 'shop' })).body.taskArns
  expect(after).toHaveLength(2)
  expect(before).toHaveLength(2)
  expect(after.filter((arn: string) => before.includes(arn))).toStrictEqual([])
})

test('faults begin and end when the test wants', async () => {
  const denied = { kind: 'access-denied', operations: ['DescribeServices'] }
  await control('POST', '/_control/faults', denied)
  expect((await ecs('DescribeServices', { cluster: 'shop', services: ['api'] })).body.__type).toContain(
    'AccessDenied',
  )
  await control('DELETE', '/_control/faults')
  await control('POST', '/_control/faults', [{ kind: 'server-error', from: '1m' }])
  expect(await rollouts()).toHaveLength(1)
  await control('POST', '/_control/time', { advance: 61 })
  expect((await ecs('ListServices', {})).status).toBe(500)
})

test('alarms and other changes of a world file happen now', async () => {
  expect((await control('POST', '/_control/alarms', { 'api-5xx': 'ALARM' })).status).toBe(200)
  expect(simulation.world.alarms.inAlarm(['api-5xx'])).toStrictEqual(['api-5xx'])
  const calls = [{ UpdateService: { cluster: 'shop', service: 'api', desiredCount: 3 } }]
  expect((await control('POST', '/_control/changes', { calls })).status).toBe(200)
  const { body } = await ecs('DescribeServices', { cluster: 'shop', services: ['api'] })
  expect(body.services[0].desiredCount).toBe(3)
})

test('reset makes the world again, without the requests and the faults', async () => {
  await ecs('DeleteService', { cluster: 'shop', service: 'api', force: true })
  await control('POST', '/_control/faults', { kind: 'server-error' })
  expect((await control('POST', '/_control/reset')).status).toBe(200)
  expect((await control('GET', '/_control/requests')).body).toStrictEqual({ requests: [] })
  expect(await rollouts()).toStrictEqual(['api:1 COMPLETED'])
})

test('requests are listed with what they asked for, and can be filtered; those for control are not among them', async () => {
  await rollouts()
  await ecs('ListClusters', {})
  await control('POST', '/_control/time', { speed: 0 })
  const { body } = await control('GET', '/_control/requests?operation=DescribeServices')
  expect(body.requests).toMatchObject([
    {
      at: '2026-01-15T09:00:00.000Z',
      service: 'ecs',
      operation: 'DescribeServices',
      input: { cluster: 'shop', services: ['api'] },
      status: 200,
    },
  ])
  expect((await control('GET', '/_control/requests?service=ecs')).body.requests).toHaveLength(2)
  expect((await control('GET', '/_control/requests?service=ecr')).body.requests).toHaveLength(0)
})

test('what changes something is a line in the log', async () => {
  await control('GET', '/health')
  await control('POST', '/_control/alarms', { 'api-5xx': 'OK' })
  await control('DELETE', '/_control/faults')
  expect(notes).toStrictEqual(['POST /_control/alarms  200', 'DELETE /_control/faults  200'])
})

test.each([
  {
    path: '/_control/images',
    body: { 'web:1': { lisens: {}, exitCode: 300 } },
    problems: [
      { path: '["web:1"].lisens', message: 'is not known; did you mean listens?' },
      { path: '["web:1"].exitCode', message: 'is 300, more than 255' },
    ],
  },
  {
    path: '/_control/images',
    body: '{',
    problems: [{ path: '', message: expect.stringMatching(/^is no JSON: /) }],
  },
  {
    path: '/_control/images',
    body: '',
    problems: [{ path: '', message: expect.stringMatching(/^is no JSON: /) }],
  },
  {
    path: '/_control/alarms',
    body: { a: 'BROKEN' },
    problems: [{ path: 'a', message: expect.stringMatching(/is not one of/) }],
  },
  { path: '/_control/time', body: {}, problems: [{ path: '', message: 'needs one of advance, speed' }] },
  {
    path: '/_control/time',
    body: { speed: -1 },
    problems: [{ path: 'speed', message: 'is -1, less than 0' }],
  },
  {
    path: '/_control/faults',
    body: { kind: 'html' },
    problems: [{ path: '[0].kind', message: expect.stringMatching(/is not one of/) }],
  },
  {
    path: '/_control/reset',
    body: { sed: 1 },
    problems: [{ path: 'sed', message: 'is not known; did you mean seed?' }],
  },
  {
    path: '/_control/changes',
    body: { calls: [{ UpdateService: { cluster: 'shop', service: 'nope' } }] },
    problems: [
      {
        path: 'calls[0].UpdateService',
        message: expect.stringMatching(/^is refused: ServiceNotFoundException/),
      },
    ],
  },
])('POST $path refuses $body, with every problem', async ({ path, body, problems }) => {
  expect(await control('POST', path, body)).toStrictEqual({ status: 400, body: { problems } })
})

test.each([
  {
    method: 'POST',
    path: '/_control/alarm',
    status: 404,
    message: '/_control/alarm is not known; did you mean /_control/alarms?',
  },
  { method: 'GET', path: '/_control', status: 404, message: /^\/_control is not known/ },
  {
    method: 'PUT',
    path: '/_control/faults',
    status: 405,
    message: '/_control/faults does not take PUT, but POST, DELETE',
  },
  {
    method: 'GET',
    path: '/_control/time',
    status: 405,
    message: '/_control/time does not take GET, but POST',
  },
])('$method $path is $status', async ({ method, path, status, message }) => {
  const text = typeof message === 'string' ? message : expect.stringMatching(message)
  expect(await control(method, path)).toStrictEqual({
    status,
    body: { problems: [{ path: '', message: text }] },
  })
})

test('the published schema is that of the endpoint, and has every body', () => {
  // npm run --silent simulator -- --print-control-schema > docs/schema/control.schema.json
  const published = readFileSync('docs/schema/control.schema.json', 'utf8')
  expect(published).toBe(controlSchemaFile())
  const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
    JSON.parse(published),
  )
  expect(Object.keys(bodies).map(name => `POST /_control/${name}`)).toStrictEqual(
    Object.keys(JSON.parse(published).properties),
  )
  expect(validate({ 'POST /_control/time': { advance: '5m' } })).toBe(true)
  expect(validate({ 'POST /_control/time': { advance: 'soon' } })).toBe(false)
})

/** As each protocol of AWS and GitHub addresses its requests. */
test.each([
  { method: 'POST', path: '/' },
  { method: 'GET', path: '/prod-eu-west-1-starport-layer-bucket/health' },
  { method: 'POST', path: '/service/GraniteServiceVersion20100801/operation/DescribeAlarms' },
  { method: 'GET', path: '/repos/octo-org/health/deployments' },
  { method: 'GET', path: '/user' },
  { method: 'POST', path: '/health' },
])('$method $path is not for the control endpoint', async ({ method, path }) => {
  const response = await fetch(server.url + path, { method, ...(method === 'POST' && { body: '{}' }) })
  expect(response.headers.get('x-amzn-requestid')).toBeTruthy()
  expect(await response.text()).not.toContain('"problems"')
})

test('a host of the world keeps its own /health', async () => {
  await control('POST', '/_control/changes', { hosts: { 'api.example.com': { targetGroup: 'api' } } })
  const wire = {
    method: 'GET',
    path: '/health',
    query: new URLSearchParams(),
    headers: { host: 'api.example.com' },
    body: '',
    bytes: new Uint8Array(),
    requestId: '1',
  }
  expect(await simulation.handle(wire)).toMatchObject({ response: { status: 200, contentType: /html/ } })
  expect(simulation.requests).toMatchObject([{ service: 'web', operation: 'GET' }])
})

test('what nobody described is believed, and each belief is one line', async () => {
  const group = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/0123456789abcdef'
  const container = (image: string, more: object) => [
    { name: 'app', image, portMappings: [{ containerPort: 8080 }], ...more },
  ]
  const definition = {
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    requiresCompatibilities: ['FARGATE'],
  }
  const job = container('busybox', { command: ['sh', '-c', 'echo hello; exit 3'] })
  await ecs('RegisterTaskDefinition', { ...definition, family: 'job', containerDefinitions: job })
  await ecs('RegisterTaskDefinition', {
    ...definition,
    family: 'nginx',
    containerDefinitions: container('nginx:1.29', {}),
  })
  const place = {
    cluster: 'shop',
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
  }
  const { body: run } = await ecs('RunTask', { ...place, taskDefinition: 'job' })
  const created = await ecs('CreateService', {
    ...place,
    serviceName: 'nginx',
    taskDefinition: 'nginx',
    desiredCount: 1,
    loadBalancers: [{ targetGroupArn: group, containerName: 'app', containerPort: 8080 }],
  })
  expect(created.status).toBe(200)
  await control('POST', '/_control/time', { advance: '10m' })
  const { body } = await ecs('DescribeTasks', { cluster: 'shop', tasks: [run.tasks[0].taskArn] })
  const { body: described } = await ecs('DescribeServices', { cluster: 'shop', services: ['nginx'] })

  expect(body.tasks[0].containers[0].exitCode).toBe(3)
  expect(described.services[0].deployments[0].rolloutState).toBe('COMPLETED')
  expect(notes.filter(note => note.includes('not described'))).toStrictEqual([
    `target group ${group} is not described: believed to have the defaults of CreateTargetGroup`,
    'image busybox is not described: believed to exist and to be healthy, unless its command says more',
    'command "sh -c echo hello; exit 3" of busybox is not described: believed to exit with code 3 after 0.3 s',
    'image nginx:1.29 is not described: believed to exist and to be healthy, unless its command says more',
  ])
})
