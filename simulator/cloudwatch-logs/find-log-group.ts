import { AwsError } from '../aws-error.js'
import type { LogGroup, LogStream } from '../ecs/resources/logs.js'
import type { World } from '../ecs/world.js'

export interface LogGroupName {
  readonly logGroupName?: string
  /** Name or ARN. */
  readonly logGroupIdentifier?: string
}

export function findLogGroup(world: World, { logGroupName, logGroupIdentifier }: LogGroupName): LogGroup {
  if ((logGroupName === undefined) === (logGroupIdentifier === undefined)) {
    throw invalid('Exactly one of logGroupName and logGroupIdentifier must be specified.')
  }
  const name = logGroupName ?? nameOf(logGroupIdentifier ?? '')
  const group = world.logs.find(name)
  if (group) return group
  throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.')
}

export function nameOf(identifier: string): string {
  return identifier.split(':log-group:').at(-1) ?? ''
}

export function findLogStream(group: LogGroup, name: string): LogStream {
  const stream = group.streams.get(name)
  if (stream) return stream
  throw new AwsError('ResourceNotFoundException', 'The specified log stream does not exist.')
}

export function arnOf({ region, account }: World, group: string): string {
  return `arn:aws:logs:${region}:${account}:log-group:${group}`
}

export function checkLimit(limit: number, maximum: number): number {
  if (limit >= 1 && limit <= maximum) return limit
  throw invalid(
    `1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: Member must have value from 1 to ${maximum}`,
  )
}

export function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message)
}
