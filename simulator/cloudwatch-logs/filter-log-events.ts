/** AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
import { createHash } from 'node:crypto'
import { offsetIn, pageFrom } from '../continuation.js'
import { definedMembers } from '../defined-members.js'
import type { LogEvent, LogStream } from '../ecs/resources/logs.js'
import type { World } from '../ecs/world.js'
import { parsePattern } from './filter-pattern.js'
import { checkLimit, findLogGroup, findLogStream, invalid, type LogGroupName } from './find-log-group.js'

export interface FilterLogEventsInput extends LogGroupName {
  readonly logStreamNames?: readonly string[]
  readonly logStreamNamePrefix?: string
  readonly startTime?: number
  readonly endTime?: number
  readonly filterPattern?: string
  readonly nextToken?: string
  readonly limit?: number
  /** By default. */
  readonly startFromHead?: boolean
}

export function filterLogEvents(world: World, input: FilterLogEventsInput): object {
  const { startTime = 0, endTime = Number.POSITIVE_INFINITY, filterPattern = '', nextToken } = input
  const limit = checkLimit(input.limit ?? 10_000, 10_000)
  const matches = parsePattern(filterPattern)
  const from = offsetIn(nextToken)
  if (from === undefined) throw invalid('The specified nextToken is invalid.')
  const found = streamsOf(world, input)
    .flatMap(stream => stream.events.map(event => ({ stream, event })))
    .filter(({ event }) => event.ingestedAt <= world.now)
    .filter(({ event }) => event.timestamp >= startTime && event.timestamp <= endTime)
    .filter(({ event }) => matches(event.message))
    .toSorted((a, b) => a.event.timestamp - b.event.timestamp)
  const sorted = input.startFromHead === false ? found.toReversed() : found
  const { items, nextToken: next } = pageFrom(sorted, { from, size: limit })
  return definedMembers({
    events: items.map(({ stream, event }) => shapeOf(stream, event)),
    searchedLogStreams: [],
    nextToken: next,
  })
}

function streamsOf(world: World, input: FilterLogEventsInput): readonly LogStream[] {
  const { logStreamNames: names, logStreamNamePrefix: prefix } = input
  const group = findLogGroup(world, input)
  // "If you specify a value for both logStreamNamePrefix and logStreamNames, the action returns an
  // InvalidParameterException error."
  if (names !== undefined && prefix !== undefined) {
    throw invalid('logStreamNamePrefix and logStreamNames are mutually exclusive parameters.')
  }
  if (names !== undefined) return names.map(name => findLogStream(group, name))
  return [...group.streams.values()].filter(({ name }) => name.startsWith(prefix ?? ''))
}

function shapeOf({ name, events }: LogStream, event: LogEvent): object {
  const { timestamp, message, ingestedAt } = event
  const digest = createHash('sha256')
    .update(`${name} ${timestamp} ${events.indexOf(event)}`)
    .digest('hex')
  const eventId = BigInt(`0x${digest.slice(0, 44)}`)
    .toString()
    .padStart(56, '3')
    .slice(0, 56)
  return { logStreamName: name, timestamp, message, ingestionTime: ingestedAt, eventId }
}
