import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import type { Operation } from '../operation.js'
import type { Cluster } from '../state/cluster.js'
import { isPending, isRunning } from '../state/task.js'
import { clusterShape, servicesIn, tasksIn } from '../wire/cluster-shape.js'
import { checkClusterReference, findCluster } from './find.js'
import { page } from './page.js'
import { checkCapacityProviders } from './update-limits.js'

/** Returns an existing cluster. */
const CreateCluster: Operation = (world, input) => {
  const { clusterName = 'default', tags = [], ...members } = input
  checkClusterReference(clusterName)
  const known = world.clusters.get(clusterName)
  if (known?.status === 'ACTIVE') return { cluster: clusterShape(world, known) }
  const arn = world.arn(`cluster/${clusterName}`)
  const { value } = world.accountSettings.effective('containerInsights')
  const attributes = { settings: [{ name: 'containerInsights', value }], ...members }
  checkCapacityProviders(attributes, { capacityProviderStrategy: members.defaultCapacityProviderStrategy })
  const cluster: Cluster = { name: clusterName, arn, attributes, instances: [], tags, status: 'ACTIVE' }
  world.clusters.set(clusterName, cluster)
  return { cluster: clusterShape(world, cluster) }
}

const DescribeClusters: Operation = (world, { clusters = ['default'], include = [] }) => {
  const names: string[] = clusters.map((reference: string) => reference.slice(reference.lastIndexOf('/') + 1))
  return {
    clusters: names.flatMap(name => {
      const cluster = world.clusters.get(name)
      if (cluster === undefined) return []
      const shape = clusterShape(world, cluster)
      if (include.includes('TAGS')) shape.tags = cluster.tags
      // "If this field is omitted, this information isn't included" (API_DescribeClusters).
      if (!include.includes('SETTINGS')) shape.settings = []
      if (!include.includes('CONFIGURATIONS')) shape.configuration = undefined
      return [shape]
    }),
    failures: names
      .filter(name => !world.clusters.has(name))
      .map(name => ({ arn: world.arn(`cluster/${name}`), reason: 'MISSING' })),
  }
}

const ListClusters: Operation = (world, input) => {
  const active = [...world.clusters.values()].filter(({ status }) => status === 'ACTIVE')
  const { items, nextToken } = page(active, input)
  return definedMembers({ clusterArns: items.map(({ arn }) => arn), nextToken })
}

/** Messages seen from ECS (aws/amazon-ecs-cli, issue 368; gruntwork-io/cloud-nuke, issue 368). */
const DeleteCluster: Operation = (world, { cluster: reference }) => {
  const cluster = findCluster(world, reference)
  if (servicesIn(world, cluster).length > 0) {
    throw new AwsError(
      'ClusterContainsServicesException',
      'The Cluster cannot be deleted while Services are active.',
    )
  }
  if (tasksIn(world, cluster).some(task => isPending(task) || isRunning(task))) {
    throw new AwsError(
      'ClusterContainsTasksException',
      'The Cluster cannot be deleted while Tasks are active.',
    )
  }
  cluster.status = 'INACTIVE'
  return { cluster: clusterShape(world, cluster) }
}

export const clusters = { CreateCluster, DescribeClusters, ListClusters, DeleteCluster }
