import { stripVTControlCharacters } from 'node:util'
import type { GetLogEventsCommandInput } from '@aws-sdk/client-cloudwatch-logs'
import type { ApiError } from '../../core/errors/api-error.js'
import { stripControlCharacters } from '../../core/text/control-characters.js'
import type { Clock, LogPage, Logs } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { optionalReads } from '../../retry/policies.js'
import { type AwsConfig, AwsService } from './client.js'
import { logsTimeouts } from './time-limit.js'

export function connectCloudWatchLogs(clock: Clock, config: AwsConfig = {}): Logs & { close(): void } {
  const logs = new AwsService({
    clock,
    config,
    timeouts: logsTimeouts,
    load: () => import('@aws-sdk/client-cloudwatch-logs'),
    create: (sdk, settings) => new sdk.CloudWatchLogsClient(settings),
  })
  return {
    close: () => logs.close(),

    async tail({ region, group, stream }, lines) {
      const input = { logGroupName: group, logStreamName: stream, limit: lines, startFromHead: false }
      const page = await read(region, input)
      return typeof page === 'string' ? page : page.lines.slice(-lines)
    },

    since({ region, group, stream }, token) {
      const input = { logGroupName: group, logStreamName: stream, limit: pageSize, startFromHead: true }
      return read(region, token === undefined ? input : { ...input, nextToken: token })
    },
  }

  async function read(
    region: string,
    input: GetLogEventsCommandInput,
  ): Promise<LogPage | 'no-group' | 'no-stream'> {
    const answer = await attempt(() =>
      logs.call({
        operation: 'logs:GetLogEvents',
        policy: optionalReads,
        region,
        send: (client, sdk) => client.send(new sdk.GetLogEventsCommand(input)),
        read: ({ events = [], nextForwardToken: token }) => ({
          lines: events.flatMap(({ message = '' }) => linesOf(message)),
          token,
        }),
      }),
    )
    if (answer.kind === 'answered') return answer.value
    const missing = missingPart(answer.error)
    if (!missing) throw answer.error
    return missing
  }
}

/** Events. */
const pageSize = 1_000

/** An event can hold many lines, with colors. */
function linesOf(message: string): string[] {
  return stripControlCharacters(stripVTControlCharacters(message))
    .split(/\r\n|\r|\n/)
    .map(line => line.trimEnd())
    .filter(line => line !== '')
}

/** `The specified log group does not exist.`, `The specified log stream does not exist.` */
function missingPart({ code, message }: ApiError): 'no-group' | 'no-stream' | undefined {
  if (code !== 'ResourceNotFoundException') return undefined
  return /log group/i.test(message) ? 'no-group' : 'no-stream'
}
