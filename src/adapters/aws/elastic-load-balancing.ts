import type * as sdk from '@aws-sdk/client-elastic-load-balancing-v2'
import type { TargetGroup } from '../../core/resources/target-group.js'
import type { TargetHealth } from '../../core/resources/target-health.js'
import type { Clock, LoadBalancers } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { once, optionalReads } from '../../retry/policies.js'
import { unusable } from './api-error.js'
import { type AwsConfig, AwsService } from './client.js'
import type { CompleteAnswer } from './required-members.js'
import { optionalTimeouts } from './time-limit.js'

type Groups = CompleteAnswer<'elasticloadbalancing:DescribeTargetGroups', sdk.DescribeTargetGroupsOutput>
type GroupAnswer = Groups['TargetGroups'][number]
type Attributes = CompleteAnswer<
  'elasticloadbalancing:DescribeTargetGroupAttributes',
  sdk.DescribeTargetGroupAttributesOutput
>
type Health = CompleteAnswer<'elasticloadbalancing:DescribeTargetHealth', sdk.DescribeTargetHealthOutput>
type HealthAnswer = NonNullable<Health['TargetHealthDescriptions']>[number]

export function connectElasticLoadBalancing(
  clock: Clock,
  config: AwsConfig = {},
): LoadBalancers & { close(): void } {
  const balancing = new AwsService({
    clock,
    config,
    timeouts: optionalTimeouts,
    load: () => import('@aws-sdk/client-elastic-load-balancing-v2'),
    create: (sdk, settings) => new sdk.ElasticLoadBalancingV2Client(settings),
  })

  /** One missing group fails a request for all. */
  const targetGroup = (arn: string) =>
    unlessMissing(() =>
      balancing.call({
        operation: 'elasticloadbalancing:DescribeTargetGroups',
        policy: optionalReads,
        send: (client, sdk) => client.send(new sdk.DescribeTargetGroupsCommand({ TargetGroupArns: [arn] })),
        read({ TargetGroups: groups }) {
          // A missing one is an error.
          const group = groups.find(({ TargetGroupArn }) => TargetGroupArn === arn)
          if (!group) throw unusable('elasticloadbalancing:DescribeTargetGroups', 'another target group')
          return [toTargetGroup(group)]
        },
      }),
    )

  const deregistrationDelay = (arn: string) =>
    unlessMissing(() =>
      balancing.call({
        operation: 'elasticloadbalancing:DescribeTargetGroupAttributes',
        policy: optionalReads,
        send: (client, sdk) =>
          client.send(new sdk.DescribeTargetGroupAttributesCommand({ TargetGroupArn: arn })),
        read: ({ Attributes: attributes }) => toDelay(attributes).map(seconds => [arn, seconds] as const),
      }),
    )

  return {
    close: () => balancing.close(),

    targetGroups: async arns => (await Promise.all(arns.map(targetGroup))).flat(),

    deregistrationDelays: async groups =>
      new Map((await Promise.all(groups.map(deregistrationDelay))).flat()),

    targetHealth: group =>
      balancing.call({
        operation: 'elasticloadbalancing:DescribeTargetHealth',
        policy: once,
        send: (client, sdk) => client.send(new sdk.DescribeTargetHealthCommand({ TargetGroupArn: group })),
        read: ({ TargetHealthDescriptions = [] }) => TargetHealthDescriptions.map(toTargetHealth),
      }),
  }
}

async function unlessMissing<T>(read: () => Promise<readonly T[]>): Promise<readonly T[]> {
  const answer = await attempt(read)
  if (answer.kind === 'answered') return answer.value
  if (answer.error.kind !== 'missing') throw answer.error
  return []
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html */
function toDelay(attributes: Attributes['Attributes']): number[] {
  const seconds = attributes.find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')?.Value ?? ''
  return /^\d+$/.test(seconds) ? [Number(seconds)] : []
}

function toTargetHealth({ Target, TargetHealth: health }: HealthAnswer): TargetHealth {
  return {
    id: Target.Id,
    state: health.State,
    port: Target.Port,
    reason: health.Reason,
    description: health.Description,
    revision: undefined,
  }
}

/** Defaults of API_CreateTargetGroup. */
function toTargetGroup(group: GroupAnswer): TargetGroup {
  return {
    arn: group.TargetGroupArn,
    name: group.TargetGroupName,
    targetType: group.TargetType,
    healthCheck: {
      enabled: group.HealthCheckEnabled ?? true,
      interval: group.HealthCheckIntervalSeconds ?? 30,
      healthyThreshold: group.HealthyThresholdCount ?? 5,
      unhealthyThreshold: group.UnhealthyThresholdCount ?? 2,
      protocol: group.HealthCheckProtocol,
      port: group.HealthCheckPort,
      path: group.HealthCheckPath,
    },
  }
}
