/** Elastic Load Balancing. The client is loaded when it is first needed: only services behind a load balancer ask. */
import type * as sdk from '@aws-sdk/client-elastic-load-balancing-v2'
import { Fault } from '../../core/errors/api-error.js'
import { given } from '../../core/given.js'
import type { TargetGroup } from '../../core/resources/target-group.js'
import type { TargetHealth } from '../../core/resources/target-health.js'
import type { Clock, LoadBalancers } from '../../ports.js'
import { asking } from './api-error.js'
import { checked, sendingOnce } from './client.js'
import { patiently } from './retry.js'

/** It is optional, and stands before the deployment: no answer soon is none. */
const attempts = 2

export function connectElasticLoadBalancing(
  clock: Clock,
  config: sdk.ElasticLoadBalancingV2ClientConfig = {},
): LoadBalancers {
  return {
    async targetGroups(arns) {
      const { ElasticLoadBalancingV2Client, DescribeTargetGroupsCommand } = await import(
        '@aws-sdk/client-elastic-load-balancing-v2'
      )
      const client = checked(new ElasticLoadBalancingV2Client({ ...sendingOnce(3_000, 5_000), ...config }))

      /** Asked for one by one: one that does not exist fails a request for all. */
      async function describe(arn: string): Promise<TargetGroup[]> {
        const command = new DescribeTargetGroupsCommand({ TargetGroupArns: [arn] })
        try {
          const answer = await patiently(clock, attempts, () =>
            asking('elasticloadbalancing:DescribeTargetGroups', () => client.send(command)),
          )
          return (answer.TargetGroups ?? []).map(toTargetGroup)
        } catch (fault) {
          if (fault instanceof Fault && fault.kind === 'missing') return []
          throw fault
        }
      }

      return (await Promise.all(arns.map(describe))).flat()
    },

    async targetHealth(group) {
      const { ElasticLoadBalancingV2Client, DescribeTargetHealthCommand } = await import(
        '@aws-sdk/client-elastic-load-balancing-v2'
      )
      const client = checked(new ElasticLoadBalancingV2Client({ ...sendingOnce(3_000, 5_000), ...config }))
      const command = new DescribeTargetHealthCommand({ TargetGroupArn: group })
      const answer = await asking('elasticloadbalancing:DescribeTargetHealth', () => client.send(command))
      return (answer.TargetHealthDescriptions ?? []).map(toTargetHealth)
    },
  }
}

function toTargetHealth({ Target, TargetHealth: health }: sdk.TargetHealthDescription): TargetHealth {
  return {
    id: Target?.Id ?? '',
    state: health?.State ?? '',
    ...given('port', Target?.Port),
    ...given('reason', health?.Reason),
    ...given('description', health?.Description),
  }
}

/** The defaults are those of API_CreateTargetGroup; an answer always has the values. */
function toTargetGroup(group: sdk.TargetGroup): TargetGroup {
  return {
    arn: group.TargetGroupArn ?? '',
    name: group.TargetGroupName ?? '',
    targetType: group.TargetType ?? 'instance',
    healthCheck: {
      enabled: group.HealthCheckEnabled ?? true,
      interval: group.HealthCheckIntervalSeconds ?? 30,
      healthyThreshold: group.HealthyThresholdCount ?? 5,
      unhealthyThreshold: group.UnhealthyThresholdCount ?? 2,
      ...given('protocol', group.HealthCheckProtocol),
      ...given('port', group.HealthCheckPort),
      ...given('path', group.HealthCheckPath),
    },
  }
}
