/** When the tasks of a success were healthy, at the latest. AWS keeps no such time. */
import { deploymentOf, type Service } from '../ecs/service.js'
import { taskLimitsAt } from '../settings/task-limits.js'
import type { Tracked } from './tracked-deployment.js'

interface Completion {
  /** some container has a health check */
  readonly checksContainers: boolean
  readonly completedAt: number | undefined
}

/**
 * ECS stops older tasks as far as minimumHealthyPercent allows, so with 100% the last of them leave when all are healthy.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
export function healthyBy(
  { deploymentId }: Tracked,
  service: Service,
  { checksContainers, completedAt }: Completion,
): number | undefined {
  if (service.loadBalancers.length === 0 && !checksContainers) return undefined
  const { min } = taskLimitsAt(service, service.desiredCount)
  const begun = deploymentOf(service, deploymentId)?.createdAt
  if (service.strategy !== 'ROLLING' || min < service.desiredCount || begun === undefined) return completedAt
  const drained = service.events.find(({ at, message }) => {
    const of = /, taskSet ([^)]+)\) has begun draining connections/.exec(message)?.[1]
    return at >= begun && of !== undefined && of !== deploymentId
  })
  return drained?.at ?? completedAt
}
