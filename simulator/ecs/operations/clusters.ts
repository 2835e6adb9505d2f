import type { Operation } from '../operation.js'
import type { Cluster } from '../state/cluster.js'
import { isPending, isRunning } from '../state/task.js'
import type { World } from '../world.js'
import { page } from './page.js'

/** Creating a cluster that exists returns it. */
const CreateCluster: Operation = (world, input) => {
  const { clusterName = 'default', tags = [], ...attributes } = input
  const known = world.clusters.get(clusterName)
  if (known !== undefined) return { cluster: clusterShape(world, known) }
  const cluster: Cluster = { name: clusterName, arn: world.arn(`cluster/${clusterName}`), attributes, tags }
  world.clusters.set(clusterName, cluster)
  return { cluster: clusterShape(world, cluster) }
}

const DescribeClusters: Operation = (world, { clusters = ['default'], include = [] }) => {
  const names: string[] = clusters.map((reference: string) => reference.slice(reference.lastIndexOf('/') + 1))
  return {
    clusters: names.flatMap(name => {
      const cluster = world.clusters.get(name)
      if (cluster === undefined) return []
      return [{ ...clusterShape(world, cluster), ...(include.includes('TAGS') && { tags: cluster.tags }) }]
    }),
    failures: names
      .filter(name => !world.clusters.has(name))
      .map(name => ({ arn: world.arn(`cluster/${name}`), reason: 'MISSING' })),
  }
}

const ListClusters: Operation = (world, input) => {
  const { items, token } = page([...world.clusters.values()], input)
  return { clusterArns: items.map(({ arn }) => arn), ...token }
}

export const clusters = { CreateCluster, DescribeClusters, ListClusters }

function clusterShape(world: World, cluster: Cluster): object {
  const tasks = [...world.tasks.values()].filter(task => task.clusterArn === cluster.arn)
  const services = [...world.services.values()].filter(
    service => service.clusterArn === cluster.arn && service.status !== 'INACTIVE',
  )
  return {
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: 'ACTIVE',
    registeredContainerInstancesCount: 0,
    runningTasksCount: tasks.filter(isRunning).length,
    pendingTasksCount: tasks.filter(isPending).length,
    activeServicesCount: services.length,
    statistics: [],
    tags: [],
    settings: cluster.attributes.settings ?? [{ name: 'containerInsights', value: 'disabled' }],
    capacityProviders: cluster.attributes.capacityProviders ?? [],
    defaultCapacityProviderStrategy: cluster.attributes.defaultCapacityProviderStrategy ?? [],
  }
}
