import type * as sdk from '@aws-sdk/client-cloudwatch'
import type { Alarm, Condition, Metric } from '../../core/resources/alarm.js'
import type { Alarms, Clock } from '../../ports.js'
import { optionalReads } from '../../retry/policies.js'
import { type AwsConfig, AwsService } from './client.js'
import type { CompleteAnswer } from './required-members.js'
import { optionalTimeouts } from './time-limit.js'

type Answer = CompleteAnswer<'cloudwatch:DescribeAlarms', sdk.DescribeAlarmsOutput>
type MetricAlarm = NonNullable<Answer['MetricAlarms']>[number]
type CompositeAlarm = NonNullable<Answer['CompositeAlarms']>[number]

export function connectCloudWatch(clock: Clock, config: AwsConfig = {}): Alarms & { close(): void } {
  const cloudWatch = new AwsService({
    clock,
    config,
    timeouts: optionalTimeouts,
    load: () => import('@aws-sdk/client-cloudwatch'),
    create: (sdk, settings) => new sdk.CloudWatchClient(settings),
  })
  return {
    close: () => cloudWatch.close(),

    describe: names =>
      cloudWatch.call({
        operation: 'cloudwatch:DescribeAlarms',
        policy: optionalReads,
        send: (client, sdk) =>
          client.send(
            new sdk.DescribeAlarmsCommand({
              AlarmNames: [...names],
              AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
            }),
          ),
        read: ({ MetricAlarms = [], CompositeAlarms = [] }) =>
          new Map<string, Alarm>([
            ...CompositeAlarms.map(alarm => [alarm.AlarmName, toState(alarm)] as const),
            ...MetricAlarms.map(alarm => [alarm.AlarmName, toAlarm(alarm)] as const),
          ]),
      }),
  }
}

function toAlarm(alarm: MetricAlarm): Alarm {
  const metric = toMetric(alarm)
  return {
    ...toState(alarm),
    watches: metric ? [metric] : metricsInExpressions(alarm),
    condition: toCondition(alarm),
  }
}

function toState(alarm: MetricAlarm | CompositeAlarm): Alarm {
  return {
    state: alarm.StateValue,
    reason: alarm.StateReason,
    // StateUpdatedTimestamp also changes when only EvaluationState does (API_MetricAlarm).
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

/** Undefined for queries (SEARCH, SELECT), which have their own language. */
function metricsInExpressions({ Metrics: parts = [] }: sdk.MetricAlarm): readonly Metric[] | undefined {
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
