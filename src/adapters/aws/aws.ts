import type { Clock, Ports } from '../../ports.js'
import { connectApplicationAutoScaling } from './application-auto-scaling.js'
import type { AwsConfig } from './client.js'
import { connectCloudWatch } from './cloudwatch.js'
import { connectCloudWatchLogs } from './cloudwatch-logs.js'
import { connectEcr } from './ecr.js'
import { connectEcs } from './ecs.js'
import { connectElasticLoadBalancing } from './elastic-load-balancing.js'
import { CallDeadline } from './time-limit.js'

export type Aws = Pick<
  Ports,
  'ecs' | 'alarms' | 'scaling' | 'logs' | 'registry' | 'loadBalancers' | 'endCallsBy'
>

export function connectAws(clock: Clock, options: AwsConfig = {}): Aws & { close(): void } {
  const { deadline = new CallDeadline() } = options
  const config = { ...options, deadline }
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
    endCallsBy: at => deadline.set(at),
    close() {
      for (const service of Object.values(services)) service.close()
    },
  }
}
