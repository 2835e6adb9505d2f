/** Never fails the run: see `notices`. */

import { type Cause, type DiagnosisInput, explainFailures } from '../../core/diagnosis/explain-failures.js'
import { type LogLocation, logLocation } from '../../core/diagnosis/log-location.js'
import { logsToRead } from '../../core/diagnosis/log-samples.js'
import type { Log, LogTail } from '../../core/diagnosis/log-tail.js'
import { unavailableReason } from '../../core/errors/denial.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice } from '../../core/errors/notice.js'
import { redact } from '../../core/redaction/redact.js'
import { enumerate } from '../../core/text/enumerate.js'
import { truncate } from '../../core/text/truncate.js'
import type { Logs } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'

export const mostLines = 20
export const longestLine = 400

export interface Diagnosis {
  readonly causes: readonly Cause[]
  readonly logs: readonly LogTail[]
  readonly notices: readonly Notice[]
}

export async function diagnose(
  logs: Logs,
  input: Omit<DiagnosisInput, 'logs'>,
  secrets: readonly string[],
): Promise<Diagnosis> {
  const tails = await Promise.all(
    logsToRead(input).map(async (sample): Promise<LogTail> => {
      const location = logLocation(input.definition, sample)
      const log = await read(logs, location, secrets)
      return { ...sample, location: location.kind === 'cloudwatch' ? location.stream : undefined, log }
    }),
  )
  return {
    causes: explainFailures({ ...input, logs: tails }),
    logs: tails,
    notices: unavailableNotices(tails),
  }
}

async function read(logs: Logs, location: LogLocation, secrets: readonly string[]): Promise<Log> {
  if (location.kind === 'elsewhere') return { kind: 'unavailable', why: location.why }
  const { stream } = location
  const tail = await attempt(() => logs.tail(stream, mostLines))
  if (tail.kind === 'failed') {
    const { error } = tail
    // IAM policies name log groups, not streams.
    const denied = unavailableReason(error, `the log group ${stream.group}`)
    const why = error.kind === 'denied' ? denied : `CloudWatch Logs did not respond (${error.code})`
    return { kind: 'unavailable', why }
  }
  const lines = tail.value
  if (lines === 'no-group') return { kind: 'unavailable', why: `there is no log group ${stream.group}` }
  if (lines === 'no-stream') return { kind: 'unavailable', why: 'it has no log stream (yet)' }
  return { kind: 'read', lines: lines.map(line => truncate(redact(line, secrets), longestLine)) }
}

function unavailableNotices(tails: readonly LogTail[]): Notice[] {
  const containersByReason = new Map<string, Set<string>>()
  for (const { container, log } of tails) {
    if (log.kind === 'unavailable')
      containersByReason.set(log.why, (containersByReason.get(log.why) ?? new Set()).add(container))
  }
  return [...containersByReason].map(([why, containers]) =>
    notice(`The log of ${enumerate([...containers])} is not shown: ${why}.`),
  )
}
