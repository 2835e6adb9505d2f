import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import type { Operation } from '../operation.js'
import { isOfFargate } from '../rules/task-capacity.js'
import type { Cluster } from '../state/cluster.js'
import { clusterShape, servicesIn } from '../wire/cluster-shape.js'
import type { World } from '../world.js'
import { findCluster } from './find.js'
import { page } from './page.js'
import { checkCapacityProviders } from './update-limits.js'

const UpdateCluster: Operation = (world, { cluster: reference, ...changes }) => {
  const cluster = findCluster(world, reference)
  cluster.attributes = { ...cluster.attributes, ...definedMembers(changes) }
  return { cluster: clusterShape(world, cluster) }
}

const UpdateClusterSettings: Operation = (world, { cluster: reference, settings }) => {
  const cluster = findCluster(world, reference)
  cluster.attributes = { ...cluster.attributes, settings }
  return { cluster: clusterShape(world, cluster) }
}

/** Replaces both lists. */
const PutClusterCapacityProviders: Operation = (world, input) => {
  const cluster = findCluster(world, input.cluster)
  const { capacityProviders, defaultCapacityProviderStrategy } = input
  const attributes = { ...cluster.attributes, capacityProviders, defaultCapacityProviderStrategy }
  checkCapacityProviders(attributes, { capacityProviderStrategy: defaultCapacityProviderStrategy })
  // https://github.com/aws/aws-cdk/issues/19275
  if (providersInUse(world, cluster).some(provider => !capacityProviders.includes(provider))) {
    const message = 'The specified capacity provider is in use and cannot be removed.'
    throw new AwsError('ResourceInUseException', message)
  }
  cluster.attributes = attributes
  return { cluster: clusterShape(world, cluster) }
}

/** Those of Fargate, and those that a cluster or a service names. */
const DescribeCapacityProviders: Operation = (world, input) => {
  const cluster = input.cluster === undefined ? undefined : findCluster(world, input.cluster)
  const known = [...new Set(['FARGATE', 'FARGATE_SPOT', ...providersOf(world, cluster)])]
  const references: readonly string[] = input.capacityProviders ?? known
  const names = references.map(reference => reference.slice(reference.lastIndexOf('/') + 1))
  const { items, nextToken } = page(
    names.filter(name => known.includes(name)),
    input,
  )
  return definedMembers({
    capacityProviders: items.map(name => capacityProviderShape(world, name)),
    failures: names
      .filter(name => !known.includes(name))
      .map(name => ({ arn: world.arn(`capacity-provider/${name}`), reason: 'MISSING' })),
    nextToken,
  })
}

export const clusterSettings = {
  UpdateCluster,
  UpdateClusterSettings,
  PutClusterCapacityProviders,
  DescribeCapacityProviders,
}

type Provider = { readonly capacityProvider: string }

/** A service that drains still uses them. */
function providersInUse(world: World, cluster: Cluster): string[] {
  return servicesIn(world, cluster).flatMap(({ attributes }) =>
    ((attributes.capacityProviderStrategy ?? []) as readonly Provider[]).map(each => each.capacityProvider),
  )
}

function providersOf(world: World, cluster: Cluster | undefined): string[] {
  const clusters = cluster === undefined ? [...world.clusters.values()] : [cluster]
  return clusters.flatMap(each => [
    ...((each.attributes.capacityProviders ?? []) as readonly string[]),
    ...providersInUse(world, each),
  ])
}

function capacityProviderShape(world: World, name: string): object {
  const capacityProviderArn = world.arn(`capacity-provider/${name}`)
  const shape = { capacityProviderArn, name, status: 'ACTIVE', tags: [] }
  if (isOfFargate(name)) return { ...shape, type: name }
  const group = `arn:aws:autoscaling:${world.region}:${world.account}:autoScalingGroup:0c1d2e3f-4051-4627-8495-a6b7c8d9eaf0:autoScalingGroupName/${name}`
  const managedScaling = { status: 'ENABLED', targetCapacity: 100 }
  return {
    ...shape,
    type: 'EC2_AUTOSCALING',
    autoScalingGroupProvider: {
      autoScalingGroupArn: group,
      managedScaling,
      managedTerminationProtection: 'DISABLED',
    },
  }
}
