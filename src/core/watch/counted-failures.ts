import { deploymentOf } from '../ecs/service.js'
import { stageOf } from '../ecs/service-deployment.js'
import type { Task } from '../ecs/task.js'
import type { Notice } from '../errors/notice.js'
import { notice } from '../errors/notice.js'
import type { Snapshot, Tracked } from './tracked-deployment.js'

export function countedFailures({ deploymentId }: Tracked, { service, serviceDeployment }: Snapshot): number {
  const classic = service === 'missing' ? undefined : deploymentOf(service, deploymentId)?.failedTasks
  return Math.max(classic ?? 0, serviceDeployment?.breaker?.failures ?? 0)
}

/** 0 if a failed task could be read. */
export function unlistedFailures(tracked: Tracked, last: Snapshot, failed: readonly Task[]): number {
  return failed.length === 0 ? countedFailures(tracked, last) : 0
}

export function unlistedNotice(count: number): Notice {
  const tasks = count === 1 ? '1 failed task' : `${count} failed tasks`
  return notice(
    `ECS counts ${tasks} of the deployment, but no longer lists them: what is reported comes from its events.`,
  )
}

/** While it stays the same, no task has started or stopped, as far as the service shows it. */
export function taskActivity({ service }: Snapshot): string {
  if (service === 'missing') return ''
  const counts = service.deployments.map(one => [one.id, one.runningCount, one.pendingCount])
  return JSON.stringify([service.events[0]?.id, counts])
}

/** When it changes, there are stopped tasks to read. A service deployment that was only found changes nothing. */
export function failureCounts({ service, serviceDeployment }: Snapshot): string {
  const classic = service === 'missing' ? [] : service.deployments.map(({ failedTasks }) => failedTasks)
  const failures = serviceDeployment?.breaker?.failures ?? 0
  const stage = serviceDeployment ? stageOf(serviceDeployment) : 'ongoing'
  return JSON.stringify([classic.filter(count => count > 0), failures, stage])
}
