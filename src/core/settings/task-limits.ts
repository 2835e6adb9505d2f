/**
 * How far the number of tasks may leave the desired count while a deployment replaces them.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */

import type { Percents } from '../ecs/service.js'
import type { ServiceSettings } from './service-settings.js'

/** What ECS uses where a service says nothing: API_DeploymentConfiguration. */
export const defaultPercents: Readonly<Record<'REPLICA' | 'DAEMON', Percents>> = {
  REPLICA: { minimumHealthy: 100, maximum: 200 },
  DAEMON: { minimumHealthy: 0, maximum: 100 },
}

/** In tasks: the share to keep is rounded up, the share that may be there down. */
export interface TaskLimits {
  readonly min: number
  readonly max: number
}

export function taskLimitsAt({ minimumHealthy, maximum }: Percents, desiredCount: number): TaskLimits {
  return {
    min: Math.ceil((minimumHealthy * desiredCount) / 100),
    max: Math.floor((maximum * desiredCount) / 100),
  }
}

/** Whether no old task may stop and none may start beside them all. */
export function isDeadlocked({ min, max }: TaskLimits, desiredCount: number): boolean {
  return min >= desiredCount && max <= desiredCount
}

/**
 * How many new tasks there can be while all of them fail: old ones are only stopped down to what has to stay. Traffic
 * shifting runs both revisions whole beside each other.
 */
export function maxConcurrentNewTasks(
  { strategy, percents, rolloutCount }: ServiceSettings,
  runningCount: number,
): number {
  if (strategy !== 'ROLLING') return rolloutCount
  const { min, max } = taskLimitsAt(percents, rolloutCount)
  return Math.min(rolloutCount, Math.max(1, max - Math.min(runningCount, min)))
}
