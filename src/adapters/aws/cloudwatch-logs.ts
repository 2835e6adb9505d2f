/** Amazon CloudWatch Logs. The client is loaded when it is first needed: only a failed task asks for it. */
import { stripVTControlCharacters } from 'node:util'
import type { CloudWatchLogsClientConfig } from '@aws-sdk/client-cloudwatch-logs'
import { stripControlCharacters } from '../../core/text/control-characters.js'
import type { Clock, Logs } from '../../ports.js'
import { optionalReads } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'
import { call } from './api-error.js'
import { clientConfig, validateResponses } from './client.js'

export function connectCloudWatchLogs(clock: Clock, config: CloudWatchLogsClientConfig = {}): Logs {
  return {
    async tail({ region, group, stream }, lines) {
      const { CloudWatchLogsClient, GetLogEventsCommand } = await import('@aws-sdk/client-cloudwatch-logs')
      const client = validateResponses(
        new CloudWatchLogsClient({
          ...clientConfig(2_000, 4_000),
          ...config,
          ...(region ? { region } : {}),
        }),
      )
      const command = new GetLogEventsCommand({
        logGroupName: group,
        logStreamName: stream,
        limit: lines,
        startFromHead: false,
      })
      try {
        const answer = await retry(optionalReads, { clock }, () =>
          call('logs:GetLogEvents', () => client.send(command)),
        )
        return (answer.events ?? []).flatMap(({ message = '' }) => linesOf(message)).slice(-lines)
      } catch (error) {
        const missing = missingPart(error)
        if (missing) return missing
        throw error
      } finally {
        client.destroy()
      }
    },
  }
}

/** An event can hold many lines; colours and cursor movements are not for people who read a report. */
function linesOf(message: string): string[] {
  return stripControlCharacters(stripVTControlCharacters(message))
    .split(/\r\n|\r|\n/)
    .map(line => line.trimEnd())
    .filter(line => line !== '')
}

/** `The specified log group does not exist.`, `The specified log stream does not exist.` */
function missingPart(error: unknown): 'no-group' | 'no-stream' | undefined {
  const { code, message } = error as { code?: string; message?: string }
  if (code !== 'ResourceNotFoundException') return undefined
  return /log group/i.test(message ?? '') ? 'no-group' : 'no-stream'
}
