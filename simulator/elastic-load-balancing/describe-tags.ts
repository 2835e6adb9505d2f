/** Tags of target groups, load balancers and listeners (elasticloadbalancing/latest/APIReference/API_DescribeTags.html). */
import type { TargetGroupTag } from '../ecs/resources/target-groups.js'
import type { World } from '../ecs/world.js'
import { findTargetGroup } from './find-target-group.js'
import { findListener } from './listeners.js'
import { findLoadBalancer } from './load-balancers.js'

export interface DescribeTagsInput {
  readonly ResourceArns: readonly string[]
}

type Tags = readonly TargetGroupTag[]

interface Tagged {
  readonly tags: Tags
  readonly set: (tags: Tags) => void
}

function find(world: World, arn: string): Tagged {
  if (arn.includes(':loadbalancer/')) {
    const balancer = findLoadBalancer(world, arn)
    return { tags: balancer.tags, set: tags => world.loadBalancers.set({ ...balancer, tags }) }
  }
  if (arn.includes(':listener/')) {
    const listener = findListener(world, arn)
    return { tags: listener.tags, set: tags => world.loadBalancers.setListener({ ...listener, tags }) }
  }
  const group = findTargetGroup(world, arn)
  return { tags: group.tags, set: tags => world.targetGroups.add({ ...group, tags }) }
}

export function describeTags(world: World, { ResourceArns }: DescribeTagsInput): object {
  const tagged = ResourceArns.map(arn => ({ ResourceArn: arn, Tags: find(world, arn).tags }))
  return { TagDescriptions: tagged }
}

export function addTags(
  world: World,
  { ResourceArns, Tags }: DescribeTagsInput & { readonly Tags: Tags },
): object {
  const keys = new Set(Tags.map(({ Key }) => Key))
  for (const { tags, set } of ResourceArns.map(arn => find(world, arn)))
    set([...tags.filter(({ Key }) => !keys.has(Key)), ...Tags])
  return {}
}

export function removeTags(
  world: World,
  { ResourceArns, TagKeys }: DescribeTagsInput & { readonly TagKeys: readonly string[] },
): object {
  for (const { tags, set } of ResourceArns.map(arn => find(world, arn)))
    set(tags.filter(({ Key }) => !TagKeys.includes(Key)))
  return {}
}
