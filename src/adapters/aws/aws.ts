/** All of AWS that a run talks to, by one clock and one configuration. */
import type { ECSClientConfig } from '@aws-sdk/client-ecs'
import type { Clock, Ports } from '../../ports.js'
import { connectApplicationAutoScaling } from './application-auto-scaling.js'
import { connectCloudWatch } from './cloudwatch.js'
import { connectCloudWatchLogs } from './cloudwatch-logs.js'
import { connectEcr } from './ecr.js'
import { connectEcs } from './ecs.js'
import { connectElasticLoadBalancing } from './elastic-load-balancing.js'

export type Aws = Pick<Ports, 'ecs' | 'alarms' | 'scaling' | 'logs' | 'registry' | 'loadBalancers'>

/** What every client of the SDK takes; left out, the environment of the process decides. */
export type AwsConfig = Pick<
  ECSClientConfig,
  'endpoint' | 'region' | 'credentials' | 'requestHandler' | 'signerConstructor'
>

export function connectAws(clock: Clock, config: AwsConfig = {}): Aws & { close(): void } {
  const ecs = connectEcs(clock, config)
  const registry = connectEcr(clock, config)
  return {
    ecs,
    registry,
    alarms: connectCloudWatch(clock, config),
    scaling: connectApplicationAutoScaling(clock, config),
    logs: connectCloudWatchLogs(clock, config),
    loadBalancers: connectElasticLoadBalancing(clock, config),
    close() {
      ecs.close()
      registry.close()
    },
  }
}
