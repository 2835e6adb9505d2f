/** The AWS CLI, a client that nobody here wrote, drives the simulator from an empty account to a second deployment. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from '@jest/globals'
import { openWorld } from '../../simulator/ecs/open-world.js'
import type { World } from '../../simulator/ecs/world.js'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import { startServer } from '../../simulator/protocol/server.js'
import { ScaledClock } from '../../simulator/time/scaled-clock.js'
import { runAws, testWithCli } from './support/aws-cli.js'
import { recordExchanges } from './support/record-exchanges.js'

const observers = recordExchanges()

let server: SimulatorServer
let world: World

beforeAll(async () => {
  const clock = new ScaledClock({ speed: 600 })
  // A call of the CLI takes seconds, and so an hour of this clock.
  const settings = { stoppedTaskRetentionMs: 30 * 86_400_000 }
  world = openWorld({ clock, region: 'eu-west-1', settings })
  world.images.setFallbackSoftware({})
  server = await startServer({ world, clock, validateResponses: true, ...observers })
})

afterAll(() => server.close())

// biome-ignore lint/suspicious/noExplicitAny: whatever the CLI prints
function aws(...args: string[]): Promise<any> {
  return awsOf('ecs', args)
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the CLI prints
function awsOf(service: string, args: string[], more: Record<string, string> = {}): Promise<any> {
  return runAws(server, [service, ...args], more)
}

function registerWeb(image: string): Promise<{ taskDefinition: { revision: number } }> {
  const container = { name: 'app', image, essential: true, portMappings: [{ containerPort: 8080 }] }
  return aws(
    ...[
      'register-task-definition',
      '--family',
      'web',
      '--container-definitions',
      JSON.stringify([container]),
    ],
    ...[
      '--requires-compatibilities',
      'FARGATE',
      '--network-mode',
      'awsvpc',
      '--cpu',
      '256',
      '--memory',
      '512',
    ],
    ...['--execution-role-arn', 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole'],
  )
}

testWithCli('a service is created, becomes stable, is updated and read in every view', async () => {
  expect(await aws('create-cluster', '--cluster-name', 'prod')).toMatchObject({
    cluster: { clusterName: 'prod', status: 'ACTIVE' },
  })
  expect(await registerWeb('public.ecr.aws/nginx/nginx:1.27')).toMatchObject({
    taskDefinition: { revision: 1 },
  })
  expect(
    await aws(
      ...['create-service', '--cluster', 'prod', '--service-name', 'web', '--task-definition', 'web:1'],
      ...['--desired-count', '2', '--launch-type', 'FARGATE'],
      ...[
        '--network-configuration',
        'awsvpcConfiguration={subnets=[subnet-0a1b2c3d],securityGroups=[sg-0a1b2c3d]}',
      ],
    ),
  ).toMatchObject({ service: { serviceName: 'web', status: 'ACTIVE', desiredCount: 2 } })
  await aws('wait', 'services-stable', '--cluster', 'prod', '--services', 'web')

  expect(await registerWeb('public.ecr.aws/nginx/nginx:1.28')).toMatchObject({
    taskDefinition: { revision: 2 },
  })
  const breaker = 'deploymentCircuitBreaker={enable=true,rollback=true}'
  const updated = await aws(
    ...['update-service', '--cluster', 'prod', '--service', 'web', '--task-definition', 'web:2'],
    ...['--deployment-configuration', breaker],
  )
  const [primary, previous] = updated.service.deployments
  expect(primary).toMatchObject({ status: 'PRIMARY', rolloutState: 'IN_PROGRESS' })
  expect(previous).toMatchObject({ status: 'ACTIVE', rolloutState: 'COMPLETED' })
  await aws('wait', 'services-stable', '--cluster', 'prod', '--services', 'web')

  const { services } = await aws('describe-services', '--cluster', 'prod', '--services', 'web')
  expect(services).toMatchObject([{ runningCount: 2, deployments: [{ id: primary.id, status: 'PRIMARY' }] }])
  expect(services[0].taskDefinition).toMatch(/:task-definition\/web:2$/)

  const { taskArns } = await aws('list-tasks', '--cluster', 'prod', '--service-name', 'web')
  const { tasks } = await aws('describe-tasks', '--cluster', 'prod', '--tasks', ...taskArns)
  expect(tasks.map((task: { startedBy: string }) => task.startedBy)).toStrictEqual([primary.id, primary.id])

  const { serviceDeployments: listed } = await aws(
    'list-service-deployments',
    '--cluster',
    'prod',
    '--service',
    'web',
  )
  expect(listed).toHaveLength(2)
  const { serviceDeployments } = await aws(
    ...['describe-service-deployments', '--service-deployment-arns', listed[0].serviceDeploymentArn],
  )
  expect(serviceDeployments[0].targetServiceRevision.arn.split('/').at(-1)).toBe(primary.id.split('/').at(-1))
})

testWithCli(
  'a task of its own runs to its end, and its client token conflicts with another request',
  async () => {
    world.images.add('job:1', { exitsAfterSeconds: 20, exitCode: 3, logs: ['no such column'] })
    await aws('create-cluster', '--cluster-name', 'jobs')
    await aws(
      ...['register-task-definition', '--family', 'job', '--network-mode', 'awsvpc', '--cpu', '256'],
      ...['--requires-compatibilities', 'FARGATE', '--memory', '512'],
      ...['--container-definitions', JSON.stringify([{ name: 'job', image: 'job:1', essential: true }])],
    )
    const run = (...more: string[]) =>
      aws(
        ...['run-task', '--cluster', 'jobs', '--task-definition', 'job', '--launch-type', 'FARGATE'],
        ...['--network-configuration', 'awsvpcConfiguration={subnets=[subnet-0a]}', '--client-token', 'one'],
        ...more,
      )
    const { tasks } = await run()
    expect((await run()).tasks).toMatchObject([{ taskArn: tasks[0].taskArn }])
    await expect(run('--started-by', 'me')).rejects.toThrow('(ConflictException) when calling the RunTask')
    await aws('wait', 'tasks-stopped', '--cluster', 'jobs', '--tasks', tasks[0].taskArn)

    expect(
      (await aws('describe-tasks', '--cluster', 'jobs', '--tasks', tasks[0].taskArn)).tasks,
    ).toMatchObject([{ stopCode: 'EssentialContainerExited', containers: [{ exitCode: 3 }] }])
  },
)

testWithCli('an error reaches the CLI under its own name', async () => {
  await expect(aws('update-service', '--cluster', 'prod', '--service', 'absent')).rejects.toThrow(
    'An error occurred (ServiceNotFoundException) when calling the UpdateService operation: Service not found.',
  )
})

testWithCli('an operation that the simulator lacks says so', async () => {
  await expect(aws('list-daemons')).rejects.toThrow(
    '(UnknownOperationException) when calling the ListDaemons operation: ListDaemons is not among the operations of ecs',
  )
})

testWithCli('scalable targets are read', async () => {
  world.scalableTargets.register({ resourceId: 'service/prod/web', min: 1, max: 5 }, world.now)

  expect(
    await awsOf('application-autoscaling', ['describe-scalable-targets', '--service-namespace', 'ecs']),
  ).toMatchObject({
    ScalableTargets: [{ ResourceId: 'service/prod/web', MinCapacity: 1, MaxCapacity: 5 }],
  })
})

testWithCli('alarms are read', async () => {
  world.setAlarm('web-5xx', 'ALARM')

  expect(await awsOf('cloudwatch', ['describe-alarms', '--alarm-names', 'web-5xx'])).toMatchObject({
    MetricAlarms: [{ AlarmName: 'web-5xx', StateValue: 'ALARM' }],
    CompositeAlarms: [],
  })
  await expect(awsOf('cloudwatch', ['list-metrics'])).rejects.toThrow(
    'An error occurred (InvalidAction) when calling the ListMetrics operation: ListMetrics is not among the operations of cloudwatch',
  )
})

/** CloudWatch as older CLIs had it, before it spoke JSON. */
const olderCloudWatch = {
  version: '2.0',
  metadata: {
    apiVersion: '2010-08-01',
    endpointPrefix: 'monitoring',
    protocol: 'query',
    serviceFullName: 'Amazon CloudWatch',
    serviceId: 'CloudWatch',
    signatureVersion: 'v4',
    uid: 'monitoring-2010-08-01',
    xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
  },
  operations: {
    DescribeAlarms: {
      name: 'DescribeAlarms',
      http: { method: 'POST', requestUri: '/' },
      input: { shape: 'DescribeAlarmsInput' },
      output: { shape: 'DescribeAlarmsOutput', resultWrapper: 'DescribeAlarmsResult' },
    },
  },
  shapes: {
    String: { type: 'string' },
    Integer: { type: 'integer' },
    Time: { type: 'timestamp' },
    Names: { type: 'list', member: { shape: 'String' } },
    DescribeAlarmsInput: {
      type: 'structure',
      members: {
        AlarmNames: { shape: 'Names' },
        MaxRecords: { shape: 'Integer' },
        NextToken: { shape: 'String' },
      },
    },
    DescribeAlarmsOutput: { type: 'structure', members: { MetricAlarms: { shape: 'MetricAlarms' } } },
    MetricAlarms: { type: 'list', member: { shape: 'MetricAlarm' } },
    MetricAlarm: {
      type: 'structure',
      members: {
        AlarmName: { shape: 'String' },
        StateValue: { shape: 'String' },
        StateUpdatedTimestamp: { shape: 'Time' },
      },
    },
  },
}

testWithCli('alarms are read by the older protocol, too', async () => {
  const models = await mkdtemp(join(tmpdir(), 'older-cli-'))
  const directory = join(models, 'cloudwatch', '2010-08-01')
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, 'service-2.json'), JSON.stringify(olderCloudWatch))
  const older = (...args: string[]) => awsOf('cloudwatch', args, { AWS_DATA_PATH: models })
  try {
    world.setAlarm('web & slow', 'ALARM')

    expect(await older('describe-alarms', '--alarm-names', 'web & slow', 'absent')).toStrictEqual({
      MetricAlarms: [
        {
          AlarmName: 'web & slow',
          StateValue: 'ALARM',
          StateUpdatedTimestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        },
      ],
    })
    await expect(older('describe-alarms', '--starting-token', 'x')).rejects.toThrow(
      'An error occurred (InvalidNextToken) when calling the DescribeAlarms operation',
    )
  } finally {
    await rm(models, { recursive: true })
  }
})
