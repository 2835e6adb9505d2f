/** Worded as in CloudWatch events (AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge). */
import type { Alarm, AlarmCondition } from '../ecs/resources/alarms.js'
import type { World } from '../ecs/world.js'
import { conditionOf, valuesOf } from './alarm-condition.js'

const minute = 60_000

const comparisons: Readonly<Record<AlarmCondition['comparison'], string>> = {
  GreaterThanThreshold: 'greater than',
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
}

/** Undefined for a composite alarm that no child put into its state. */
export function stateReason(world: World, alarm: Alarm): string | undefined {
  const { definition, cause, values, state } = alarm
  if (cause) return `${alarmArn(world, cause.name)} transitioned to ALARM at ${longDate(cause.since)}`
  if (definition?.kind === 'composite') return undefined
  if (state === 'INSUFFICIENT_DATA') return 'Unchecked: Initial alarm creation'
  // The scenario specifies the condition and no data points.
  if (definition?.condition && values.length === 0) return undefined
  return crossing(alarm, conditionOf(alarm), valuesOf(alarm))
}

export function alarmArn({ region, account }: World, name: string): string {
  return `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`
}

function crossing({ state, since }: Alarm, condition: AlarmCondition, values: readonly number[]): string {
  const isCrossed = state === 'ALARM'
  const count = values.length
  // A data point has the time of the start of its minute; the alarm evaluates it at the end.
  const last = (Math.floor(since / minute) - 1) * minute
  const points = values
    .map((value, index) => `${decimal(value)} (${shortDate(last - index * minute)})`)
    .join(', ')
  const verb = `${count === 1 ? 'was' : 'were'}${isCrossed ? '' : ' not'}`
  const needed = isCrossed ? condition.datapoints : condition.periods - condition.datapoints + 1
  return (
    `Threshold Crossed: ${count} out of the last ${condition.periods} datapoints [${points}] ${verb} ` +
    `${comparisons[condition.comparison]} the threshold (${decimal(condition.threshold)}) ` +
    `(minimum ${needed} datapoint${needed === 1 ? '' : 's'} for ${isCrossed ? 'OK -> ALARM' : 'ALARM -> OK'} transition).`
  )
}

/** `12.0` */
function decimal(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value)
}

/** `22/11/26 02:40:00` */
function shortDate(at: number): string {
  const iso = new Date(at).toISOString()
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(2, 4)} ${iso.slice(11, 19)}`
}

/** `Sunday 22 November, 2026 02:40:00 UTC` */
function longDate(at: number): string {
  const date = new Date(at)
  const part = (options: Intl.DateTimeFormatOptions) =>
    date.toLocaleDateString('en-US', { ...options, timeZone: 'UTC' })
  const iso = date.toISOString()
  return `${part({ weekday: 'long' })} ${iso.slice(8, 10)} ${part({ month: 'long' })}, ${iso.slice(0, 4)} ${iso.slice(11, 19)} UTC`
}
