import { definedMembers } from '../../defined-members.js'
import { instancesOf } from '../behavior/container-instances.js'
import type { Cluster } from '../state/cluster.js'
import type { Service } from '../state/service.js'
import { isPending, isRunning, type Task } from '../state/task.js'
import type { World } from '../world.js'

export function clusterShape(world: World, cluster: Cluster): Record<string, unknown> {
  const tasks = tasksIn(world, cluster)
  const { attributes } = cluster
  return definedMembers({
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: cluster.status,
    registeredContainerInstancesCount: instancesOf(world, cluster).length,
    runningTasksCount: tasks.filter(isRunning).length,
    pendingTasksCount: tasks.filter(isPending).length,
    activeServicesCount: servicesIn(world, cluster).length,
    statistics: [],
    tags: [],
    settings: attributes.settings ?? [{ name: 'containerInsights', value: 'disabled' }],
    configuration: attributes.configuration,
    capacityProviders: attributes.capacityProviders ?? [],
    defaultCapacityProviderStrategy: attributes.defaultCapacityProviderStrategy ?? [],
    serviceConnectDefaults: attributes.serviceConnectDefaults,
  })
}

export function tasksIn(world: World, { arn }: Cluster): Task[] {
  return [...world.tasks.values()].filter(task => task.clusterArn === arn)
}

export function servicesIn(world: World, { arn }: Cluster): Service[] {
  return [...world.services.values()].filter(
    service => service.clusterArn === arn && service.status !== 'INACTIVE',
  )
}
