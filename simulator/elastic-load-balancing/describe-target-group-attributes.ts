/** The attributes of every target group. */
import type { World } from '../ecs/world.js'
import { findTargetGroup } from './find-target-group.js'

export interface DescribeTargetGroupAttributesInput {
  readonly TargetGroupArn: string
}

export function describeTargetGroupAttributes(
  world: World,
  { TargetGroupArn }: DescribeTargetGroupAttributesInput,
): object {
  const { deregistrationDelaySeconds, trafficProtocol } = findTargetGroup(world, TargetGroupArn)
  const attributes = {
    'deregistration_delay.timeout_seconds': deregistrationDelaySeconds,
    'stickiness.enabled': false,
    'stickiness.type': trafficProtocol.startsWith('HTTP') ? 'lb_cookie' : 'source_ip',
    'load_balancing.cross_zone.enabled': 'use_load_balancer_configuration',
  }
  return { Attributes: Object.entries(attributes).map(([Key, value]) => ({ Key, Value: String(value) })) }
}
