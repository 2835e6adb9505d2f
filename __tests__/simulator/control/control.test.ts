/** The control endpoint: a test breaks things at the moment it wants, and time passes only when it says so. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type ControlledServer, serveControlled } from '../support/controlled.js'

let served: ControlledServer

beforeEach(async () => {
  served = await serveControlled()
})

afterEach(() => served.server.close())

const control: ControlledServer['control'] = (...request) => served.control(...request)
const ecs: ControlledServer['ecs'] = (...request) => served.ecs(...request)

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
  expect(served.simulation.world.alarms.inAlarm(['api-5xx'])).toStrictEqual(['api-5xx'])
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
  expect(served.notes).toStrictEqual(['POST /_control/alarms  200', 'DELETE /_control/faults  200'])
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
  const response = await fetch(served.server.url + path, { method, ...(method === 'POST' && { body: '{}' }) })
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
  expect(await served.simulation.handle(wire)).toMatchObject({
    response: { status: 200, contentType: /html/ },
  })
  expect(served.simulation.requests).toMatchObject([{ service: 'web', operation: 'GET' }])
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
  expect(served.notes.filter(note => note.includes('not described'))).toStrictEqual([
    `target group ${group} is not described: believed to have the defaults of CreateTargetGroup`,
    'image busybox is not described: believed to exist and to be healthy, unless its command says more',
    'command "sh -c echo hello; exit 3" of busybox is not described: believed to exit with code 3 after 0.3 s',
    'image nginx:1.29 is not described: believed to exist and to be healthy, unless its command says more',
  ])
})
