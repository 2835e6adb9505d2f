import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import type { Operation } from '../operation.js'
import type { Service } from '../state/service.js'
import { describedServiceShape, serviceShape } from '../wire/service-shape.js'
import type { World } from '../world.js'
import { CreateService } from './create-service.js'
import { findCluster, findService, lookupService, serviceArn } from './find.js'
import { checkList } from './identifiers.js'
import { page } from './page.js'
import { UpdateService } from './update-service.js'

/** A missing service is a failure in the response, not an error. */
const DescribeServices: Operation = (world, { cluster: reference, services: names, include = [] }) => {
  const cluster = findCluster(world, reference)
  checkList('Services', names, 10)
  const services: object[] = []
  const failures: object[] = []
  for (const name of names) {
    const service = lookupService(world, cluster, name)
    if (service === undefined) {
      failures.push({ arn: serviceArn(world, cluster, name), reason: 'MISSING' })
      continue
    }
    const shape = describedServiceShape(world, service)
    if (include.includes('TAGS')) shape.tags = service.tags
    services.push(shape)
  }
  return { services, failures }
}

const ListServices: Operation = (world, input) => {
  const cluster = findCluster(world, input.cluster)
  const arns = [...world.services.values()]
    .filter(service => service.clusterArn === cluster.arn && service.status !== 'INACTIVE')
    .filter(service => input.launchType === undefined || service.attributes.launchType === input.launchType)
    .filter(
      service =>
        input.schedulingStrategy === undefined || service.schedulingStrategy === input.schedulingStrategy,
    )
    .filter(
      service =>
        input.resourceManagementType === undefined ||
        service.resourceManagementType === input.resourceManagementType,
    )
    .map(({ arn }) => arn)
  const { items, nextToken } = page(arns, input, 10)
  return definedMembers({ serviceArns: items, nextToken })
}

/** Those that Service Connect puts into the namespace, by name or ARN (API_ListServicesByNamespace). */
const ListServicesByNamespace: Operation = (world, input) => {
  const name = input.namespace.split('/').at(-1)
  const arns = [...world.services.values()]
    .filter(({ status }) => status !== 'INACTIVE')
    .filter(service => namespaceOf(world, service)?.split('/').at(-1) === name)
    .map(({ arn }) => arn)
  const { items, nextToken } = page(arns, input, 10)
  return definedMembers({ serviceArns: items, nextToken })
}

/** Its own, else the default of its cluster. */
function namespaceOf(world: World, { attributes, clusterName }: Service): string | undefined {
  const { enabled, namespace } = (attributes.serviceConnectConfiguration ?? {}) as Connect
  const defaults = world.clusters.get(clusterName)?.attributes.serviceConnectDefaults as Connect | undefined
  return enabled === true ? (namespace ?? defaults?.namespace) : undefined
}

type Connect = { readonly enabled?: boolean; readonly namespace?: string }

/**
 * The service drains, then becomes INACTIVE with its last task; it stays visible until its name is used
 * again.
 */
export const DeleteService: Operation = (world, { cluster: reference, service: name, force }) => {
  const service = findService(world, findCluster(world, reference), name)
  if (service.status !== 'ACTIVE') throw new AwsError('ServiceNotActiveException', 'Service was not ACTIVE.')
  if (service.desiredCount > 0 && !force) {
    throw new AwsError(
      'InvalidParameterException',
      'The service cannot be stopped while it is scaled above 0.',
    )
  }
  service.desiredCount = 0
  service.status = 'DRAINING'
  // "Amazon ECS deletes the service deployment when you delete a service" (service-deployment).
  service.serviceDeployments = []
  world.scheduleRun(service)
  return { service: serviceShape(world, service) }
}

export const services = {
  CreateService,
  UpdateService,
  DescribeServices,
  ListServices,
  ListServicesByNamespace,
  DeleteService,
}
