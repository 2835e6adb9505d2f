/** Why an alarm is in its state, as CloudWatch says it. */
import { expect, test } from '@jest/globals'
import { describeAlarms } from '../../../../simulator/cloudwatch/describe-alarms.js'
import { openWorld } from '../../../../simulator/ecs/open-world.js'
import type {
  AlarmCondition,
  AlarmDefinition,
  AlarmState,
} from '../../../../simulator/ecs/resources/alarms.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'

const once: AlarmCondition = {
  statistic: 'Sum',
  comparison: 'GreaterThanThreshold',
  threshold: 5,
  periods: 1,
  datapoints: 1,
}

function alarm(state: AlarmState, limit: AlarmCondition, values: readonly number[]): Record<string, unknown> {
  const world = openWorld({ clock: new VirtualClock(Date.UTC(2026, 10, 22, 2, 41, 30)) })
  const basis: AlarmDefinition = {
    kind: 'metric',
    namespace: 'N',
    name: 'M',
    dimensions: {},
    condition: limit,
  }
  world.setAlarm('web-5xx', state, { definition: basis, values })
  const { MetricAlarms } = describeAlarms(world, {}) as { MetricAlarms: Record<string, unknown>[] }
  return MetricAlarms[0] ?? {}
}

test.each<{
  readonly name: string
  readonly state: AlarmState
  readonly limit?: Partial<AlarmCondition>
  readonly values: readonly number[]
  readonly reason: string | undefined
}>([
  {
    name: 'one data point',
    state: 'ALARM',
    values: [12],
    reason:
      'Threshold Crossed: 1 out of the last 1 datapoints [12.0 (22/11/26 02:40:00)] was greater than the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).',
  },
  {
    name: 'two of three',
    state: 'ALARM',
    limit: { periods: 3, datapoints: 2, comparison: 'LessThanOrEqualToThreshold' },
    values: [4.5, 5],
    reason:
      'Threshold Crossed: 2 out of the last 3 datapoints [4.5 (22/11/26 02:40:00), 5.0 (22/11/26 02:39:00)] were less than or equal to the threshold (5.0) (minimum 2 datapoints for OK -> ALARM transition).',
  },
  {
    name: 'all is well again',
    state: 'OK',
    values: [0],
    reason:
      'Threshold Crossed: 1 out of the last 1 datapoints [0.0 (22/11/26 02:40:00)] was not greater than the threshold (5.0) (minimum 1 datapoint for ALARM -> OK transition).',
  },
  { name: 'no scenario specifies the data points', state: 'ALARM', values: [], reason: undefined },
])('$name', ({ state, limit, values, reason }) => {
  expect(alarm(state, { ...once, ...limit }, values).StateReason).toBe(reason)
})

test('the reason contains the comparison', () => {
  expect(alarm('ALARM', once, [12])).toMatchObject({
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    DatapointsToAlarm: 1,
    Threshold: 5,
    ComparisonOperator: 'GreaterThanThreshold',
  })
})

test('a composite alarm names the alarm that went off last', () => {
  const clock = new VirtualClock(Date.UTC(2026, 10, 22, 2, 41, 30))
  const world = openWorld({ clock })
  world.setAlarm('a', 'ALARM')
  clock.advance(5_000)
  world.advance()
  world.setAlarm('b', 'ALARM')
  world.setAlarm('c', 'ALARM')
  world.setAlarm('any', 'ALARM', { definition: { kind: 'composite', rule: 'ALARM("a") OR ALARM("b")' } })
  expect(describeAlarms(world, { AlarmTypes: ['CompositeAlarm'] })).toMatchObject({
    CompositeAlarms: [
      {
        StateReason:
          'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:b transitioned to ALARM at Sunday 22 November, 2026 02:41:35 UTC',
      },
    ],
  })
})
