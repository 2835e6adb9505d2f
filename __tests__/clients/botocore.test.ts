/** Every request and answer of every operation that the simulator has, held against botocore's models of the services. */
import { expect } from '@jest/globals'
import { operations } from '../../simulator/ecs/operations.js'
import type { World } from '../../simulator/ecs/world.js'
import { describeTags } from '../../simulator/elastic-load-balancing/describe-tags.js'
import { describeTargetGroupAttributes } from '../../simulator/elastic-load-balancing/describe-target-group-attributes.js'
import { describeTargetGroups } from '../../simulator/elastic-load-balancing/describe-target-groups.js'
import { describeTargetHealth } from '../../simulator/elastic-load-balancing/describe-target-health.js'
import { openScenario } from '../../simulator/scenarios/open-scenario.js'
import type { Scenario } from '../../simulator/scenarios/scenario.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { commit, targetGroupArn } from '../../simulator/scenarios/web-service.js'
import { getCallerIdentity } from '../../simulator/sts/get-caller-identity.js'
import { VirtualClock } from '../../simulator/time/virtual-clock.js'
import {
  answerPause,
  deploy,
  readEverything,
  type Send,
  stopAndDelete,
  useExpress,
  useTheRest,
} from '../simulator/support/every-operation.js'
import { testWithBoto3 } from './support/boto3.js'
import { checkByBotocore, type Exchange } from './support/check-exchanges.js'
import { writeByJson, writeByQuery } from './support/written-by-clients.js'

const targets: Readonly<Record<string, string>> = {
  ecs: 'AmazonEC2ContainerServiceV20141113',
  ecr: 'AmazonEC2ContainerRegistry_V20150921',
  cloudwatch: 'GraniteServiceVersion20100801',
  logs: 'Logs_20140328',
  'application-autoscaling': 'AnyScaleFrontendService',
  ssm: 'AmazonSSM',
  secretsmanager: 'secretsmanager',
}

interface Playing {
  readonly world: World
  readonly clock: VirtualClock
  readonly send: Send
  // biome-ignore lint/suspicious/noExplicitAny: answers of every operation
  callEcs(service: string, operation: string, input: object): Promise<any>
}

async function play(name: string, exchanges: Exchange[], use: (playing: Playing) => Promise<void>) {
  const clock = new VirtualClock()
  const { world, server } = await openScenario(scenarios[name] as Scenario, { clock })
  const callEcs: Playing['callEcs'] = async (service, operation, input) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'x-amz-target': `${targets[service]}.${operation}` },
      body: JSON.stringify(input),
    })
    const answer = JSON.parse(await response.text())
    expect({ operation, status: response.status, answer }).toMatchObject({ operation, status: 200 })
    exchanges.push({ service, operation, input, answer })
    return answer
  }
  try {
    await use({ world, clock, callEcs, send: (operation, input = {}) => callEcs('ecs', operation, input) })
  } finally {
    await server.close()
  }
}

/** What a deployment asks beside ECS. The Query services are asked without their XML. */
async function callRelatedServices({ world, callEcs }: Playing, exchanges: Exchange[]): Promise<void> {
  const web = { repositoryName: 'web' }
  const { images } = await callEcs('ecr', 'BatchGetImage', { ...web, imageIds: [{ imageTag: commit }] })
  const layerDigest = JSON.parse(images[0].imageManifest).config.digest
  await callEcs('ecr', 'GetDownloadUrlForLayer', { ...web, layerDigest })
  await callEcs('ecr', 'BatchGetImage', { ...web, imageIds: [{ imageTag: 'absent' }] })
  await callEcs('ecr', 'DescribeImages', web)
  const { repositories } = await callEcs('ecr', 'DescribeRepositories', {})
  await callEcs('ecr', 'ListTagsForResource', { resourceArn: repositories[0].repositoryArn })

  const dimensions = { LoadBalancer: 'app/web/50dc6c495c0c9188' }
  const metric = { namespace: 'AWS/ApplicationELB', name: 'HTTPCode_Target_5XX_Count', dimensions }
  world.setAlarm('a-metric', 'ALARM', { definition: { kind: 'metric', ...metric } })
  world.setAlarm('an-expression', 'OK', {
    definition: { kind: 'expression', expression: 'm1 / 2', metrics: [metric] },
  })
  world.setAlarm('a-composite', 'INSUFFICIENT_DATA', {
    definition: { kind: 'composite', rule: 'ALARM("a-metric")' },
  })
  await callEcs('cloudwatch', 'DescribeAlarms', { AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] })

  const group = { logGroupName: '/ecs/web' }
  await callEcs('logs', 'DescribeLogGroups', {})
  const { logStreams } = await callEcs('logs', 'DescribeLogStreams', group)
  await callEcs('logs', 'GetLogEvents', { ...group, logStreamName: logStreams[0].logStreamName })

  world.scalableTargets.register({ resourceId: 'service/prod/web', min: 1, max: 5 }, world.now)
  await callEcs('application-autoscaling', 'DescribeScalableTargets', { ServiceNamespace: 'ecs' })

  const names = { Names: ['web-prod'] }
  const arn = { TargetGroupArn: targetGroupArn }
  const arns = { ResourceArns: [targetGroupArn] }
  exchanges.push(
    ...[
      { operation: 'DescribeTargetGroups', input: names, answer: describeTargetGroups(world, names) },
      { operation: 'DescribeTargetHealth', input: arn, answer: describeTargetHealth(world, arn) },
      {
        operation: 'DescribeTargetGroupAttributes',
        input: arn,
        answer: describeTargetGroupAttributes(world, arn),
      },
      { operation: 'DescribeTags', input: arns, answer: describeTags(world, arns) },
    ].map(exchange => ({ service: 'elbv2', ...exchange })),
    { service: 'sts', operation: 'GetCallerIdentity', input: {}, answer: getCallerIdentity(world, {}) },
  )
}

testWithBoto3('all that is asked and answered, in every scenario, fits botocore', async () => {
  const exchanges: Exchange[] = []
  const image = scenarios.healthy?.inputs.image ?? ''
  for (const { name, inputs, outcome, faults = [] } of Object.values(scenarios)) {
    if (outcome === 'refused' || faults.length > 0) continue
    await play(name, exchanges, async ({ send, clock }) => {
      await deploy(send, inputs.image ?? image)
      for (let minutes = 0; minutes < 16; minutes += 2) {
        await readEverything(send)
        clock.advance(120_000)
      }
    })
  }
  await play('healthy', exchanges, async playing => {
    await callRelatedServices(playing, exchanges)
    await writeByJson(playing.callEcs)
    exchanges.push(...writeByQuery(playing.world))
    await deploy(playing.send, image)
    await readEverything(playing.send)
    await useTheRest(playing.send)
    await useExpress(playing.send, playing.clock)
    await stopAndDelete(playing.send, playing.clock)
  })
  await play('port-mismatch', exchanges, async playing => {
    await deploy(playing.send, image)
    playing.clock.advance(120_000)
    await callRelatedServices(playing, exchanges)
  })
  await play('pause-hook', exchanges, async ({ send, clock }) => {
    await deploy(send, image)
    clock.advance(300_000)
    await answerPause(send)
  })

  const { problems, operations: used } = checkByBotocore(exchanges)
  expect(problems).toStrictEqual([])
  expect(used).toStrictEqual([...everyOperation()].toSorted())
})

function everyOperation(): string[] {
  const of = (service: string, ...names: string[]) => names.map(name => `${service} ${name}`)
  return [
    // It never succeeds.
    ...of('ecs', ...Object.keys(operations).filter(name => name !== 'ExecuteCommand')),
    ...of('ecr', 'BatchGetImage', 'DescribeImages', 'DescribeRepositories', 'GetDownloadUrlForLayer'),
    ...of('ecr', 'GetAuthorizationToken', 'ListTagsForResource'),
    ...of('elbv2', 'DescribeTags', 'DescribeTargetGroupAttributes', 'DescribeTargetGroups'),
    ...of('elbv2', 'DescribeTargetHealth', 'CreateTargetGroup', 'ModifyTargetGroup', 'DeleteTargetGroup'),
    ...of('elbv2', 'ModifyTargetGroupAttributes', 'AddTags', 'RemoveTags'),
    ...of('elbv2', 'CreateLoadBalancer', 'DescribeLoadBalancers', 'DeleteLoadBalancer'),
    ...of('elbv2', 'DescribeLoadBalancerAttributes', 'ModifyLoadBalancerAttributes'),
    ...of('elbv2', 'DescribeCapacityReservation', 'SetSecurityGroups', 'SetSubnets'),
    ...of('elbv2', 'CreateListener', 'DescribeListeners', 'ModifyListener', 'DeleteListener'),
    ...of('elbv2', 'DescribeListenerAttributes', 'ModifyListenerAttributes'),
    ...of('cloudwatch', 'DescribeAlarms', 'SetAlarmState'),
    ...of('logs', 'DescribeLogGroups', 'DescribeLogStreams', 'GetLogEvents', 'FilterLogEvents'),
    ...of('logs', 'CreateLogGroup', 'DeleteLogGroup', 'PutRetentionPolicy', 'DeleteRetentionPolicy'),
    ...of('logs', 'TagResource', 'UntagResource', 'ListTagsForResource', 'CreateLogStream', 'PutLogEvents'),
    ...of('application-autoscaling', 'DescribeScalableTargets', 'RegisterScalableTarget'),
    ...of('application-autoscaling', 'DeregisterScalableTarget', 'DescribeScalingPolicies'),
    ...of('application-autoscaling', 'PutScalingPolicy', 'DeleteScalingPolicy', 'ListTagsForResource'),
    ...of('application-autoscaling', 'TagResource', 'UntagResource'),
    ...of('sts', 'GetCallerIdentity', 'AssumeRole', 'AssumeRoleWithWebIdentity'),
    ...of('iam', 'GetRole', 'CreateRole', 'UpdateAssumeRolePolicy', 'DeleteRole', 'TagRole', 'UntagRole'),
    ...of('iam', 'ListInstanceProfilesForRole', 'ListRolePolicies', 'ListAttachedRolePolicies'),
    ...of(
      'iam',
      'PutRolePolicy',
      'GetRolePolicy',
      'DeleteRolePolicy',
      'AttachRolePolicy',
      'DetachRolePolicy',
    ),
    ...of('ssm', 'GetParameter', 'GetParameters'),
    ...of('secretsmanager', 'GetSecretValue', 'DescribeSecret'),
  ]
}
