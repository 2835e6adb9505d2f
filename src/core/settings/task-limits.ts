/**
 * How far the number of tasks may leave the desired count while a deployment replaces them.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */

import type { Percents, Service } from '../ecs/service.js'
import type { ServiceOptions } from './service-settings.js'

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
export function isDeadlocked({ min: least, max: most }: TaskLimits, desiredCount: number): boolean {
  return least >= desiredCount && most <= desiredCount
}

/** The percentages of the rollout: what is asked for, over what the service has. */
export function requestedPercents({ percents }: Service, options: ServiceOptions): Percents {
  return {
    minimumHealthy: options.minimumHealthyPercent ?? percents.minimumHealthy,
    maximum: options.maximumPercent ?? percents.maximum,
  }
}

/**
 * How many new tasks there can be while all of them fail: old ones are only stopped down to what has to stay. Traffic
 * shifting runs both revisions whole beside each other.
 */
export function maxConcurrentNewTasks(
  service: Service,
  options: ServiceOptions,
  desiredCount: number,
): number {
  if (service.strategy !== 'ROLLING') return desiredCount
  const { min: least, max: most } = taskLimitsAt(requestedPercents(service, options), desiredCount)
  const staying = Math.min(service.runningCount, least)
  return Math.min(desiredCount, Math.max(1, most - staying))
}
