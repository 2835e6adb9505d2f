/**
 * How many tasks of the revision that serves answer, by the last look at it. A target group does not say which revision
 * a target belongs to: its healthy targets are those of the serving revision only where no other one runs.
 */

import type { Service } from '../ecs/service.js'
import type { TargetHealthSnapshot } from '../resources/target-health.js'

export interface ServingTasks {
  readonly running: number
  /** healthy targets of its load balancer, where it was asked at the end */
  readonly healthy: number | undefined
  /** how many tasks the service wants */
  readonly wanted: number
}

/** `targets` are looks at the target groups; `at` is when the service was looked at. */
export function servingTasks(
  service: Service | undefined,
  serving: string | undefined,
  targets: readonly TargetHealthSnapshot[],
  at: number,
): ServingTasks | undefined {
  if (!service || serving === undefined || service.desiredCount === 0) return undefined
  const running = runningOf(service, serving)
  if (running === 0) return undefined
  return {
    running,
    wanted: service.desiredCount,
    healthy: healthyOf(service, serving, running, targets, at),
  }
}

function healthyOf(
  service: Service,
  serving: string,
  running: number,
  looks: readonly TargetHealthSnapshot[],
  at: number,
): number | undefined {
  const { deployments, loadBalancers } = service
  const alone = deployments.every(
    ({ taskDefinition, runningCount, pendingCount }) =>
      taskDefinition === serving || runningCount + pendingCount === 0,
  )
  // Several groups can disagree, and not each of them may have been asked.
  const last = looks.filter(poll => poll.at >= at)
  const groups = loadBalancers.flatMap(({ targetGroups }) => targetGroups)
  const isSeen = groups.every(group => last.some(poll => poll.group === group))
  const [poll, ...others] = last.filter(({ targets }) => targets.length > 0)
  if (!alone || !isSeen || !poll || others.length > 0) return undefined
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
