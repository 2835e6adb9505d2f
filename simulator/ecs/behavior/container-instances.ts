/**
 * The container instances of a cluster. Nobody registers any here: they are believed as soon as something of the cluster
 * is placed on EC2.
 */
import { createHash } from 'node:crypto'
import { isOfFargate } from '../rules/task-capacity.js'
import type { Cluster } from '../state/cluster.js'
import type { ContainerInstance } from '../state/container-instance.js'
import { isPending, type Task } from '../state/task.js'
import type { World } from '../world.js'
import { serviceOf } from './service-of.js'
import { stopTask } from './task-stop.js'

export function instancesOf(world: World, cluster: Cluster): readonly ContainerInstance[] {
  if (!world.capacity.hasContainerInstances) return []
  if (cluster.instances.length === 0 && usesInstances(world, cluster)) {
    for (let number = 0; number < world.settings.daemonInstances; number += 1)
      cluster.instances.push(newInstance(world, cluster, number))
  }
  return cluster.instances
}

/** The one with the fewest tasks. */
export function instanceFor(world: World, cluster: Cluster): ContainerInstance | undefined {
  const [least] = instancesOf(world, cluster)
    .filter(({ status }) => status === 'ACTIVE')
    .toSorted((a, b) => liveTasksOn(world, a).length - liveTasksOn(world, b).length)
  return least
}

export function liveTasksOn(world: World, { arn }: ContainerInstance): Task[] {
  const live = (task: Task) => task.lastStatus !== 'STOPPED'
  return [...world.tasks.values()].filter(task => task.containerInstanceArn === arn && live(task))
}

/** Of services only; the order by minimumHealthyPercent is not modeled (container-instance-draining). */
export function drainInstance(world: World, instance: ContainerInstance): void {
  instance.status = 'DRAINING'
  for (const task of liveTasksOn(world, instance)) {
    const service = serviceOf(world, task)
    if (service === undefined) continue
    const reason = `Service ${service.name}: container instance is in DRAINING state`
    stopTask(world, task, { code: 'ServiceSchedulerInitiated', reason })
  }
}

export function pendingTasksOn(world: World, instance: ContainerInstance): Task[] {
  return liveTasksOn(world, instance).filter(isPending)
}

function usesInstances(world: World, { arn, attributes }: Cluster): boolean {
  const providers = (attributes.capacityProviders ?? []) as readonly string[]
  if (providers.some(provider => !isOfFargate(provider))) return true
  if ([...world.tasks.values()].some(task => task.clusterArn === arn && task.launchType === 'EC2'))
    return true
  return [...world.services.values()].some(service => {
    if (service.clusterArn !== arn || service.status === 'INACTIVE') return false
    const strategy = (service.attributes.capacityProviderStrategy ?? []) as readonly Provider[]
    return (
      service.attributes.launchType === 'EC2' ||
      strategy.some(({ capacityProvider }) => !isOfFargate(capacityProvider))
    )
  })
}

type Provider = { readonly capacityProvider: string }

/** Ids derive from the cluster, so that they change no other id of the world. */
function newInstance(world: World, { name }: Cluster, number: number): ContainerInstance {
  const id = createHash('sha256').update(`${name} ${number}`).digest('hex')
  return {
    arn: world.arn(`container-instance/${name}/${id.slice(0, 32)}`),
    ec2InstanceId: `i-0${id.slice(32, 48)}`,
    registeredAt: world.now,
    status: 'ACTIVE',
    custom: new Map(),
  }
}
