/** When an alarm goes off, also where no story says it: every metric alarm of this world has a threshold that stays. */
import type { Alarm, AlarmCondition } from '../ecs/resources/alarms.js'

export const defaultCondition: AlarmCondition = {
  statistic: 'Maximum',
  comparison: 'GreaterThanOrEqualToThreshold',
  threshold: 1,
  periods: 1,
  datapoints: 1,
}

/** The limit of a metric alarm. */
export function conditionOf({ definition: basis }: Alarm): AlarmCondition {
  return (basis && 'condition' in basis ? basis.condition : undefined) ?? defaultCondition
}

/** The last data points, newest first: those of the story, else one that explains the state. */
export function valuesOf({ state, values = [] }: Alarm): readonly number[] {
  if (values.length > 0) return values
  return [state === 'ALARM' ? defaultCondition.threshold : defaultCondition.threshold - 1]
}
