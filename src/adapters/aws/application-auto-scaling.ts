/** Application Auto Scaling. The client is loaded when it is first needed: only a raised desired count asks for it. */
import type { ApplicationAutoScalingClientConfig } from '@aws-sdk/client-application-auto-scaling'
import type { Clock, Scaling } from '../../ports.js'
import { asking } from './api-error.js'
import { checked, sendingOnce } from './client.js'
import { patiently } from './retry.js'

/** It is optional, and stands before the deployment: no answer soon is none. */
const attempts = 2

export function connectApplicationAutoScaling(
  clock: Clock,
  config: ApplicationAutoScalingClientConfig = {},
): Scaling {
  return {
    async boundsOf(cluster, service) {
      const sdk = await import('@aws-sdk/client-application-auto-scaling')
      const client = checked(
        new sdk.ApplicationAutoScalingClient({ ...sendingOnce(3_000, 5_000), ...config }),
      )
      const command = new sdk.DescribeScalableTargetsCommand({
        ServiceNamespace: 'ecs',
        ScalableDimension: 'ecs:service:DesiredCount',
        ResourceIds: [`service/${cluster}/${service}`],
      })
      const answer = await patiently(clock, attempts, () =>
        asking('application-autoscaling:DescribeScalableTargets', () => client.send(command)),
      )
      const [target] = answer.ScalableTargets ?? []
      return target && { least: target.MinCapacity ?? 0, most: target.MaxCapacity ?? Number.MAX_SAFE_INTEGER }
    },
  }
}
