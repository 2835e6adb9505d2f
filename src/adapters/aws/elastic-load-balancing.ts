/** Elastic Load Balancing. The client is loaded when it is first needed: only services behind a load balancer ask. */
import type * as sdk from '@aws-sdk/client-elastic-load-balancing-v2'
import { ApiError } from '../../core/errors/api-error.js'
import type { TargetGroup } from '../../core/resources/target-group.js'
import type { TargetHealth } from '../../core/resources/target-health.js'
import type { Clock, LoadBalancers } from '../../ports.js'
import { optionalReads } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'
import { call } from './api-error.js'
import { clientConfig, validateResponses } from './client.js'

export function connectElasticLoadBalancing(
  clock: Clock,
  config: sdk.ElasticLoadBalancingV2ClientConfig = {},
): LoadBalancers {
  return {
    async targetGroups(arns) {
      const { ElasticLoadBalancingV2Client, DescribeTargetGroupsCommand } = await import(
        '@aws-sdk/client-elastic-load-balancing-v2'
      )
      const client = validateResponses(
        new ElasticLoadBalancingV2Client({ ...clientConfig(3_000, 5_000), ...config }),
      )

      /** Asked for one by one: one that does not exist fails a request for all. */
      async function describe(arn: string): Promise<TargetGroup[]> {
        const command = new DescribeTargetGroupsCommand({ TargetGroupArns: [arn] })
        try {
          const answer = await retry(optionalReads, { clock }, () =>
            call('elasticloadbalancing:DescribeTargetGroups', () => client.send(command)),
          )
          return (answer.TargetGroups ?? []).map(toTargetGroup)
        } catch (error) {
          if (error instanceof ApiError && error.kind === 'missing') return []
          throw error
        }
      }

      return (await Promise.all(arns.map(describe))).flat()
    },

    async targetHealth(group) {
      const { ElasticLoadBalancingV2Client, DescribeTargetHealthCommand } = await import(
        '@aws-sdk/client-elastic-load-balancing-v2'
      )
      const client = validateResponses(
        new ElasticLoadBalancingV2Client({ ...clientConfig(3_000, 5_000), ...config }),
      )
      const command = new DescribeTargetHealthCommand({ TargetGroupArn: group })
      const answer = await call('elasticloadbalancing:DescribeTargetHealth', () => client.send(command))
      return (answer.TargetHealthDescriptions ?? []).map(toTargetHealth)
    },
  }
}

function toTargetHealth({ Target, TargetHealth: health }: sdk.TargetHealthDescription): TargetHealth {
  return {
    id: Target?.Id ?? '',
    state: health?.State ?? '',
    port: Target?.Port,
    reason: health?.Reason,
    description: health?.Description,
    revision: undefined,
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
      protocol: group.HealthCheckProtocol,
      port: group.HealthCheckPort,
      path: group.HealthCheckPath,
    },
  }
}
