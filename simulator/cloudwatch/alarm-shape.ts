/** Alarms as CloudWatch describes them (AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html). */
import type { Alarm, AlarmBasis, AlarmLimit, AlarmMetric } from '../ecs/surroundings/alarms.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'
import { limitOf, unsaid } from './limit.js'
import { alarmArn, stateReason } from './state-reason.js'

export function metricAlarm(world: World, alarm: Alarm): object {
  return {
    ...described(world, alarm),
    ...limitShape(limitOf(alarm)),
    ...(alarm.basis && basisShape(alarm.basis)),
  }
}

export function compositeAlarm(world: World, alarm: Alarm, rule: string): object {
  return { ...described(world, alarm), AlarmRule: rule }
}

function described(world: World, alarm: Alarm): object {
  const { name, state, createdAt, since } = alarm
  const reason = stateReason(world, alarm)
  return {
    AlarmName: name,
    AlarmArn: alarmArn(world, name),
    AlarmConfigurationUpdatedTimestamp: epoch(createdAt),
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    StateValue: state,
    ...(reason && { StateReason: reason }),
    StateUpdatedTimestamp: epoch(since),
    StateTransitionedTimestamp: epoch(since),
  }
}

function basisShape(basis: AlarmBasis): object {
  switch (basis.kind) {
    case 'metric':
      return {
        ...metricShape(basis),
        Statistic: (basis.limit ?? unsaid).statistic,
        Period: 60,
      }
    case 'expression':
      return {
        Dimensions: [],
        Metrics: [
          { Id: 'e0', Expression: basis.expression, ReturnData: true },
          ...basis.metrics.map((metric, index) => ({
            Id: `m${index + 1}`,
            MetricStat: { Metric: metricShape(metric), Period: 60, Stat: 'Maximum' },
            ReturnData: false,
          })),
        ],
      }
    case 'composite':
      return {}
  }
}

function limitShape({ comparison, threshold, periods, datapoints }: AlarmLimit): object {
  return {
    EvaluationPeriods: periods,
    DatapointsToAlarm: datapoints,
    Threshold: threshold,
    ComparisonOperator: comparison,
    TreatMissingData: 'missing',
  }
}

function metricShape({ namespace, name, dimensions }: AlarmMetric): object {
  return {
    MetricName: name,
    Namespace: namespace,
    Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
  }
}
