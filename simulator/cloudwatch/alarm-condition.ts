import type { Alarm, AlarmCondition } from '../ecs/resources/alarms.js'

export const defaultCondition: AlarmCondition = {
  statistic: 'Maximum',
  comparison: 'GreaterThanOrEqualToThreshold',
  threshold: 1,
  periods: 1,
  datapoints: 1,
}

export function conditionOf({ definition }: Alarm): AlarmCondition {
  if (definition === undefined || definition.kind === 'composite') return defaultCondition
  return definition.condition ?? defaultCondition
}

/** Newest first: the specified data points, or one that explains the state. */
export function valuesOf({ state, values }: Alarm): readonly number[] {
  if (values.length > 0) return values
  return [state === 'ALARM' ? defaultCondition.threshold : defaultCondition.threshold - 1]
}
