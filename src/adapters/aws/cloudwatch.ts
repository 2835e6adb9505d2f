/** Amazon CloudWatch alarms. The client is loaded when it is first needed: most services have no alarms. */
import type * as sdk from '@aws-sdk/client-cloudwatch'
import type { Alarm, Condition, Metric } from '../../core/resources/alarm.js'
import type { Alarms, Clock } from '../../ports.js'
import { optionalReads } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'
import { call } from './api-error.js'
import { clientConfig, validateResponses } from './client.js'

export function connectCloudWatch(clock: Clock, config: sdk.CloudWatchClientConfig = {}): Alarms {
  return {
    async describe(names) {
      const { CloudWatchClient, DescribeAlarmsCommand } = await import('@aws-sdk/client-cloudwatch')
      const client = validateResponses(new CloudWatchClient({ ...clientConfig(3_000, 5_000), ...config }))
      const command = new DescribeAlarmsCommand({
        AlarmNames: [...names],
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
      })
      const { MetricAlarms = [], CompositeAlarms = [] } = await retry(optionalReads, { clock }, () =>
        call('cloudwatch:DescribeAlarms', () => client.send(command)),
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
    watches: one ? [one] : inExpression(alarm),
    condition: toCondition(alarm),
  }
}

/** What metric alarms and composite ones have in common. */
function toState(alarm: sdk.MetricAlarm | sdk.CompositeAlarm): Alarm {
  return {
    state: alarm.StateValue ?? '',
    reason: alarm.StateReason,
    // StateUpdatedTimestamp also changes where only EvaluationState does (API_MetricAlarm).
    since: alarm.StateTransitionedTimestamp?.getTime(),
    watches: undefined,
    condition: undefined,
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
    statistic: alarm.Statistic ?? alarm.ExtendedStatistic ?? statistic,
    comparison: alarm.ComparisonOperator,
    threshold: alarm.Threshold,
    period: alarm.Period ?? part?.Period ?? period,
    evaluationPeriods: alarm.EvaluationPeriods,
    datapointsToAlarm: alarm.DatapointsToAlarm,
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
