/** AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html */
import { definedMembers } from '../defined-members.js'
import type { Alarm, AlarmCondition, AlarmDefinition, AlarmMetric } from '../ecs/resources/alarms.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'
import { conditionOf, defaultCondition } from './alarm-condition.js'
import { alarmArn, stateReason } from './state-reason.js'

export function metricAlarm(world: World, alarm: Alarm): object {
  const definition = alarm.definition === undefined ? {} : definitionShape(alarm.definition)
  return { ...commonMembers(world, alarm), ...conditionShape(conditionOf(alarm)), ...definition }
}

export function compositeAlarm(world: World, alarm: Alarm, rule: string): object {
  return { ...commonMembers(world, alarm), AlarmRule: rule }
}

function commonMembers(world: World, alarm: Alarm): object {
  const { name, state, createdAt, since } = alarm
  return definedMembers({
    AlarmName: name,
    AlarmArn: alarmArn(world, name),
    AlarmConfigurationUpdatedTimestamp: epoch(createdAt),
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    StateValue: state,
    StateReason: stateReason(world, alarm),
    StateUpdatedTimestamp: epoch(since),
    StateTransitionedTimestamp: epoch(since),
  })
}

function definitionShape(definition: AlarmDefinition): object {
  switch (definition.kind) {
    case 'metric':
      return {
        ...metricShape(definition),
        Statistic: (definition.condition ?? defaultCondition).statistic,
        Period: 60,
      }
    case 'expression':
      return {
        Dimensions: [],
        Metrics: [
          { Id: 'e0', Expression: definition.expression, ReturnData: true },
          ...definition.metrics.map((metric, index) => ({
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

function conditionShape({ comparison, threshold, periods, datapoints }: AlarmCondition): object {
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
