import { stripVTControlCharacters } from 'node:util'
import type { ApiError } from '../../core/errors/api-error.js'
import { stripControlCharacters } from '../../core/text/control-characters.js'
import type { Clock, Logs } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { optionalReads } from '../../retry/policies.js'
import { type AwsConfig, AwsService, logsTimeouts } from './client.js'

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
      const answer = await attempt(() =>
        logs.call({
          operation: 'logs:GetLogEvents',
          policy: optionalReads,
          region,
          send: (client, sdk) => client.send(new sdk.GetLogEventsCommand(input)),
          read: ({ events = [] }) => events.flatMap(({ message = '' }) => linesOf(message)).slice(-lines),
        }),
      )
      if (answer.kind === 'answered') return answer.value
      const missing = missingPart(answer.error)
      if (!missing) throw answer.error
      return missing
    },
  }
}

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
