import { AwsError } from '../aws-error.js'
import type { TargetGroup } from '../ecs/resources/target-groups.js'
import type { World } from '../ecs/world.js'

export function findTargetGroup(world: World, arn: string): TargetGroup {
  requireArn(arn)
  const group = world.targetGroups.find(arn)
  if (group) return group
  throw new AwsError('TargetGroupNotFound', `Target groups '${arn}' not found`)
}

export function requireArn(arn: string): void {
  if (/^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:targetgroup\/[^/]+\/[^/]+$/.test(arn)) return
  throw new AwsError('ValidationError', `'${arn}' is not a valid target group ARN`)
}

/** `web-prod` of `…:targetgroup/web-prod/6d0ecf831eec9f09` */
export function nameOf({ arn }: TargetGroup): string {
  return arn.split('/')[1] ?? ''
}
