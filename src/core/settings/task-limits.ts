/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html */

import type { Percents } from '../ecs/service.js'
import type { ServiceSettings } from './service-settings.js'

/** Defaults of ECS: API_DeploymentConfiguration. */
export const defaultPercents: Readonly<Record<'REPLICA' | 'DAEMON', Percents>> = {
  REPLICA: { minimumHealthy: 100, maximum: 200 },
  DAEMON: { minimumHealthy: 0, maximum: 100 },
}

/** In tasks: ECS rounds the minimum up, the maximum down. */
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

/** No old task may stop, no new one start. */
export function isDeadlocked({ min, max }: TaskLimits, desiredCount: number): boolean {
  return min >= desiredCount && max <= desiredCount
}

/** If all new tasks fail, old ones stop only down to the minimum. Traffic shifting runs both revisions in full. */
export function maxConcurrentNewTasks(
  { strategy, percents, rolloutCount }: ServiceSettings,
  runningCount: number,
): number {
  if (strategy !== 'ROLLING') return rolloutCount
  const { min, max } = taskLimitsAt(percents, rolloutCount)
  return Math.min(rolloutCount, Math.max(1, max - Math.min(runningCount, min)))
}
