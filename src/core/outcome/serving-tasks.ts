/** A target group does not know revisions: its healthy targets count only while no other revision runs. */

import type { Service } from '../ecs/service.js'
import type { TargetHealthSnapshot } from '../resources/target-health.js'

export interface ServingTasks {
  readonly running: number
  /** healthy targets, if read at the end */
  readonly healthy: number | undefined
  /** the desired count */
  readonly wanted: number
}

interface ServingContext {
  readonly service: Service | undefined
  readonly serving: string | undefined
  readonly snapshots: readonly TargetHealthSnapshot[]
  /** when the service was polled */
  readonly at: number
}

export function servingTasks({ service, serving, snapshots, at }: ServingContext): ServingTasks | undefined {
  if (!service || serving === undefined || service.desiredCount === 0) return undefined
  const running = runningOf(service, serving)
  if (running === 0) return undefined
  const healthy = healthyOf({ service, serving, running, snapshots, at })
  return { running, wanted: service.desiredCount, healthy }
}

interface RunningService extends ServingContext {
  readonly service: Service
  readonly serving: string
  readonly running: number
}

function healthyOf({ service, serving, running, snapshots, at }: RunningService): number | undefined {
  const { deployments, loadBalancers } = service
  const alone = deployments.every(
    ({ taskDefinition, runningCount, pendingCount }) =>
      taskDefinition === serving || runningCount + pendingCount === 0,
  )
  const latest = snapshots.filter(poll => poll.at >= at)
  const groups = loadBalancers.flatMap(({ targetGroups }) => targetGroups)
  const isComplete = groups.every(group => latest.some(poll => poll.group === group))
  const [poll, ...others] = latest.filter(({ targets }) => targets.length > 0)
  if (!alone || !isComplete || !poll || others.length > 0) return undefined
  const targets = poll.targets.filter(({ state }) => !/\bdraining$/.test(state))
  // Somebody else registers targets there, too.
  if (targets.length > running) return undefined
  return targets.filter(({ state }) => state === 'healthy').length
}

export function runningOf({ deployments }: Service, taskDefinition: string): number {
  return deployments
    .filter(deployment => deployment.taskDefinition === taskDefinition)
    .reduce((sum, { runningCount }) => sum + runningCount, 0)
}
