/** Streams and events that clients write (API_CreateLogStream, API_PutLogEvents). */
import { AwsError } from '../aws-error.js'
import type { World } from '../ecs/world.js'
import { findLogGroup, findLogStream } from './find-log-group.js'

type Named = { readonly logGroupName: string; readonly logStreamName: string }

export function createLogStream(world: World, { logGroupName, logStreamName: name }: Named): object {
  const group = findLogGroup(world, { logGroupName })
  if (group.streams.has(name)) {
    throw new AwsError('ResourceAlreadyExistsException', 'The specified log stream already exists')
  }
  group.streams.set(name, { name, createdAt: world.now, events: [] })
  return {}
}

export interface PutLogEventsInput extends Named {
  readonly logEvents: readonly { readonly timestamp: number; readonly message: string }[]
}

export function putLogEvents(world: World, input: PutLogEventsInput): object {
  const group = findLogGroup(world, { logGroupName: input.logGroupName })
  const stream = findLogStream(group, input.logStreamName)
  const added = input.logEvents.map(event => ({ ...event, ingestedAt: world.now }))
  const events = [...stream.events, ...added].toSorted((a, b) => a.timestamp - b.timestamp)
  group.streams.set(stream.name, { ...stream, events })
  return { nextSequenceToken: '49039859609846217395' }
}
