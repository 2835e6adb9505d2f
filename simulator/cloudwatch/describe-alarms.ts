/** AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
import { AlarmType, StateValue } from '@aws-sdk/client-cloudwatch'
import { AwsError } from '../aws-error.js'
import { offsetIn, pageFrom } from '../continuation.js'
import { definedMembers } from '../defined-members.js'
import type { Alarm } from '../ecs/resources/alarms.js'
import type { World } from '../ecs/world.js'
import { compositeAlarm, metricAlarm } from './alarm-shape.js'

export interface DescribeAlarmsInput {
  readonly AlarmNames?: readonly string[]
  readonly AlarmNamePrefix?: string
  readonly AlarmTypes?: readonly string[]
  readonly StateValue?: string
  readonly ActionPrefix?: string
  readonly ChildrenOfAlarmName?: string
  readonly ParentsOfAlarmName?: string
  readonly MaxRecords?: number
  readonly NextToken?: string
}

const states: readonly string[] = Object.values(StateValue)
const types: readonly string[] = Object.values(AlarmType)

export function describeAlarms(world: World, input: DescribeAlarmsInput): object {
  const { AlarmNames: names = [], AlarmNamePrefix: prefix = '', StateValue: state, MaxRecords = 100 } = input
  if (names.length > 100) throw invalid('alarmNames', 'have length less than or equal to 100')
  if (names.length > 0 && prefix !== '') {
    throw new AwsError('ValidationException', 'AlarmNames and AlarmNamePrefix cannot both be specified.')
  }
  if (state !== undefined && !states.includes(state)) throw invalid('stateValue', oneOf(states))
  if (input.AlarmTypes?.some(type => !types.includes(type))) throw invalid('alarmTypes', oneOf(types))
  if (MaxRecords < 1 || MaxRecords > 100) throw invalid('maxRecords', 'be from 1 to 100')

  const from = offsetIn(input.NextToken)
  if (from === undefined) throw new AwsError('InvalidNextToken', 'The next token specified is invalid.')
  const found = world.alarms
    .all()
    .filter(alarm => isRequested(alarm, input))
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .filter(({ name }) => name.startsWith(prefix))
    .filter(alarm => state === undefined || alarm.state === state)
  const { items, nextToken } = pageFrom(found, { from, size: MaxRecords })
  const metricAlarms = items.filter(({ definition }) => definition?.kind !== 'composite')
  return definedMembers({
    MetricAlarms: metricAlarms.map(alarm => metricAlarm(world, alarm)),
    CompositeAlarms: items.flatMap(alarm =>
      alarm.definition?.kind === 'composite' ? [compositeAlarm(world, alarm, alarm.definition.rule)] : [],
    ),
    NextToken: nextToken,
  })
}

/** Alarms have no actions, and composite alarms list no children here. */
function isRequested({ definition }: Alarm, input: DescribeAlarmsInput): boolean {
  const { AlarmTypes: types = ['MetricAlarm'], ActionPrefix, ChildrenOfAlarmName, ParentsOfAlarmName } = input
  const type = definition?.kind === 'composite' ? 'CompositeAlarm' : 'MetricAlarm'
  return types.includes(type) && !ActionPrefix && !ChildrenOfAlarmName && !ParentsOfAlarmName
}

function oneOf(values: readonly string[]): string {
  return `satisfy enum value set: [${values.join(', ')}]`
}

function invalid(member: string, constraint: string): AwsError {
  return new AwsError(
    'ValidationException',
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must ${constraint}`,
  )
}
