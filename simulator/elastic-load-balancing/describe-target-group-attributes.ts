/** The attributes of every target group. */
import type { TargetGroup } from '../ecs/resources/target-groups.js'
import type { World } from '../ecs/world.js'
import { findTargetGroup } from './find-target-group.js'

export interface DescribeTargetGroupAttributesInput {
  readonly TargetGroupArn: string
}

export function describeTargetGroupAttributes(
  world: World,
  { TargetGroupArn }: DescribeTargetGroupAttributesInput,
): object {
  return { Attributes: attributesOf(findTargetGroup(world, TargetGroupArn)) }
}

export function attributesOf({
  deregistrationDelaySeconds,
  trafficProtocol,
  attributes,
}: TargetGroup): object[] {
  const all = {
    'deregistration_delay.timeout_seconds': deregistrationDelaySeconds,
    'stickiness.enabled': false,
    'stickiness.type': trafficProtocol.startsWith('HTTP') ? 'lb_cookie' : 'source_ip',
    'load_balancing.cross_zone.enabled': 'use_load_balancer_configuration',
    ...attributes,
  }
  return Object.entries(all).map(([Key, value]) => ({ Key, Value: String(value) }))
}
