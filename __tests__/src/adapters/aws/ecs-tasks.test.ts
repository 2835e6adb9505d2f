/** How tasks are listed and described. */
import { expect, test } from '@jest/globals'
import { withStubServer } from '../../../support/stub-server.js'

const arn = 'arn:aws:ecs:ap-northeast-3:802104112480'
const revision = `${arn}:task-definition/retail-store-ecs-ui:4`
const running = { lastStatus: 'RUNNING', desiredStatus: 'RUNNING' }
const prodWeb = { cluster: 'c', service: 's' }

test('a described task, with the deployment that started it', async () => {
  const task = {
    taskArn: `${arn}:task/c/3e7a1395`,
    startedBy: 'ecs-svc/1',
    taskDefinitionArn: revision,
    lastStatus: 'STOPPED',
    desiredStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    createdAt: 1.5,
    stoppedAt: 2.5,
    containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 0, image: 'web:1' }],
  }
  await withStubServer([{ body: { tasks: [task], failures: [] } }], async ({ ecs, requests }) => {
    expect(await ecs.describeTasks(prodWeb, ['a', 'b'])).toEqual([
      {
        arn: `${arn}:task/c/3e7a1395`,
        startedBy: 'ecs-svc/1',
        taskDefinition: revision,
        lastStatus: 'STOPPED',
        desiredStatus: 'STOPPED',
        stopCode: 'EssentialContainerExited',
        stoppedReason: 'Essential container in task exited',
        createdAt: 1_500,
        stoppedAt: 2_500,
        containers: [{ name: 'app', exitCode: 0 }],
      },
    ])
    expect(requests).toStrictEqual(['DescribeTasks {"tasks":["a","b"],"cluster":"c"}'])
  })
})

test.each([
  {
    name: 'with a network interface of its own',
    attachments: [
      {
        type: 'ElasticNetworkInterface',
        details: [
          { name: 'subnetId', value: 'subnet-1' },
          { name: 'privateIPv4Address', value: '10.0.1.2' },
        ],
      },
    ],
    addresses: ['10.0.1.2'],
  },
  { name: 'with an interface that has no address yet', attachments: [{ details: [] }], addresses: undefined },
  { name: 'on the network of its host', attachments: [], addresses: undefined },
])('the addresses of a task $name', async ({ attachments, addresses }) => {
  await withStubServer(
    [{ body: { tasks: [{ ...running, taskArn: 'a', attachments }] } }],
    async ({ ecs }) => {
      expect((await ecs.describeTasks(prodWeb, ['a']))[0]?.addresses).toStrictEqual(addresses)
    },
  )
})

test.each([
  {
    name: 'stopped ones of the service',
    which: 'stopped',
    asked: '"serviceName":"s","desiredStatus":"STOPPED"',
  },
  {
    name: 'those of the service that are meant to run',
    which: 'all-running',
    asked: '"serviceName":"s","desiredStatus":"RUNNING"',
  },
  { name: 'those of a deployment', which: { startedBy: 'ecs-svc/1' }, asked: '"startedBy":"ecs-svc/1"' },
] as const)('tasks are listed: $name', async ({ which, asked }) => {
  await withStubServer([{ body: { taskArns: ['a', 'b'] } }], async ({ ecs, requests }) => {
    expect(await ecs.listTasks(prodWeb, which)).toStrictEqual(['a', 'b'])
    expect(requests).toStrictEqual([`ListTasks {"cluster":"c","maxResults":100,${asked}}`])
  })
})

test('tasks behind the first hundred are listed, and a service with thousands is not read to its end', async () => {
  const page = (n: number) => ({ body: { taskArns: [`${n}`], nextToken: `page ${n + 1}` } })
  await withStubServer([0, 1, 2, 3, 4, 5, 6].map(page), async ({ ecs, requests }) => {
    expect(await ecs.listTasks(prodWeb, 'stopped')).toStrictEqual(['0', '1', '2', '3', '4'])
    const tokens = requests.map(request => /"nextToken":"(page \d)"/.exec(request)?.[1])
    expect(tokens).toStrictEqual([undefined, 'page 1', 'page 2', 'page 3', 'page 4'])
  })
})

test('more tasks than fit into one request are described in several', async () => {
  const tasks = (n: number) => ({ body: { tasks: [{ ...running, taskArn: `${n}` }] } })
  const arns = Array.from({ length: 201 }, (_, n) => `task-${n}`)
  await withStubServer([0, 1, 2].map(tasks), async ({ ecs, requests }) => {
    const described = await ecs.describeTasks(prodWeb, arns)
    expect(described.map(task => task.arn)).toStrictEqual(['0', '1', '2'])
    expect(requests.map(request => request.match(/task-/g)?.length)).toStrictEqual([100, 100, 1])
  })
})
