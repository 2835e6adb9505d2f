/** What CloudWatch says of alarms that failed a deployment. */
import type { Rollout } from '../../src/core/outcome/rollout.js'
import type { Alarm, Condition } from '../../src/core/resources/alarm.js'

/** One that rings, and of which nothing more is known. */
export function anAlarm(overrides: Partial<Alarm> = {}): Alarm {
  return {
    state: 'ALARM',
    watches: undefined,
    condition: undefined,
    reason: undefined,
    since: undefined,
    ...overrides,
  }
}

/** Of this metric, with nothing that decides. */
export function aCondition(measures: string, overrides: Partial<Condition> = {}): Condition {
  return {
    measures,
    statistic: undefined,
    comparison: undefined,
    threshold: undefined,
    period: undefined,
    evaluationPeriods: undefined,
    datapointsToAlarm: undefined,
    ...overrides,
  }
}

/** A metric alarm, a composite one that it set off, and one that could not be looked at. */
export const triggeredAlarms: Partial<Rollout> = {
  alarms: ['web-5xx', 'web-any', 'web-queue'],
  alarmDetails: new Map([
    [
      'web-5xx',
      anAlarm({
        condition: {
          measures: 'HTTPCode_Target_5XX_Count',
          statistic: 'Sum',
          comparison: 'GreaterThanThreshold',
          threshold: 5,
          period: 60,
          evaluationPeriods: 1,
          datapointsToAlarm: 1,
        },
        reason:
          'Threshold Crossed: 1 out of the last 1 datapoints [12.0 (22/11/26 02:40:00)] was greater than the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).',
        since: 150_000,
      }),
    ],
    [
      'web-any',
      anAlarm({
        reason: 'web-5xx transitioned to ALARM at Sunday 22 November, 2026 02:41:35 UTC',
        since: 152_000,
      }),
    ],
  ]),
}
