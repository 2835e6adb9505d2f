/** Only target groups have tags (elasticloadbalancing/latest/APIReference/API_DescribeTags.html). */
import type { TargetGroupTag } from '../ecs/resources/target-groups.js'
import type { World } from '../ecs/world.js'
import { findTargetGroup } from './find-target-group.js'

export interface DescribeTagsInput {
  readonly ResourceArns: readonly string[]
}

export function describeTags(world: World, { ResourceArns }: DescribeTagsInput): object {
  const groups = ResourceArns.map(arn => findTargetGroup(world, arn))
  return { TagDescriptions: groups.map(({ arn, tags }) => ({ ResourceArn: arn, Tags: tags })) }
}

export function addTags(
  world: World,
  { ResourceArns, Tags }: DescribeTagsInput & { readonly Tags: readonly TargetGroupTag[] },
): object {
  const keys = new Set(Tags.map(({ Key }) => Key))
  for (const group of ResourceArns.map(arn => findTargetGroup(world, arn))) {
    const tags = [...group.tags.filter(({ Key }) => !keys.has(Key)), ...Tags]
    world.targetGroups.add({ ...group, tags })
  }
  return {}
}

export function removeTags(
  world: World,
  { ResourceArns, TagKeys }: DescribeTagsInput & { readonly TagKeys: readonly string[] },
): object {
  for (const group of ResourceArns.map(arn => findTargetGroup(world, arn))) {
    world.targetGroups.add({ ...group, tags: group.tags.filter(({ Key }) => !TagKeys.includes(Key)) })
  }
  return {}
}
