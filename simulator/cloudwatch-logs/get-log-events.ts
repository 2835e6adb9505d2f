/** AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html */
import type { World } from '../ecs/world.js'
import { checkLimit, findLogGroup, findLogStream, invalid, type LogGroupName } from './find-log-group.js'

export interface GetLogEventsInput extends LogGroupName {
  readonly logStreamName: string
  readonly startTime?: number
  readonly endTime?: number
  readonly nextToken?: string
  readonly limit?: number
  readonly startFromHead?: boolean
}

/**
 * Returns the latest events unless `startFromHead` is set. At the end of the stream, the token stays the
 * same.
 */
export function getLogEvents(world: World, input: GetLogEventsInput): object {
  const { startTime = 0, endTime = Number.POSITIVE_INFINITY, logStreamName } = input
  const limit = checkLimit(input.limit ?? 10_000, 10_000)
  const { events } = findLogStream(findLogGroup(world, input), logStreamName)
  const found = events.filter(
    ({ timestamp, ingestedAt }) => ingestedAt <= world.now && timestamp >= startTime && timestamp < endTime,
  )
  const [from, until] = range(input, limit, found.length)
  return {
    events: found.slice(from, until).map(({ timestamp, message, ingestedAt }) => {
      return { timestamp, message, ingestionTime: ingestedAt }
    }),
    nextForwardToken: token('f', until),
    nextBackwardToken: token('b', from),
  }
}

function range(
  { nextToken, startFromHead }: GetLogEventsInput,
  limit: number,
  count: number,
): [number, number] {
  if (nextToken === undefined) {
    return startFromHead ? [0, Math.min(limit, count)] : [Math.max(0, count - limit), count]
  }
  const [, direction, digits] = /^([fb])\/(\d{56})\/s$/.exec(nextToken) ?? []
  if (direction === undefined) throw invalid('The specified nextToken is invalid.')
  const at = Math.min(Number(digits), count)
  return direction === 'f' ? [at, Math.min(at + limit, count)] : [Math.max(0, at - limit), at]
}

function token(direction: 'f' | 'b', at: number): string {
  return `${direction}/${String(at).padStart(56, '0')}/s`
}
