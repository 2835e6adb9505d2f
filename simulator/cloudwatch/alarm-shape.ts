/** Alarms as CloudWatch describes them (AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html). */
import type { Alarm, AlarmBasis, AlarmMetric, AlarmState } from '../ecs/surroundings/alarms.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'

export function metricAlarm(world: World, alarm: Alarm): object {
  return {
    ...described(world, alarm),
    StateReason: reasons[alarm.state],
    ...threshold,
    ...(alarm.basis && basisShape(alarm.basis)),
  }
}

export function compositeAlarm(world: World, alarm: Alarm, rule: string): object {
  return { ...described(world, alarm), AlarmRule: rule }
}

function described(world: World, { name, state, createdAt, since }: Alarm): object {
  return {
    AlarmName: name,
    AlarmArn: `arn:aws:cloudwatch:${world.region}:${world.account}:alarm:${name}`,
    AlarmConfigurationUpdatedTimestamp: epoch(createdAt),
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    StateValue: state,
    StateUpdatedTimestamp: epoch(since),
    StateTransitionedTimestamp: epoch(since),
  }
}

/** No story cares when exactly an alarm goes off. */
const threshold = {
  EvaluationPeriods: 1,
  DatapointsToAlarm: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
}

const reasons: Readonly<Record<AlarmState, string>> = {
  ALARM: 'Threshold Crossed: 1 datapoint [1.0] was greater than or equal to the threshold (1.0).',
  OK: 'Threshold Crossed: 1 datapoint [0.0] was not greater than or equal to the threshold (1.0).',
  INSUFFICIENT_DATA: 'Unchecked: Initial alarm creation',
}

function basisShape(basis: AlarmBasis): object {
  switch (basis.kind) {
    case 'metric':
      return { ...metricShape(basis), Statistic: 'Maximum', Period: 60 }
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

function metricShape({ namespace, name, dimensions }: AlarmMetric): object {
  return {
    MetricName: name,
    Namespace: namespace,
    Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
  }
}
