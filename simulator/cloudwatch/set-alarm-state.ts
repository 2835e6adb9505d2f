/**
 * AmazonCloudWatch/latest/APIReference/API_SetAlarmState.html. The state stays: no metric sets it back. Both texts are
 * those of the API reference.
 */
import { StateValue } from '@aws-sdk/client-cloudwatch'
import { AwsError } from '../aws-error.js'
import type { AlarmState } from '../ecs/resources/alarms.js'
import type { World } from '../ecs/world.js'

export interface SetAlarmStateInput {
  readonly AlarmName: string
  readonly StateValue: string
  readonly StateReason: string
  readonly StateReasonData?: string
}

export function setAlarmState(
  world: World,
  { AlarmName, StateValue: state, ...reasons }: SetAlarmStateInput,
): object {
  if (!world.alarms.all().some(({ name }) => name === AlarmName)) {
    throw new AwsError('ResourceNotFound', 'The named resource does not exist.', 404)
  }
  if (!Object.values<string>(StateValue).includes(state)) {
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value '${state}' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [${Object.values(StateValue).join(', ')}]`,
    )
  }
  if (reasons.StateReasonData !== undefined && !isJson(reasons.StateReasonData)) {
    throw new AwsError('InvalidFormat', 'Data was not syntactically valid JSON.')
  }
  world.setAlarm(AlarmName, state as AlarmState)
  return {}
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
