import { expect, test } from '@jest/globals'
import type { Alarm, Condition } from '../../../../src/core/resources/alarm.js'
import { alarmParts, alarmsText } from '../../../../src/report/summary/alarms.js'
import { aCondition, anAlarm } from '../../../support/alarm-builders.js'
import { aRollout } from '../../../support/rollout-builders.js'

const condition: Condition = {
  measures: 'HTTPCode_Target_5XX_Count',
  statistic: 'Sum',
  comparison: 'GreaterThanThreshold',
  threshold: 5,
  period: 60,
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
}

const crossed = (values: string) =>
  `Threshold Crossed: 1 out of the last 1 datapoints [${values}] was greater than the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).`

const errors = anAlarm({ condition, reason: crossed('12.0 (22/11/26 02:40:00)') })

const limit = (comparison: string, threshold: number): Alarm => ({
  ...errors,
  condition: { ...condition, comparison, threshold },
})
const value = (text: string): Alarm => ({ ...errors, reason: crossed(`${text} (22/11/26 02:40:00)`) })

test.each<{ readonly name: string; readonly alarm: Partial<Alarm>; readonly says: string }>([
  { name: 'above', alarm: errors, says: ': HTTPCode_Target_5XX_Count was 12, above 5' },
  {
    name: 'at or above',
    alarm: limit('GreaterThanOrEqualToThreshold', 12),
    says: ': HTTPCode_Target_5XX_Count was 12, at or above 12',
  },
  {
    name: 'below',
    alarm: limit('LessThanThreshold', 50),
    says: ': HTTPCode_Target_5XX_Count was 12, below 50',
  },
  {
    name: 'at or below',
    alarm: limit('LessThanOrEqualToThreshold', 50),
    says: ': HTTPCode_Target_5XX_Count was 12, at or below 50',
  },
  {
    name: 'several data points, with the newest after the threshold',
    alarm: {
      ...errors,
      reason:
        'Threshold Crossed: 2 out of the last 2 datapoints were greater than the threshold (5.0). The most recent datapoints which crossed the threshold: [7.0 (22/11/26 02:41:00), 9.0 (22/11/26 02:40:00)] (minimum 2 datapoints for OK -> ALARM transition).',
    },
    says: ': HTTPCode_Target_5XX_Count was 7, above 5',
  },
  {
    name: 'several data points, the newest of which is below it again: the one that crossed it',
    alarm: { ...errors, reason: crossed('3.0 (22/11/26 02:41:00), 9.0 (22/11/26 02:40:00)') },
    says: ': HTTPCode_Target_5XX_Count was 9, above 5',
  },
  {
    name: 'several data points, the oldest of which crossed it from above',
    alarm: {
      ...limit('LessThanThreshold', 5),
      reason: crossed('7.0 (22/11/26 02:41:00), -1.5E-4 (22/11/26 02:40:00)'),
    },
    says: ': HTTPCode_Target_5XX_Count was -0.00015, below 5',
  },
  {
    name: 'data points of which none crossed it: in the words of CloudWatch',
    alarm: { ...errors, reason: crossed('3.0 (22/11/26 02:41:00), 5.0 (22/11/26 02:40:00)') },
    says: ': Threshold Crossed: 1 out of the last 1 datapoints [3.0 (22/11/26 02:41:00), 5.0 (22/11/26 02:40:00)] was greater than the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition)',
  },
  {
    name: 'a long fraction',
    alarm: value('99.50160229693434'),
    says: ': HTTPCode_Target_5XX_Count was 99.5, above 5',
  },
  {
    name: 'a fraction that is just above',
    alarm: value('5.0000001'),
    says: ': HTTPCode_Target_5XX_Count was 5.0000001, above 5',
  },
  {
    name: 'a large number',
    alarm: value('1.234567891E9'),
    says: ': HTTPCode_Target_5XX_Count was 1234567891, above 5',
  },
  {
    name: 'no data point: the words of CloudWatch',
    alarm: {
      ...errors,
      reason:
        'Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [Breaching].',
    },
    says: ': Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [Breaching]',
  },
  {
    name: 'a band in place of a threshold: the words of CloudWatch',
    alarm: {
      state: 'ALARM',
      condition: aCondition('RequestCount', { comparison: 'LessThanLowerOrGreaterThanUpperThreshold' }),
      reason: 'Thresholds Crossed: 1 out of the last 1 datapoints [0.5 (29/06/21 05:06:00)] was less than',
    },
    says: ': Thresholds Crossed: 1 out of the last 1 datapoints [0.5 (29/06/21 05:06:00)] was less than',
  },
  { name: 'a composite alarm without a reason', alarm: { state: 'ALARM' }, says: '' },
  {
    name: 'without data at the time of the read',
    alarm: { state: 'INSUFFICIENT_DATA' },
    says: ': it is INSUFFICIENT_DATA now',
  },
  { name: 'OK again, without a definition', alarm: { state: 'OK' }, says: ': it is OK again' },
])('$name', ({ alarm, says }) => {
  expect(alarmsText(['web-5xx'], new Map([['web-5xx', anAlarm(alarm)]]))).toBe(
    `The alarm web-5xx was triggered${says}`,
  )
})

test('each of several alarms has its own sentence, and only a name if it could not be read', () => {
  const seen = new Map([
    ['a', errors],
    ['c', anAlarm({ reason: 'a transitioned to ALARM.' })],
  ])
  expect(alarmsText(['a', 'b', 'c'], seen)).toBe(
    'The alarms a, b, c were triggered: a: HTTPCode_Target_5XX_Count was 12, above 5; c: a transitioned to ALARM',
  )
})

test.each<{ name: string; change: Partial<Condition> | 'none'; says: string }>([
  { name: 'all of it', change: {}, says: 'Sum of X above 5, in 1 period of 60 s' },
  {
    name: 'some of several data points',
    change: { evaluationPeriods: 5, datapointsToAlarm: 2 },
    says: 'Sum of X above 5, in 2 of 5 periods of 60 s',
  },
  {
    name: 'all of several data points',
    change: { evaluationPeriods: 3, datapointsToAlarm: undefined },
    says: 'Sum of X above 5, in 3 of 3 periods of 60 s',
  },
  { name: 'no statistic', change: { statistic: undefined }, says: 'X above 5, in 1 period of 60 s' },
  { name: 'no period', change: { period: undefined }, says: 'Sum of X above 5, in 1 period' },
  { name: 'no threshold', change: { threshold: undefined }, says: 'Sum of X, in 1 period of 60 s' },
  { name: 'nothing but its name', change: 'none', says: 'X' },
])('the comparison of an alarm names: $name', ({ change, says }) => {
  const told = change === 'none' ? {} : { ...condition, ...change }
  const alarm = anAlarm({ condition: { ...aCondition('X', told), measures: 'X' } })
  const alarmsSeen = new Map([['web-5xx', alarm]])
  const [part = ''] = alarmParts(aRollout({ alarms: ['web-5xx'], alarmDetails: alarmsSeen }))
  expect(part).toContain(`| ${says} | \`ALARM\` |`)
})

test.each([
  { name: 'in the deployment', startedAt: 0, says: '`ALARM` since 3:20' },
  {
    name: 'before it',
    startedAt: Date.UTC(2026, 10, 22, 2),
    says: '`ALARM` since 1970-01-01 00:03 UTC',
  },
])('an alarm that went off $name', ({ startedAt, says }) => {
  const { tracked } = aRollout()
  const [part] = alarmParts(
    aRollout({
      tracked: { ...tracked, startedAt },
      alarms: ['web-5xx'],
      alarmDetails: new Map([['web-5xx', { ...errors, since: 200_000 }]]),
    }),
  )
  expect(part).toContain(says)
})

test('an alarm without a name has no row, and one that could not be read has a link', () => {
  expect(alarmParts(aRollout({ alarms: ['(not named)'] }))).toStrictEqual([])
  expect(alarmParts(aRollout({ alarms: ['web 5xx/(prod)'] })).join()).toContain(
    '(https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/web%205xx%2F%28prod%29) |  |  |  |',
  )
})
