/** Target groups have no tags here. */
import type { World } from '../ecs/world.js'
import { findTargetGroup } from './find-target-group.js'

export interface DescribeTagsInput {
  readonly ResourceArns: readonly string[]
}

export function describeTags(world: World, { ResourceArns }: DescribeTagsInput): object {
  const groups = ResourceArns.map(arn => findTargetGroup(world, arn))
  return { TagDescriptions: groups.map(({ arn }) => ({ ResourceArn: arn, Tags: [] })) }
}
