/** The AWS CLI asks the services beside ECS what a deployment would want to know. */
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import { openScenario } from '../../simulator/scenarios/open-scenario.js'
import { portMismatch } from '../../simulator/scenarios/port-mismatch.js'
import { commit, targetGroupArn } from '../../simulator/scenarios/web-service.js'
import { VirtualClock } from '../../simulator/time/virtual-clock.js'
import { runAws, testWithCli } from './support/aws-cli.js'
import { recordExchanges } from './support/record-exchanges.js'

const observers = recordExchanges()

let server: SimulatorServer

beforeAll(async () => {
  const opened = await openScenario(portMismatch, {
    clock: new VirtualClock(),
    validateResponses: true,
    ...observers,
  })
  server = opened.server
})

afterAll(() => server.close())

const aws = (...args: string[]) => runAws(server, args)

testWithCli('the port chain of the incident is read end to end', async () => {
  const named = ['--repository-name', 'web']
  const { images } = await aws('ecr', 'batch-get-image', ...named, '--image-ids', `imageTag=${commit}`)
  const { digest } = JSON.parse(images[0].imageManifest).config
  const link = await aws('ecr', 'get-download-url-for-layer', ...named, '--layer-digest', digest)
  const response = await fetch(link.downloadUrl)
  const { TargetGroups } = await aws('elbv2', 'describe-target-groups', '--names', 'web-prod')

  expect(await response.json()).toMatchObject({ config: { ExposedPorts: { '5201/tcp': {} } } })
  expect(TargetGroups).toMatchObject([{ Port: 5001, HealthCheckPort: 'traffic-port', TargetType: 'ip' }])
})

testWithCli('the repository is immutable, and its releases are there', async () => {
  const { repositories } = await aws('ecr', 'describe-repositories', '--repository-names', 'web')
  const { imageDetails } = await aws('ecr', 'describe-images', '--repository-name', 'web')

  expect(repositories).toMatchObject([{ imageTagMutability: 'IMMUTABLE' }])
  const [{ repositoryArn }] = repositories
  expect(await aws('ecr', 'list-tags-for-resource', '--resource-arn', repositoryArn)).toStrictEqual({
    tags: [],
  })
  await expect(aws('ecr', 'list-tags-for-resource', '--resource-arn', `${repositoryArn}s`)).rejects.toThrow(
    'An error occurred (RepositoryNotFoundException) when calling the ListTagsForResource operation',
  )
  expect(imageDetails).toHaveLength(8)
  await expect(
    aws('ecr', 'describe-images', '--repository-name', 'web', '--image-ids', 'imageTag=9be21c5'),
  ).rejects.toThrow('An error occurred (ImageNotFoundException) when calling the DescribeImages operation')
})

testWithCli('health and attributes of the target group are read', async () => {
  const group = ['--target-group-arn', targetGroupArn]
  const { TargetHealthDescriptions: targets } = await aws('elbv2', 'describe-target-health', ...group)
  const { Attributes } = await aws('elbv2', 'describe-target-group-attributes', ...group)

  expect(targets).toMatchObject([
    { TargetHealth: { State: 'healthy' } },
    { TargetHealth: { State: 'healthy' } },
  ])
  expect(Attributes).toContainEqual({ Key: 'deregistration_delay.timeout_seconds', Value: '30' })
  expect(await aws('elbv2', 'describe-tags', '--resource-arns', targetGroupArn)).toStrictEqual({
    TagDescriptions: [{ ResourceArn: targetGroupArn, Tags: [] }],
  })
  await expect(aws('elbv2', 'describe-target-groups', '--names', 'absent')).rejects.toThrow(
    'An error occurred (TargetGroupNotFound) when calling the DescribeTargetGroups operation',
  )
})

testWithCli('the logs of the running tasks are read', async () => {
  const { logGroups } = await aws('logs', 'describe-log-groups', '--log-group-name-prefix', '/ecs/')
  const group = ['--log-group-name', '/ecs/web']
  const { logStreams } = await aws('logs', 'describe-log-streams', ...group)
  const stream = ['--log-stream-name', logStreams[0].logStreamName]
  const { events } = await aws('logs', 'get-log-events', ...group, ...stream)

  expect(logGroups).toMatchObject([{ logGroupName: '/ecs/web' }])
  expect(events).toMatchObject([{ message: 'Running on http://0.0.0.0:5001' }])
  await expect(aws('logs', 'get-log-events', ...group, '--log-stream-name', 'absent')).rejects.toThrow(
    'An error occurred (ResourceNotFoundException) when calling the GetLogEvents operation: The specified log stream',
  )
})

testWithCli('the caller is told who it is', async () => {
  expect(await aws('sts', 'get-caller-identity')).toMatchObject({
    Account: '123456789012',
    Arn: 'arn:aws:sts::123456789012:assumed-role/GitHubActions/deploy',
  })
})
