import { definedMembers } from '../../defined-members.js'
import type { Deployment, Service } from '../state/service.js'
import { isPending, isRunning } from '../state/task.js'
import type { World } from '../world.js'
import { epoch } from './epoch.js'

/** A CODE_DEPLOY service always has one, at full scale. */
export function taskSetShape(world: World, service: Service, set: Deployment): object {
  const tasks = world.tasksOf(service).filter(task => task.deploymentId === set.id)
  return definedMembers({
    id: `ecs-svc/${set.id}`,
    taskSetArn: world.arn(`task-set/${service.clusterName}/${service.name}/ecs-svc/${set.id}`),
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    status: set.status,
    taskDefinition: set.revision.taskDefinition.arn,
    computedDesiredCount: set.desiredCount,
    pendingCount: tasks.filter(isPending).length,
    runningCount: tasks.filter(isRunning).length,
    createdAt: epoch(set.createdAt),
    updatedAt: epoch(set.updatedAt),
    ...set.revision.attributes,
    loadBalancers: set.revision.loadBalancers,
    serviceRegistries: [],
    scale: { value: 100, unit: 'PERCENT' },
    stabilityStatus: set.rolloutState === 'COMPLETED' ? 'STEADY_STATE' : 'STABILIZING',
    tags: [],
  })
}
