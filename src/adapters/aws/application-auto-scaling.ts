import type { Clock, Scaling } from '../../ports.js'
import { optionalReads } from '../../retry/policies.js'
import { type AwsConfig, AwsService } from './client.js'
import { optionalTimeouts } from './time-limit.js'

export function connectApplicationAutoScaling(
  clock: Clock,
  config: AwsConfig = {},
): Scaling & { close(): void } {
  const scaling = new AwsService({
    clock,
    config,
    timeouts: optionalTimeouts,
    load: () => import('@aws-sdk/client-application-auto-scaling'),
    create: (sdk, settings) => new sdk.ApplicationAutoScalingClient(settings),
  })
  return {
    close: () => scaling.close(),

    boundsOf: (cluster, service) =>
      scaling.call({
        operation: 'application-autoscaling:DescribeScalableTargets',
        policy: optionalReads,
        send: (client, sdk) =>
          client.send(
            new sdk.DescribeScalableTargetsCommand({
              ServiceNamespace: 'ecs',
              ScalableDimension: 'ecs:service:DesiredCount',
              ResourceIds: [`service/${cluster}/${service}`],
            }),
          ),
        read({ ScalableTargets: targets = [] }) {
          const [target] = targets
          return target && { min: target.MinCapacity, max: target.MaxCapacity }
        },
      }),
  }
}
