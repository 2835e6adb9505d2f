/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html */
import type { BreakerSetting, Threshold } from '../ecs/service.js'

/** Defaults of ECS. */
export const defaultBreaker: BreakerSetting = {
  enable: false,
  rollback: false,
  resetOnHealthyTask: true,
  threshold: { type: 'BOUNDED_PERCENT', value: 50 },
}

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

export function isSameBreaker(one: BreakerSetting, other: BreakerSetting): boolean {
  return (
    one.enable === other.enable &&
    one.rollback === other.rollback &&
    one.resetOnHealthyTask === other.resetOnHealthyTask &&
    one.threshold.type === other.threshold.type &&
    one.threshold.value === other.threshold.value
  )
}

export function showBreaker(setting: BreakerSetting): string {
  if (!setting.enable) return 'off'
  return setting.rollback ? 'on with rollback' : 'on without rollback'
}

/** `3 failed tasks (50% of 2, at least 3)` */
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
      // How ECS rounds here is not documented, so this shows the share.
      return `${threshold.value}% of ${desiredCount} ${desiredCount === 1 ? 'task' : 'tasks'} failing`
  }
}
