/**
 * Finds out why tasks failed, beyond what ECS says: reads the ends of their logs, a few at once whatever the number of
 * tasks. What cannot be read is said once, and nothing depends on it.
 */

import type { Cause } from '../../core/diagnosis/cause.js'
import { explain } from '../../core/diagnosis/cause.js'
import { evidenceFor } from '../../core/diagnosis/evidence.js'
import { type LogLocation, logLocation } from '../../core/diagnosis/log-location.js'
import { failedTaskLogs, type LogSample, recentTaskLogs } from '../../core/diagnosis/log-samples.js'
import type { Log, LogTail } from '../../core/diagnosis/log-tail.js'
import { parseArn } from '../../core/ecs/arn.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice } from '../../core/errors/notice.js'
import type { Rollout } from '../../core/outcome/outcome.js'
import { redact } from '../../core/task-definition/redact.js'
import { truncate } from '../../core/text/truncate.js'
import type { Logs } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'

/** What a person reads of one container. */
const mostLines = 20
const longestLine = 400

export interface Diagnosis {
  readonly causes: readonly Cause[]
  readonly logs: readonly LogTail[]
  readonly notices: readonly Notice[]
}

export const noDiagnosis: Diagnosis = { causes: [], logs: [], notices: [] }

/** Never raises a Fault. `secrets` are taken out of every line. */
export async function diagnose(
  logs: Logs,
  rollout: Pick<Rollout, 'plan' | 'tasks' | 'failures' | 'alarms'>,
  secrets: readonly string[],
): Promise<Diagnosis> {
  const { definition, observed } = rollout.plan
  const region = parseArn(observed.service.arn)?.region ?? ''
  const tails = await Promise.all(
    samplesOf(rollout).map(async ({ task, container }: LogSample): Promise<LogTail> => {
      const place = logLocation(definition, container, task, region)
      const log = await read(logs, place, secrets)
      if (place.kind === 'elsewhere') return { task, container, log, place: undefined }
      const { region: kept, group, stream } = place
      return { task, container, place: { region: kept, group, stream }, log }
    }),
  )
  const causes = rollout.failures.map(group =>
    explain({
      group,
      lines: linesOf(tails, group.tasks),
      ...evidenceFor(rollout, group),
    }),
  )
  return { causes, logs: tails, notices: unread(tails) }
}

function samplesOf({ plan, tasks, failures, alarms }: Parameters<typeof diagnose>[1]): LogSample[] {
  if (failures.length === 0 && alarms.length > 0) return recentTaskLogs(tasks, plan.definition)
  return failedTaskLogs(failures, plan.definition)
}

async function read(logs: Logs, place: LogLocation, secrets: readonly string[]): Promise<Log> {
  if (place.kind === 'elsewhere') return { kind: 'unavailable', why: place.why }
  const tail = await attempt(() => logs.tail(place, mostLines))
  if (tail.kind === 'failed') {
    const { error } = tail
    // The role lacks the group, not one stream of it.
    const allow = `allow ${error.operation} on the log group ${place.group}`
    const why = error.kind === 'denied' ? allow : `CloudWatch Logs did not answer (${error.code})`
    return { kind: 'unavailable', why }
  }
  const lines = tail.value
  if (lines === 'no-group') return { kind: 'unavailable', why: `there is no log group ${place.group}` }
  if (lines === 'no-stream') return { kind: 'unavailable', why: 'it has no log stream, or not yet' }
  return { kind: 'read', lines: lines.map(line => truncate(redact(line, secrets), longestLine)) }
}

function linesOf(tails: readonly LogTail[], tasks: readonly string[]): string[] {
  return tails.flatMap(({ task, log }) => (tasks.includes(task) && log.kind === 'read' ? log.lines : []))
}

/** Each reason once, however many logs it is about. */
function unread(tails: readonly LogTail[]): Notice[] {
  const reasons = new Map<string, Set<string>>()
  for (const { container, log } of tails) {
    if (log.kind === 'unavailable') reasons.set(log.why, (reasons.get(log.why) ?? new Set()).add(container))
  }
  return [...reasons].map(([why, containers]) =>
    notice(`The log of ${[...containers].join(' and ')} is not shown: ${why}.`),
  )
}
