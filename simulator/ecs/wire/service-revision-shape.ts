import { definedMembers } from '../../defined-members.js'
import type { Service, ServiceRevision } from '../state/service.js'
import type { World } from '../world.js'
import { epoch } from './epoch.js'
import { revisionArn } from './service-shape.js'

export function serviceRevisionShape(world: World, service: Service, revision: ServiceRevision): object {
  return definedMembers({
    serviceRevisionArn: revisionArn(world, service, revision.digits),
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    taskDefinition: revision.taskDefinition.arn,
    ...revision.attributes,
    loadBalancers: revision.loadBalancers,
    serviceRegistries: service.attributes.serviceRegistries ?? [],
    containerImages: images(revision),
    guardDutyEnabled: false,
    createdAt: epoch(revision.createdAt),
  })
}

/**
 * The first task resolves the tags: none without a task.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
function images({ digests, taskDefinition }: ServiceRevision): object[] {
  return taskDefinition.containers.map(({ name, image }) =>
    definedMembers({ containerName: name, image, imageDigest: digests.get(name) }),
  )
}
