/** The instances of clusters (AWSEC2/latest/APIReference/API_DescribeInstances.html). */
import { AwsError } from '../aws-error.js'
import { instancesOf } from '../ecs/behavior/container-instances.js'
import type { ContainerInstance } from '../ecs/state/container-instance.js'
import { attributesOf } from '../ecs/wire/container-instance-shape.js'
import type { World } from '../ecs/world.js'
import type { Wanted } from './network.js'

export function describeInstances(world: World, { ids, filters }: Wanted): object {
  const all = [...world.clusters.values()].flatMap(cluster => instancesOf(world, cluster))
  const wanted = ids.length > 0 ? ids : filters.get('instance-id')
  const missing = ids.find(id => all.every(({ ec2InstanceId }) => ec2InstanceId !== id))
  if (missing !== undefined) {
    throw new AwsError('InvalidInstanceID.NotFound', `The instance ID '${missing}' does not exist`)
  }
  const found = all.filter(({ ec2InstanceId }) => wanted?.includes(ec2InstanceId) ?? true)
  return {
    reservationSet: found.map((instance, index) => ({
      reservationId: `r-0b1c2d3e4f5a607${String(index).padStart(2, '0')}`,
      ownerId: world.account,
      groupSet: [],
      instancesSet: [shapeOf(world, instance)],
    })),
  }
}

function shapeOf(world: World, instance: ContainerInstance): object {
  const { ec2InstanceId: instanceId, registeredAt } = instance
  const attributes = attributesOf(world, instance)
  const [third, fourth] = [instanceId.slice(-4, -2), instanceId.slice(-2)].map(hex =>
    Number.parseInt(hex, 16),
  )
  const address = `10.0.${third}.${fourth}`
  return {
    instanceId,
    imageId: 'ami-0b1c2d3e4f5a60718',
    instanceState: { code: 16, name: 'running' },
    privateDnsName: `ip-${address.replaceAll('.', '-')}.${world.region}.compute.internal`,
    instanceType: attributes['ecs.instance-type'],
    launchTime: new Date(registeredAt).toISOString(),
    placement: { availabilityZone: attributes['ecs.availability-zone'], tenancy: 'default' },
    privateIpAddress: address,
    vpcId: 'vpc-0b1c2d3e4f5a60718',
    architecture: 'x86_64',
    tagSet: [],
  }
}
