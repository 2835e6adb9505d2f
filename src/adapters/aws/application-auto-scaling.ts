/** Application Auto Scaling. The client is loaded when it is first needed: only a raised desired count asks for it. */
import type { ApplicationAutoScalingClientConfig } from '@aws-sdk/client-application-auto-scaling'
import type { Clock, Scaling } from '../../ports.js'
import { optionalReads } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'
import { call } from './api-error.js'
import { clientConfig, validateResponses } from './client.js'

export function connectApplicationAutoScaling(
  clock: Clock,
  config: ApplicationAutoScalingClientConfig = {},
): Scaling {
  return {
    async boundsOf(cluster, service) {
      const sdk = await import('@aws-sdk/client-application-auto-scaling')
      const client = validateResponses(
        new sdk.ApplicationAutoScalingClient({ ...clientConfig(3_000, 5_000), ...config }),
      )
      const command = new sdk.DescribeScalableTargetsCommand({
        ServiceNamespace: 'ecs',
        ScalableDimension: 'ecs:service:DesiredCount',
        ResourceIds: [`service/${cluster}/${service}`],
      })
      const answer = await retry(optionalReads, { clock }, () =>
        call('application-autoscaling:DescribeScalableTargets', () => client.send(command)),
      )
      const [target] = answer.ScalableTargets ?? []
      return target && { min: target.MinCapacity ?? 0, max: target.MaxCapacity ?? Number.MAX_SAFE_INTEGER }
    },
  }
}
