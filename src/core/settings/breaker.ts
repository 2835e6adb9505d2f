/**
 * The deployment circuit breaker: its settings, what a request changes of them, and when it trips.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
import { definedMembers } from '../text/defined-members.js'

export interface Threshold {
  readonly type: 'COUNT' | 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT'
  readonly value: number
}

/** The breaker of a service as ECS shows it. */
export interface BreakerSetting {
  readonly enable: boolean
  readonly rollback: boolean
  readonly resetOnHealthyTask: boolean
  readonly threshold: Threshold
}

/** What ECS uses where a service says nothing. */
export const defaultBreaker: BreakerSetting = {
  enable: false,
  rollback: false,
  resetOnHealthyTask: true,
  threshold: { type: 'BOUNDED_PERCENT', value: 50 },
}

/** What the user asks of the breaker. `keep` leaves it on or off as it is. */
export interface BreakerOptions {
  readonly mode: 'rollback' | 'stop' | 'keep'
  readonly threshold: Threshold | undefined
  readonly resetOnHealthyTask: boolean | undefined
}

/** The setting after the request, whether or not it differs from the live one. */
export function breakerAfter(live: BreakerSetting, request: BreakerOptions): BreakerSetting {
  return {
    enable: request.mode === 'keep' ? live.enable : true,
    rollback: request.mode === 'keep' ? live.rollback : request.mode === 'rollback',
    resetOnHealthyTask: request.resetOnHealthyTask ?? live.resetOnHealthyTask,
    threshold: request.threshold ?? live.threshold,
  }
}

/**
 * The members to send with UpdateService, or nothing when the request leaves the breaker alone. ECS merges member by
 * member, so what was not asked for is not sent; `enable` and `rollback` are required in the shape.
 */
export interface BreakerUpdate {
  readonly enable: boolean
  readonly rollback: boolean
  readonly resetOnHealthyTask?: boolean
  readonly thresholdConfiguration?: Threshold
}

export function breakerUpdate(live: BreakerSetting, request: BreakerOptions): BreakerUpdate | undefined {
  const keepBreaker = request.threshold === undefined && request.resetOnHealthyTask === undefined
  if (request.mode === 'keep' && keepBreaker) return undefined
  const { enable, rollback } = breakerAfter(live, request)
  const { resetOnHealthyTask, threshold: thresholdConfiguration } = request
  return { enable, rollback, ...definedMembers({ resetOnHealthyTask, thresholdConfiguration }) }
}

/** How many failed tasks trip the breaker at a desired count. */
export function tripsAt({ type, value }: Threshold, desiredCount: number): number {
  const share = Math.ceil((value * desiredCount) / 100)
  switch (type) {
    case 'COUNT':
      return value
    case 'BOUNDED_PERCENT':
      return Math.min(200, Math.max(3, share))
    case 'UNBOUNDED_PERCENT':
      return Math.max(1, share)
  }
}

/** `on with rollback`, `on without rollback`, `off` */
export function showBreaker(setting: BreakerSetting): string {
  if (!setting.enable) return 'off'
  return setting.rollback ? 'on with rollback' : 'on without rollback'
}

/** `3 failed tasks (50% of 2, at least 3)`: the arithmetic behind a threshold, with the limit that applies. */
export function showThreshold(threshold: Threshold, desiredCount: number): string {
  const trips = tripsAt(threshold, desiredCount)
  const tasks = `${trips} failed ${trips === 1 ? 'task' : 'tasks'}`
  switch (threshold.type) {
    case 'COUNT':
      return tasks
    case 'BOUNDED_PERCENT': {
      const free = tripsAt({ ...threshold, type: 'UNBOUNDED_PERCENT' }, desiredCount)
      const bound = free < trips ? ', at least 3' : free > trips ? ', at most 200' : ''
      return `${tasks} (${threshold.value}% of ${desiredCount}${bound})`
    }
    case 'UNBOUNDED_PERCENT':
      // How ECS rounds here is not documented: the share is named, not the count.
      return `${threshold.value}% of ${desiredCount} ${desiredCount === 1 ? 'task' : 'tasks'} failing`
  }
}
