/** Application Auto Scaling. The client is loaded when it is first needed: only a raised desired count asks for it. */
import type { ApplicationAutoScalingClientConfig } from '@aws-sdk/client-application-auto-scaling'
import type { Clock, Scaling } from '../../ports.js'
import { call } from './api-error.js'
import { clientConfig, validateResponses } from './client.js'
import { retryReads } from './retry.js'

/** It is optional, and stands before the deployment: no answer soon is none. */
const attempts = 2

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
      const answer = await retryReads(clock, attempts, () =>
        call('application-autoscaling:DescribeScalableTargets', () => client.send(command)),
      )
      const [target] = answer.ScalableTargets ?? []
      return target && { min: target.MinCapacity ?? 0, max: target.MaxCapacity ?? Number.MAX_SAFE_INTEGER }
    },
  }
}
