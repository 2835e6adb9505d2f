/** When an alarm goes off, also where no story says it: every metric alarm of this world has a threshold that stays. */
import type { Alarm, AlarmLimit } from '../ecs/surroundings/alarms.js'

export const unsaid: AlarmLimit = {
  statistic: 'Maximum',
  comparison: 'GreaterThanOrEqualToThreshold',
  threshold: 1,
  periods: 1,
  datapoints: 1,
}

/** The limit of a metric alarm. */
export function limitOf({ basis }: Alarm): AlarmLimit {
  return (basis && 'limit' in basis ? basis.limit : undefined) ?? unsaid
}

/** The last data points, newest first: those of the story, else one that explains the state. */
export function valuesOf({ state, values = [] }: Alarm): readonly number[] {
  if (values.length > 0) return values
  return [state === 'ALARM' ? unsaid.threshold : unsaid.threshold - 1]
}
