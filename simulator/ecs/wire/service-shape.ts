import { definedMembers } from '../../defined-members.js'
import { inProgress } from '../behavior/rollout-messages.js'
import { countRevision } from '../behavior/service-deployment-status.js'
import { type Deployment, primaryOf, type Service } from '../state/service.js'
import { isPending, isRunning } from '../state/task.js'
import type { World } from '../world.js'
import { epoch } from './epoch.js'
import { taskSetShape } from './task-set-shape.js'

/** For CreateService and UpdateService: no currentServiceDeployment. */
export function serviceShape(world: World, service: Service): Record<string, unknown> {
  const tasks = world.tasksOf(service)
  const { attributes } = service
  return definedMembers({
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.clusterArn,
    loadBalancers: service.loadBalancers,
    serviceRegistries: attributes.serviceRegistries ?? [],
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: tasks.filter(isRunning).length,
    pendingCount: tasks.filter(isPending).length,
    launchType: attributes.launchType,
    capacityProviderStrategy: attributes.capacityProviderStrategy,
    platformVersion: attributes.platformVersion,
    platformFamily: attributes.platformFamily,
    deploymentConfiguration: service.configuration,
    ...rolloutMembers(world, service),
    roleArn: attributes.roleArn,
    events: service.events.map(({ id, createdAt, message }) => ({
      id,
      createdAt: epoch(createdAt),
      message,
    })),
    createdAt: epoch(service.createdAt),
    placementConstraints: attributes.placementConstraints ?? [],
    placementStrategy: attributes.placementStrategy ?? [],
    networkConfiguration: attributes.networkConfiguration,
    healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds,
    schedulingStrategy: service.schedulingStrategy,
    deploymentController: { type: service.controller },
    createdBy: attributes.createdBy,
    enableECSManagedTags: attributes.enableECSManagedTags ?? false,
    propagateTags: attributes.propagateTags ?? 'NONE',
    enableExecuteCommand: attributes.enableExecuteCommand ?? false,
    availabilityZoneRebalancing: attributes.availabilityZoneRebalancing ?? 'ENABLED',
    resourceManagementType: service.resourceManagementType,
  })
}

/** Controllers other than ECS have task sets instead of deployments. */
function rolloutMembers(world: World, service: Service): Record<string, unknown> {
  if (service.controller !== 'ECS') {
    return { deployments: [], taskSets: service.deployments.map(set => taskSetShape(world, service, set)) }
  }
  // An Express service has it only in its deployments (ecspresso, pull request 902).
  const isExpress = service.resourceManagementType === 'ECS'
  return {
    taskDefinition: isExpress ? undefined : primaryOf(service).revision.taskDefinition.arn,
    deployments: inOrder(world, service).map(deployment => deploymentShape(world, service, deployment)),
    currentServiceRevisions: inOrder(world, service).map(({ revision }) =>
      revisionCountsShape(world, service, revision.digits),
    ),
  }
}

function inOrder({ settings }: World, { deployments }: Service): readonly Deployment[] {
  switch (settings.deploymentOrder) {
    case 'newest-first':
      return deployments
    case 'oldest-first':
      return deployments.toReversed()
    case 'by-id':
      return deployments.toSorted((a, b) => a.id.localeCompare(b.id))
  }
}

/** For DescribeServices; possibly stale. */
export function describedServiceShape(world: World, service: Service): Record<string, unknown> {
  const stale = service.stale.find(({ until }) => world.now < until)
  return stale ? { ...stale.shape } : currentServiceShape(world, service)
}

/** Never stale; currentServiceDeployment still has its own delay. */
export function currentServiceShape(world: World, service: Service): Record<string, unknown> {
  const visible = service.serviceDeployments.findLast(
    ({ createdAt }) => createdAt + world.settings.currentServiceDeploymentLagMs <= world.now,
  )
  return definedMembers({ ...serviceShape(world, service), currentServiceDeployment: visible?.arn })
}

function deploymentShape(world: World, service: Service, deployment: Deployment): Record<string, unknown> {
  const tasks = world.tasksOf(service).filter(task => task.deploymentId === deployment.id)
  return definedMembers({
    id: `ecs-svc/${deployment.id}`,
    status: deployment.status,
    taskDefinition: deployment.revision.taskDefinition.arn,
    desiredCount: deployment.desiredCount,
    pendingCount: tasks.filter(isPending).length,
    runningCount: tasks.filter(isRunning).length,
    failedTasks: deployment.failedTasks,
    createdAt: epoch(deployment.createdAt),
    updatedAt: epoch(deployment.updatedAt),
    ...deployment.revision.attributes,
    ...rolloutStateShape(world, deployment),
  })
}

function rolloutStateShape(world: World, deployment: Deployment): object {
  const { id, status, failedAt, rolloutState, rolloutStateReason } = deployment
  const isLate = failedAt !== undefined && world.now < failedAt + world.settings.failedReadLagMs
  return isLate && status === 'ACTIVE'
    ? { rolloutState: 'IN_PROGRESS', rolloutStateReason: inProgress(id) }
    : { rolloutState, rolloutStateReason }
}

function revisionCountsShape(world: World, service: Service, digits: string): Record<string, unknown> {
  const counts = countRevision(world, service, digits)
  return {
    arn: revisionArn(world, service, digits),
    requestedTaskCount: counts.requested,
    runningTaskCount: counts.running,
    pendingTaskCount: counts.pending,
  }
}

export function revisionArn(world: World, service: Service, digits: string): string {
  return world.arn(`service-revision/${service.clusterName}/${service.name}/${digits}`)
}
