/**
 * What CloudWatch says of the alarms that failed the deployment, asked when ECS first names them: when the old revision
 * serves again they are soon OK again, and the reason with the number is gone. Optional and bounded: three calls at
 * most, and after a refusal none.
 */
import { shortenArns } from '../../core/ecs/arn.js'
import { unnamedAlarm } from '../../core/ecs/service-deployment.js'
import { ApiError, unavailableReason } from '../../core/errors/api-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice } from '../../core/errors/notice.js'
import type { Alarm } from '../../core/resources/alarm.js'
import { redact } from '../../core/task-definition/redact.js'
import { truncate } from '../../core/text/truncate.js'
import type { Alarms } from '../../ports.js'

const mostCalls = 3
/** DescribeAlarms takes no more: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const mostNames = 100
/** A StateReason has up to 1,023 characters (API_MetricAlarm), too many for a sentence. */
const longestReason = 400

export interface AlarmMonitor {
  /** Asks for those that were not asked for before. Never raises a Fault. */
  poll(names: readonly string[]): Promise<void>
  /** by name: those that exist and may be seen */
  seen(): ReadonlyMap<string, Alarm>
  notices(): readonly Notice[]
}

/** `secrets` are taken out of what CloudWatch writes. */
export function createAlarmMonitor(alarms: Alarms, secrets: readonly string[]): AlarmMonitor {
  const asked = new Set<string>([unnamedAlarm])
  const seen = new Map<string, Alarm>()
  const notices: Notice[] = []
  let calls = 0

  return {
    async poll(names) {
      const wanted = names.filter(name => !asked.has(name)).slice(0, mostNames)
      if (wanted.length === 0 || calls >= mostCalls || notices.length > 0) return
      calls++
      for (const name of wanted) asked.add(name)
      try {
        for (const [name, alarm] of await alarms.describe(wanted))
          seen.set(redact(name, secrets), told(alarm, secrets))
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        notices.push(notice(`What the alarms measure is not shown: ${unavailableReason(error)}.`))
      }
    },
    seen: () => seen,
    notices: () => notices,
  }
}

function told({ reason, condition, ...alarm }: Alarm, secrets: readonly string[]): Alarm {
  const short = (text: string) => truncate(shortenArns(redact(text, secrets)), longestReason)
  return {
    ...alarm,
    condition: condition && { ...condition, measures: short(condition.measures) },
    reason: reason === undefined ? undefined : short(reason),
  }
}
