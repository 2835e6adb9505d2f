import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import type { Operation } from '../operation.js'
import { describedServiceShape, serviceShape } from '../wire/service-shape.js'
import { CreateService } from './create-service.js'
import { findCluster, findService, lookupService, serviceArn } from './find.js'
import { page } from './page.js'
import { UpdateService } from './update-service.js'

/** A missing service is a failure in the response, not an error. */
const DescribeServices: Operation = (world, { cluster: reference, services: names, include = [] }) => {
  const cluster = findCluster(world, reference)
  if (names.length > 10) throw new AwsError('InvalidParameterException', 'Services cannot be longer than 10.')
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

export const services = { CreateService, UpdateService, DescribeServices, ListServices, DeleteService }
