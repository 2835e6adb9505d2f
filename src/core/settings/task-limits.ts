/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html */

import type { Percents } from '../ecs/plain-settings.js'
import type { Service } from '../ecs/service.js'
import type { ServiceSettings } from './service-settings.js'

/** In tasks: ECS rounds the minimum up, the maximum down. */
export interface TaskLimits {
  readonly min: number
  readonly max: number
}

export function taskLimitsAt(percents: Percents, desiredCount: number): TaskLimits {
  return {
    min: Math.ceil((percents.minimumHealthyPercent * desiredCount) / 100),
    max: Math.floor((percents.maximumPercent * desiredCount) / 100),
  }
}

/** No old task may stop, no new one start. */
export function isDeadlocked({ min, max }: TaskLimits, desiredCount: number): boolean {
  return min >= desiredCount && max <= desiredCount
}

/** If all new tasks fail, old ones stop only down to the minimum. Traffic shifting runs both revisions in full. */
export function maxConcurrentNewTasks(
  settings: Percents & Pick<ServiceSettings, 'strategy' | 'rolloutCount'>,
  runningCount: number,
): number {
  const { strategy, rolloutCount } = settings
  if (strategy !== 'ROLLING') return rolloutCount
  const { min, max } = taskLimitsAt(settings, rolloutCount)
  return Math.min(rolloutCount, Math.max(1, max - Math.min(runningCount, min)))
}

/** What makes room where none is. */
export function percentRemedy({ scheduling }: Pick<Service, 'scheduling'>, count: number): string {
  const lower = `minimum-healthy-percent to at most ${Math.floor((100 * (count - 1)) / count)}, so that one can stop first`
  if (scheduling === 'DAEMON') return `Set ${lower}.`
  return `Set maximum-percent to at least ${Math.ceil((100 * (count + 1)) / count)}, so that one more can start, or ${lower}.`
}
