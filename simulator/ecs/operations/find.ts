import { AwsError } from '../../aws-error.js'
import type { Cluster } from '../state/cluster.js'
import type { Service } from '../state/service.js'
import type { TaskDefinition } from '../state/task-definition.js'
import type { World } from '../world.js'

/** By name or ARN; "default" by default. */
export function findCluster(world: World, reference: string | undefined): Cluster {
  checkClusterReference(reference)
  const cluster = world.clusters.get(resourceName(reference ?? 'default'))
  if (cluster?.status === 'ACTIVE' && isHere(world, reference)) return cluster
  throw new AwsError('ClusterNotFoundException', 'Cluster not found.')
}

/**
 * https://github.com/awslabs/amazon-ecs-nodejs-microservices/issues/18 (the name),
 * https://github.com/aws-samples/semantic-search-aws-docs/issues/5 (the separators)
 */
export function checkClusterReference(reference = 'default'): void {
  const parts = reference.split('/')
  if (parts.length > (reference.startsWith('arn:') ? 2 : 1)) {
    throw new AwsError('InvalidParameterException', 'Invalid identifier: Unexpected number of separators')
  }
  const name = parts.at(-1) ?? ''
  if (/^[a-zA-Z0-9\-_]{1,255}$/.test(name)) return
  const message = `Cluster must match ^[a-zA-Z0-9\\-_]{1,255}$, but was ${name}`
  throw new AwsError('InvalidParameterException', message)
}

export function lookupService(world: World, cluster: Cluster, reference: string): Service | undefined {
  const [, other] = /:service\/([^/]+)\/[^/]+$/.exec(reference) ?? []
  // github.com/aws/aws-toolkit-vscode/issues/2915
  if (other !== undefined && other !== cluster.name) {
    const message = `Invalid identifier: Identifier is for cluster ${other}. Your cluster is ${cluster.name}`
    throw new AwsError('InvalidParameterException', message)
  }
  return isHere(world, reference) ? world.services.get(serviceArn(world, cluster, reference)) : undefined
}

export function findService(world: World, cluster: Cluster, reference: string): Service {
  const service = lookupService(world, cluster, reference)
  if (service === undefined) throw new AwsError('ServiceNotFoundException', 'Service not found.')
  return service
}

export function serviceArn(world: World, cluster: Cluster, reference: string): string {
  return world.arn(`service/${cluster.name}/${resourceName(reference)}`)
}

/** A family alone means its latest ACTIVE revision. */
export function lookupDefinition(world: World, reference: string): TaskDefinition | undefined {
  const [family = '', revision] = resourceName(reference).split(':')
  // https://github.com/hashicorp/terraform/issues/17746
  if (revision !== undefined && !/^\d+$/.test(revision)) {
    throw new AwsError('InvalidParameterException', `Invalid revision number. Number: ${revision}`)
  }
  const revisions = isHere(world, reference) ? (world.families.get(family) ?? []) : []
  return revision === undefined
    ? revisions.findLast(({ status }) => status === 'ACTIVE')
    : revisions.find(definition => String(definition.revision) === revision)
}

export function findActiveDefinition(
  world: World,
  reference: string,
  inactive = 'ClientException',
): TaskDefinition {
  const definition = lookupDefinition(world, reference)
  if (definition === undefined) throw new AwsError('ClientException', 'TaskDefinition not found.')
  if (definition.status !== 'ACTIVE') throw new AwsError(inactive, 'TaskDefinition is inactive')
  return definition
}

/** What ECS says of another account is not known. */
function isHere(world: World, reference = ''): boolean {
  checkRegion(world, reference)
  const [, account] = /^arn:[^:]+:ecs:[^:]*:([^:]*):/.exec(reference) ?? []
  return account === undefined || account === world.account
}

/**
 * https://github.com/aws/aws-cli/issues/3175, https://github.com/aws/aws-toolkit-vscode/issues/2915; of tags and service
 * deployments no report is known, and the same is assumed.
 */
export function checkRegion(world: World, reference: string): void {
  const [, region = world.region] = /^arn:[^:]+:ecs:([^:]*):/.exec(reference) ?? []
  if (region !== world.region) throw new AwsError('InvalidParameterException', 'Invalid Region in ARN')
}

export function resourceName(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1)
}
