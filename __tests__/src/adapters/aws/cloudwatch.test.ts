/** What an alarm measures, out of the several ways in which CloudWatch describes it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { connectCloudWatch } from '../../../../src/adapters/aws/cloudwatch.js'
import type { Alarm } from '../../../../src/core/resources/alarm.js'

/** Asks a CloudWatch that has this one answer. */
async function described(answer: object): Promise<Alarm | undefined> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const clock = { now: () => 0, sleep: async () => {}, random: () => 0 }
  const alarms = connectCloudWatch(clock, {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  })
  try {
    return (await alarms.describe(['web'])).get('web')
  } finally {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
}

const latency = { Namespace: 'AWS/ApplicationELB', MetricName: 'TargetResponseTime', Dimensions: [] }
const errors = { ...latency, MetricName: 'HTTPCode_Target_5XX_Count' }
const limit = {
  ComparisonOperator: 'GreaterThanThreshold',
  Threshold: 0.5,
  EvaluationPeriods: 3,
  DatapointsToAlarm: 2,
}
const compared = {
  comparison: 'GreaterThanThreshold',
  threshold: 0.5,
  evaluationPeriods: 3,
  datapointsToAlarm: 2,
}

test.each<{ readonly name: string; readonly alarm: object; readonly condition: object | undefined }>([
  {
    name: 'a metric',
    alarm: { ...errors, ...limit, Statistic: 'Sum', Period: 60 },
    condition: { measures: 'HTTPCode_Target_5XX_Count', statistic: 'Sum', period: 60, ...compared },
  },
  {
    name: 'a percentile',
    alarm: { ...latency, ...limit, ExtendedStatistic: 'p99', Period: 60 },
    condition: { measures: 'TargetResponseTime', statistic: 'p99', period: 60, ...compared },
  },
  {
    name: 'an expression with a label',
    alarm: {
      ...limit,
      Metrics: [
        { Id: 'm1', MetricStat: { Metric: errors, Period: 60, Stat: 'Sum' }, ReturnData: false },
        { Id: 'e1', Expression: 'm1 * 100', Label: 'error rate', ReturnData: true },
      ],
    },
    condition: { measures: 'error rate', ...compared },
  },
  {
    name: 'an expression without one',
    alarm: { ...limit, Metrics: [{ Id: 'e1', Expression: 'SELECT MAX(X) FROM Y', Period: 300 }] },
    condition: { measures: 'SELECT MAX(X) FROM Y', period: 300, ...compared },
  },
  {
    name: 'a metric against a band',
    alarm: {
      ComparisonOperator: 'LessThanLowerOrGreaterThanUpperThreshold',
      EvaluationPeriods: 1,
      ThresholdMetricId: 'band',
      Metrics: [
        { Id: 'band', Expression: 'ANOMALY_DETECTION_BAND(m1, 2)', ReturnData: true },
        { Id: 'm1', MetricStat: { Metric: errors, Period: 60, Stat: 'Sum' }, ReturnData: true },
      ],
    },
    condition: {
      measures: 'HTTPCode_Target_5XX_Count',
      statistic: 'Sum',
      period: 60,
      comparison: 'LessThanLowerOrGreaterThanUpperThreshold',
      evaluationPeriods: 1,
    },
  },
  { name: 'what this release does not know', alarm: limit, condition: undefined },
])('of a metric alarm on $name', async ({ alarm, condition }) => {
  const seen = await described({ MetricAlarms: [{ AlarmName: 'web', StateValue: 'ALARM', ...alarm }] })
  expect(seen?.condition).toEqual(condition)
})

test('of a composite alarm its state, since when and why', async () => {
  const seen = await described({
    CompositeAlarms: [
      {
        AlarmName: 'web',
        StateValue: 'ALARM',
        StateReason: 'other transitioned to ALARM',
        StateUpdatedTimestamp: 1_800_000_100,
        StateTransitionedTimestamp: 1_800_000_000,
      },
    ],
  })
  expect(seen).toEqual({
    state: 'ALARM',
    reason: 'other transitioned to ALARM',
    since: 1_800_000_000_000,
  })
})
