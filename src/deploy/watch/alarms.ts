/**
 * What CloudWatch says of the alarms that failed the deployment, asked when ECS first names them: when the old revision
 * serves again they are soon OK again, and the reason with the number is gone. Optional and bounded: three calls at
 * most, and after a refusal none.
 */
import { shortenArns } from '../../core/ecs/arn.js'
import { unnamedAlarm } from '../../core/ecs/service-deployment.js'
import { Fault, whyUnseen } from '../../core/errors/api-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice } from '../../core/errors/notice.js'
import { given } from '../../core/given.js'
import type { Alarm } from '../../core/resources/alarm.js'
import { clean } from '../../core/task-definition/redact.js'
import { shorten } from '../../core/text/truncate.js'
import type { Alarms } from '../../ports.js'

const mostCalls = 3
/** DescribeAlarms takes no more: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const mostNames = 100
/** A StateReason has up to 1,023 characters (API_MetricAlarm), too many for a sentence. */
const longestReason = 400

export interface AlarmLookout {
  /** Asks for those that were not asked for before. Never raises a Fault. */
  look(names: readonly string[]): Promise<void>
  /** by name: those that exist and may be seen */
  seen(): ReadonlyMap<string, Alarm>
  notices(): readonly Notice[]
}

/** `secrets` are taken out of what CloudWatch writes. */
export function alarmLookout(alarms: Alarms, secrets: readonly string[]): AlarmLookout {
  const asked = new Set<string>([unnamedAlarm])
  const seen = new Map<string, Alarm>()
  const notices: Notice[] = []
  let calls = 0

  return {
    async look(names) {
      const wanted = names.filter(name => !asked.has(name)).slice(0, mostNames)
      if (wanted.length === 0 || calls >= mostCalls || notices.length > 0) return
      calls++
      for (const name of wanted) asked.add(name)
      try {
        for (const [name, alarm] of await alarms.describe(wanted))
          seen.set(clean(name, secrets), told(alarm, secrets))
      } catch (fault) {
        if (!(fault instanceof Fault)) throw fault
        notices.push(notice(`What the alarms measure is not shown: ${whyUnseen(fault)}.`))
      }
    },
    seen: () => seen,
    notices: () => notices,
  }
}

function told({ reason, condition, ...alarm }: Alarm, secrets: readonly string[]): Alarm {
  const short = (text: string) => shorten(shortenArns(clean(text, secrets)), longestReason)
  return {
    ...alarm,
    ...given('condition', condition && { ...condition, measures: short(condition.measures) }),
    ...given('reason', reason === undefined ? undefined : short(reason)),
  }
}
