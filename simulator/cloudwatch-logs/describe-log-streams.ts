/** AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html */
import { offsetIn, pageFrom } from '../continuation.js'
import { definedMembers } from '../defined-members.js'
import type { LogStream } from '../ecs/resources/logs.js'
import type { World } from '../ecs/world.js'
import { arnOf, checkLimit, findLogGroup, invalid, type LogGroupName } from './find-log-group.js'

export interface DescribeLogStreamsInput extends LogGroupName {
  readonly logStreamNamePrefix?: string
  readonly orderBy?: string
  readonly descending?: boolean
  readonly nextToken?: string
  readonly limit?: number
}

export function describeLogStreams(world: World, input: DescribeLogStreamsInput): object {
  const { logStreamNamePrefix: prefix, orderBy = 'LogStreamName', descending = false } = input
  const limit = checkLimit(input.limit ?? 50, 50)
  if (orderBy !== 'LogStreamName' && orderBy !== 'LastEventTime') {
    throw invalid(`Value '${orderBy}' at 'orderBy' is not one of LogStreamName, LastEventTime`)
  }
  if (prefix !== undefined && orderBy === 'LastEventTime') {
    throw invalid('Cannot order by LastEventTime with a logStreamNamePrefix.')
  }
  const from = offsetIn(input.nextToken)
  if (from === undefined) throw invalid('The specified nextToken is invalid.')
  const group = findLogGroup(world, input)
  const key = (stream: LogStream) => (orderBy === 'LastEventTime' ? lastEventAt(world, stream) : stream.name)
  const sorted = [...group.streams.values()]
    .filter(({ name }) => name.startsWith(prefix ?? ''))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const found = descending ? sorted.toReversed() : sorted
  const { items, nextToken } = pageFrom(found, { from, size: limit })
  return definedMembers({ logStreams: items.map(stream => shapeOf(world, group.name, stream)), nextToken })
}

function lastEventAt(world: World, { createdAt, events }: LogStream): number {
  return events.findLast(({ ingestedAt }) => ingestedAt <= world.now)?.timestamp ?? createdAt
}

function shapeOf(world: World, group: string, { name, createdAt, events }: LogStream): object {
  const readable = events.filter(({ ingestedAt }) => ingestedAt <= world.now)
  return definedMembers({
    logStreamName: name,
    creationTime: createdAt,
    firstEventTimestamp: readable[0]?.timestamp,
    lastEventTimestamp: readable.at(-1)?.timestamp,
    lastIngestionTime: readable.at(-1)?.ingestedAt,
    uploadSequenceToken: '49039859609846217395',
    arn: `${arnOf(world, group)}:log-stream:${name}`,
    storedBytes: 0,
  })
}
