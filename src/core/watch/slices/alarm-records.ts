/**
 * Read when ECS first names them: after a rollback they are soon OK again. At most three calls, and none after an
 * error.
 */
import { shortenArns } from '../../ecs/arn.js'
import { unnamedAlarm } from '../../ecs/service-deployment.js'
import { unavailableReason } from '../../errors/denial.js'
import { type Notice, notice } from '../../errors/notice.js'
import { redact } from '../../redaction/redact.js'
import type { Alarm } from '../../resources/alarm.js'
import { shorten } from '../../text/truncate.js'
import type { WatchContext } from '../watch-context.js'
import type { WatchEffect, WatchEvent } from '../watch-event.js'

const maxCalls = 3
/** DescribeAlarms takes no more: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const maxNames = 100
/** A StateReason has up to 1,023 characters (API_MetricAlarm). */
const longestReason = 400

export interface AlarmRecords {
  readonly requested: ReadonlySet<string>
  /** by name */
  readonly found: ReadonlyMap<string, Alarm>
  readonly calls: number
  readonly notices: readonly Notice[]
}

export const noAlarms: AlarmRecords = {
  requested: new Set([unnamedAlarm]),
  found: new Map(),
  calls: 0,
  notices: [],
}

export function requestAlarms(
  records: AlarmRecords,
  names: readonly string[],
): { readonly records: AlarmRecords; readonly effect: WatchEffect | undefined } {
  const { requested, calls, notices } = records
  const wanted = names.filter(name => !requested.has(name)).slice(0, maxNames)
  if (wanted.length === 0 || calls >= maxCalls || notices.length > 0) return { records, effect: undefined }
  return {
    records: { ...records, calls: calls + 1, requested: new Set([...requested, ...wanted]) },
    effect: { kind: 'read-alarms', names: wanted },
  }
}

export function alarmsRead(
  records: AlarmRecords,
  { alarms }: Extract<WatchEvent, { kind: 'alarms-read' }>,
  { secrets }: Pick<WatchContext, 'secrets'>,
): AlarmRecords {
  if (alarms.kind === 'failed') {
    const text = `The alarms are shown without their metrics: ${unavailableReason(alarms.error)}.`
    return { ...records, notices: [...records.notices, notice(text)] }
  }
  const found = [...alarms.value].map(
    ([name, alarm]) => [redact(name, secrets), redactAlarm(alarm, secrets)] as const,
  )
  return { ...records, found: new Map([...records.found, ...found]) }
}

function redactAlarm(alarm: Alarm, secrets: readonly string[]): Alarm {
  const short = (text: string) => shorten(shortenArns(redact(text, secrets)), longestReason)
  const { condition, reason } = alarm
  return {
    ...alarm,
    condition: condition && { ...condition, measures: short(condition.measures) },
    reason: reason === undefined ? undefined : short(reason),
  }
}
