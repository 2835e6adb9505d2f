/** Amazon CloudWatch alarms. The client is loaded when it is first needed: most services have no alarms. */
import type * as sdk from '@aws-sdk/client-cloudwatch'
import { given } from '../../core/given.js'
import type { Alarm, Condition, Metric } from '../../core/resources/alarm.js'
import type { Alarms, Clock } from '../../ports.js'
import { asking } from './api-error.js'
import { checked, sendingOnce } from './client.js'
import { patiently } from './retry.js'

/** It is optional, and stands before the deployment: no answer soon is none. */
const attempts = 2

export function connectCloudWatch(clock: Clock, config: sdk.CloudWatchClientConfig = {}): Alarms {
  return {
    async describe(names) {
      const { CloudWatchClient, DescribeAlarmsCommand } = await import('@aws-sdk/client-cloudwatch')
      const client = checked(new CloudWatchClient({ ...sendingOnce(3_000, 5_000), ...config }))
      const command = new DescribeAlarmsCommand({
        AlarmNames: [...names],
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
      })
      const { MetricAlarms = [], CompositeAlarms = [] } = await patiently(clock, attempts, () =>
        asking('cloudwatch:DescribeAlarms', () => client.send(command)),
      )
      return new Map<string, Alarm>([
        ...CompositeAlarms.map(alarm => [alarm.AlarmName ?? '', toState(alarm)] as const),
        ...MetricAlarms.map(alarm => [alarm.AlarmName ?? '', toAlarm(alarm)] as const),
      ])
    },
  }
}

function toAlarm(alarm: sdk.MetricAlarm): Alarm {
  const one = toMetric(alarm)
  return {
    ...toState(alarm),
    ...given('watches', one ? [one] : inExpression(alarm)),
    ...given('condition', toCondition(alarm)),
  }
}

/** What metric alarms and composite ones have in common. */
function toState(alarm: sdk.MetricAlarm | sdk.CompositeAlarm): Alarm {
  return {
    state: alarm.StateValue ?? '',
    ...given('reason', alarm.StateReason),
    // StateUpdatedTimestamp also changes where only EvaluationState does (API_MetricAlarm).
    ...given('since', alarm.StateTransitionedTimestamp?.getTime()),
  }
}

function toCondition(alarm: sdk.MetricAlarm): Condition | undefined {
  const part = alarm.Metrics?.find(
    ({ Id, ReturnData }) => ReturnData !== false && Id !== alarm.ThresholdMetricId,
  )
  const { Metric: metric, Stat: statistic, Period: period } = part?.MetricStat ?? {}
  const measures = alarm.MetricName ?? part?.Label ?? part?.Expression ?? metric?.MetricName
  if (!measures) return undefined
  return {
    measures,
    ...given('statistic', alarm.Statistic ?? alarm.ExtendedStatistic ?? statistic),
    ...given('comparison', alarm.ComparisonOperator),
    ...given('threshold', alarm.Threshold),
    ...given('period', alarm.Period ?? part?.Period ?? period),
    ...given('evaluationPeriods', alarm.EvaluationPeriods),
    ...given('datapointsToAlarm', alarm.DatapointsToAlarm),
  }
}

/** The metrics that an expression goes by; a query (SEARCH, SELECT) names them in a language of its own. */
function inExpression({ Metrics: parts = [] }: sdk.MetricAlarm): readonly Metric[] | undefined {
  if (parts.length === 0 || parts.some(({ Expression }) => isQuery(Expression))) return undefined
  return parts.flatMap(({ MetricStat }) => toMetric(MetricStat?.Metric ?? {}) ?? [])
}

function isQuery(expression = ''): boolean {
  return /\b(SEARCH|SELECT)\b/i.test(expression)
}

function toMetric({ Namespace, MetricName, Dimensions = [] }: sdk.Metric): Metric | undefined {
  if (!Namespace || !MetricName) return undefined
  return {
    namespace: Namespace,
    name: MetricName,
    dimensions: new Map(Dimensions.map(({ Name, Value }) => [Name ?? '', Value ?? ''])),
  }
}
