import type { Clock, Ports } from '../../ports.js'
import { connectApplicationAutoScaling } from './application-auto-scaling.js'
import type { AwsConfig } from './client.js'
import { connectCloudWatch } from './cloudwatch.js'
import { connectCloudWatchLogs } from './cloudwatch-logs.js'
import { connectEcr } from './ecr.js'
import { connectEcs } from './ecs.js'
import { connectElasticLoadBalancing } from './elastic-load-balancing.js'

export type Aws = Pick<Ports, 'ecs' | 'alarms' | 'scaling' | 'logs' | 'registry' | 'loadBalancers'>

export function connectAws(clock: Clock, config: AwsConfig = {}): Aws & { close(): void } {
  const services = {
    ecs: connectEcs(clock, config),
    registry: connectEcr(clock, config),
    alarms: connectCloudWatch(clock, config),
    scaling: connectApplicationAutoScaling(clock, config),
    logs: connectCloudWatchLogs(clock, config),
    loadBalancers: connectElasticLoadBalancing(clock, config),
  }
  return {
    ...services,
    close() {
      for (const service of Object.values(services)) service.close()
    },
  }
}
