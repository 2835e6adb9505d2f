import { AwsError } from '../../aws-error.js'
import type { Cluster } from '../state/cluster.js'
import type { Service } from '../state/service.js'
import type { TaskDefinition } from '../state/task-definition.js'
import type { World } from '../world.js'

/** Finds a cluster by name or ARN; the default is "default". */
export function findCluster(world: World, reference: string | undefined): Cluster {
  const cluster = world.clusters.get(resourceName(reference ?? 'default'))
  if (cluster?.status === 'ACTIVE') return cluster
  throw new AwsError('ClusterNotFoundException', 'Cluster not found.')
}

export function lookupService(world: World, cluster: Cluster, reference: string): Service | undefined {
  return world.services.get(serviceArn(world, cluster, reference))
}

export function findService(world: World, cluster: Cluster, reference: string): Service {
  const service = lookupService(world, cluster, reference)
  if (service === undefined) throw new AwsError('ServiceNotFoundException', 'Service not found.')
  return service
}

export function serviceArn(world: World, cluster: Cluster, reference: string): string {
  return world.arn(`service/${cluster.name}/${resourceName(reference)}`)
}

/** Takes family, family:revision or ARN; a family alone means its latest ACTIVE revision. */
export function lookupDefinition(world: World, reference: string): TaskDefinition | undefined {
  const [family = '', revision] = resourceName(reference).split(':')
  const revisions = world.families.get(family) ?? []
  return revision === undefined
    ? revisions.findLast(({ status }) => status === 'ACTIVE')
    : revisions.find(definition => String(definition.revision) === revision)
}

/** Finds a task definition that is going to run. */
export function findActiveDefinition(
  world: World,
  reference: string,
  inactive = 'ClientException',
): TaskDefinition {
  const definition = lookupDefinition(world, reference)
  if (definition === undefined) throw new AwsError('ClientException', 'TaskDefinition not found.')
  if (definition.status === 'INACTIVE') throw new AwsError(inactive, 'TaskDefinition is inactive')
  return definition
}

function resourceName(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1)
}
