/** API_ContainerInstance; the wording is ours unless a comment says otherwise. */
import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import { drainInstance, instancesOf } from '../behavior/container-instances.js'
import type { Operation } from '../operation.js'
import type { Cluster } from '../state/cluster.js'
import type { ContainerInstance } from '../state/container-instance.js'
import { attributesOf, containerInstanceShape } from '../wire/container-instance-shape.js'
import type { World } from '../world.js'
import { findCluster } from './find.js'
import { checkIds, checkList } from './identifiers.js'
import { page } from './page.js'

const ListContainerInstances: Operation = (world, input) => {
  const cluster = findCluster(world, input.cluster)
  const { filter, status } = input
  const matches = filter === undefined ? () => true : parseFilter(world, filter)
  const arns = instancesOf(world, cluster)
    .filter(instance => status === undefined || instance.status === status)
    .filter(matches)
    .map(({ arn }) => arn)
  const { items, nextToken } = page(arns, input)
  return definedMembers({ containerInstanceArns: items, nextToken })
}

/** The part of the cluster query language that names one attribute (cluster-query-language). */
function parseFilter(world: World, filter: string): (instance: ContainerInstance) => boolean {
  const [, subject = '', operator, value] =
    /^\s*([\w:.-]+)\s*(==|!=)\s*'?([\w.:/-]+)'?\s*$/.exec(filter) ?? []
  if (operator === undefined) {
    throw invalid(
      `This simulator does not understand the filter ${filter}; it understands "subject == value".`,
    )
  }
  const subjectOf = (instance: ContainerInstance) => {
    if (subject === 'ec2InstanceId') return instance.ec2InstanceId
    if (subject === 'agentConnected') return 'true'
    return attributesOf(world, instance)[subject.replace(/^attribute:/, '')]
  }
  return instance => (subjectOf(instance) === value) === (operator === '==')
}

const DescribeContainerInstances: Operation = (world, { cluster, containerInstances }) => {
  checkList('Container instances', containerInstances, 100)
  const { found, failures } = lookup(world, findCluster(world, cluster), containerInstances)
  return { containerInstances: found.map(instance => containerInstanceShape(world, instance)), failures }
}

/** "Valid values are ACTIVE and DRAINING" (API_UpdateContainerInstancesState). */
const UpdateContainerInstancesState: Operation = (world, { cluster, containerInstances, status }) => {
  checkList('Container instances', containerInstances, 10)
  if (status !== 'ACTIVE' && status !== 'DRAINING')
    throw invalid('status must be one of ACTIVE and DRAINING.')
  const { found, failures } = lookup(world, findCluster(world, cluster), containerInstances)
  for (const instance of found) {
    if (status === 'DRAINING') drainInstance(world, instance)
    else instance.status = 'ACTIVE'
  }
  return { containerInstances: found.map(instance => containerInstanceShape(world, instance)), failures }
}

export const containerInstances = {
  ListContainerInstances,
  DescribeContainerInstances,
  UpdateContainerInstancesState,
}

function lookup(
  world: World,
  cluster: Cluster,
  references: readonly string[],
): { readonly found: readonly ContainerInstance[]; readonly failures: readonly object[] } {
  checkIds('instanceId', references, cluster)
  const known = instancesOf(world, cluster)
  const byReference = references.map(reference => {
    const arn = world.arn(`container-instance/${cluster.name}/${reference.split('/').at(-1)}`)
    return { arn, instance: known.find(each => each.arn === arn) }
  })
  return {
    found: byReference.flatMap(({ instance }) => instance ?? []),
    failures: byReference
      .filter(({ instance }) => instance === undefined)
      .map(({ arn }) => ({ arn, reason: 'MISSING' })),
  }
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message)
}
