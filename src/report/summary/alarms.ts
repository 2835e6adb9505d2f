import { nextStep } from '../../core/diagnosis/classes.js'
import { revisionName } from '../../core/ecs/arn.js'
import { alarmCommand } from '../../core/ecs/cli-commands.js'
import { alarmLink } from '../../core/ecs/console-links.js'
import { unnamedAlarm } from '../../core/ecs/service-deployment.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { type Alarm, type Condition, measured } from '../../core/resources/alarm.js'
import { formatElapsed, formatTimestamp } from '../../core/text/duration.js'
import type { Json } from '../../core/text/json.js'
import { code, cut, fold, link, plain, table } from '../markdown/markdown.js'
import { most, omitted } from './plan-details.js'

type AlarmDetails = ReadonlyMap<string, Alarm>

/** Per sentence. */
const maxNames = 10
const maxTexts = 3

const comparisons: Readonly<Record<string, string>> = {
  GreaterThanThreshold: 'above',
  GreaterThanOrEqualToThreshold: 'at or above',
  LessThanThreshold: 'below',
  LessThanOrEqualToThreshold: 'at or below',
}

/** `The alarm web-5xx was triggered: HTTPCode_Target_5XX_Count was 12, above 5` */
export function alarmsText(names: readonly string[], details: AlarmDetails = new Map()): string {
  const more = names.length - maxNames
  const listed = names.slice(0, maxNames).join(', ') + (more > 0 ? ` and ${more} more` : '')
  const subject =
    names.length === 1 ? `The alarm ${listed} was triggered` : `The alarms ${listed} were triggered`
  const texts = names.flatMap(name => {
    const alarm = details.get(name)
    const text = alarm && alarmText(alarm)
    return text ? [names.length === 1 ? text : `${name}: ${text}`] : []
  })
  return texts.length === 0 ? subject : `${subject}: ${texts.slice(0, maxTexts).join('; ')}`
}

export function alarmStep({ alarms, alarmDetails, tracked }: Rollout): string {
  const name = alarms.find(one => one !== unnamedAlarm)
  if (name === undefined) return nextStep('alarm')
  const metric = alarmDetails?.get(name)?.condition?.measures
  const what = metric ? `moved ${metric}` : `triggered the alarm ${name}`
  return `Look in the logs of ${revisionName(tracked.taskDefinition)} for what ${what}.`
}

export function alarmHistory({ alarms, plan }: Rollout): string | undefined {
  const name = alarms.find(one => one !== unnamedAlarm)
  const history = name === undefined ? undefined : alarmCommand(plan.observed.service, name)
  return history && `The history of ${name}: ${history}`
}

function alarmText(alarm: Alarm): string | undefined {
  const { state, condition, reason } = alarm
  if (state !== 'ALARM') {
    const when = condition && limitText(condition)
    return `${when ? `its condition is ${condition.measures} ${when}, and ` : ''}it is ${state} ${state === 'OK' ? 'again' : 'now'}`
  }
  const value = measured(alarm)
  const limit = condition && limitText(condition)
  if (limit && value !== undefined)
    return `${condition.measures} was ${short(value, condition.threshold)}, ${limit}`
  return reason?.replace(/\.$/, '')
}

function limitText({ comparison = '', threshold }: Condition): string | undefined {
  const word = comparisons[comparison]
  return word && threshold !== undefined ? `${word} ${threshold}` : undefined
}

/** Four digits, unless that equals the threshold. */
function short(value: number, threshold: number | undefined): number {
  const rounded = Math.abs(value) < 1_000 ? Number(value.toPrecision(4)) : Math.round(value)
  return rounded === threshold ? value : rounded
}

export function alarmParts({ alarms, alarmDetails, plan, tracked }: Rollout): string[] {
  const named = alarms.filter(name => name !== unnamedAlarm)
  if (named.length === 0) return []
  const { arn } = plan.observed.service
  const rows = named.slice(0, most).map(name => {
    const { state = '', condition, reason = '', since }: Partial<Alarm> = alarmDetails?.get(name) ?? {}
    return [
      link(name, alarmLink(arn, name)),
      condition ? plain(cut(conditionText(condition))) : '',
      `${code(state)}${since === undefined ? '' : ` since ${sinceText(since, tracked.startedAt)}`}`,
      plain(cut(reason)),
    ]
  })
  const body = table(['alarm', 'threshold', 'state', 'reason'], rows)
  return [fold('Triggered alarms', body + omitted(named.length))]
}

function sinceText(since: number, startedAt: number): string {
  return since < startedAt ? formatTimestamp(since) : formatElapsed(since - startedAt)
}

/** `Sum of HTTPCode_Target_5XX_Count above 5, in 2 of 3 periods of 60 s` */
function conditionText(condition: Condition): string {
  const { measures, statistic, period, evaluationPeriods: all, datapointsToAlarm = all } = condition
  const limit = limitText(condition)
  const count = all === 1 ? '1 period' : `${datapointsToAlarm} of ${all} periods`
  const periods = all === undefined ? '' : `, in ${count}${period === undefined ? '' : ` of ${period} s`}`
  return `${statistic ? `${statistic} of ` : ''}${measures}${limit ? ` ${limit}` : ''}${periods}`
}

/** Only alarms that could be read. */
export function alarmsJson({ alarms, alarmDetails }: Rollout): Json {
  return alarms.slice(0, most).flatMap(name => {
    const alarm = alarmDetails?.get(name)
    return alarm ? [alarmJson(name, alarm)] : []
  })
}

function alarmJson(name: string, { state, condition, reason, since }: Alarm): Json {
  return {
    name,
    state,
    reason: reason ?? null,
    since: since ?? null,
    measures: condition?.measures ?? null,
    statistic: condition?.statistic ?? null,
    comparison: condition?.comparison ?? null,
    threshold: condition?.threshold ?? null,
    period: condition?.period ?? null,
    evaluationPeriods: condition?.evaluationPeriods ?? null,
    datapointsToAlarm: condition?.datapointsToAlarm ?? null,
  }
}
