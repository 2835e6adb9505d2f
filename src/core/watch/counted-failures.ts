/** How many tasks of our deployment ECS counts as failed, whether or not they can be looked at. */
import type { Sight, Tracked } from './tracked.js'

export function countedFailures({ deploymentId }: Tracked, { service, serviceDeployment }: Sight): number {
  const classic =
    service === 'missing' ? undefined : service.deployments.find(({ id }) => id === deploymentId)?.failedTasks
  return Math.max(classic ?? 0, serviceDeployment?.breaker?.failures ?? 0)
}
