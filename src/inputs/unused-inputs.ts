/** Inputs that were given and have no effect, each with the reason: somebody may count on them. */
import type { Inputs } from './inputs.js'
import type { InputReader } from './values.js'

export interface UnusedInput {
  readonly input: string
  /** `there is no service to deploy to` */
  readonly why: string
}

/** Inputs that need a service, and their defaults in action.yml: the runner passes those like given values. */
const needService: Readonly<Record<string, string>> = {
  'circuit-breaker': 'rollback',
  'circuit-breaker-threshold': '',
  'circuit-breaker-reset-on-healthy-task': '',
  'minimum-healthy-percent': '',
  'maximum-percent': '',
  'bake-time-minutes': '',
  alarms: '',
  'desired-count': '',
  'bump-desired-count': '',
  'force-new-deployment': 'false',
  'enable-ecs-managed-tags': '',
  'propagate-tags': '',
  'in-flight': 'supersede',
  'skip-unchanged': 'false',
}

/** Inputs that need somebody who watches. */
const needWatch: Readonly<Record<string, string>> = {
  'wait-for-minutes': '30',
  'fail-fast-after': '3',
  'on-timeout': 'fail',
  'on-cancel': 'leave',
}

export function unusedInputs(reader: InputReader, inputs: Inputs): UnusedInput[] {
  const { get } = reader
  const { target, source, unknownKeys, mode, watch } = inputs
  const set = (defaults: Readonly<Record<string, string>>) =>
    Object.keys(defaults).filter(name => get(name) !== '' && get(name) !== defaults[name])
  const explainOutcome = (names: readonly string[], why: string) => names.map(input => ({ input, why }))
  const noService = 'there is no service to deploy to'
  const unwatched = mode === 'plan' ? 'a dry-run watches nothing' : 'the deployment is not watched'
  return [
    ...(target ? [] : explainOutcome(set(needService), noService)),
    ...(target && mode === 'deploy' && watch
      ? []
      : explainOutcome(set(needWatch), target ? unwatched : noService)),
    ...(unknownKeys === 'keep' && source.kind !== 'file'
      ? explainOutcome(['allow-unknown-keys'], 'the task definition comes from no file')
      : []),
    ...unusedReports(reader, inputs),
    ...(get('alarms') === '' && get('alarms-rollback') === 'false'
      ? explainOutcome(['alarms-rollback'], 'alarms is empty')
      : []),
  ]
}

/** A comment tells a plan, and a record tells a deployment. */
function unusedReports(
  { get }: InputReader,
  { prComment, environment, mode, target }: Inputs,
): UnusedInput[] {
  const records = mode === 'deploy' && target !== undefined
  const names = mode === 'plan' ? prComment : records
  const noRecordWanted =
    mode === 'plan' ? 'a dry-run deploys nothing to record' : 'there is no service to deploy to'
  return [
    ...(prComment && mode === 'deploy'
      ? [{ input: 'pr-comment', why: 'without dry-run there is no plan to comment' }]
      : []),
    ...(environment && !names ? [{ input: 'environment', why: noRecordWanted }] : []),
    ...(get('environment-url') !== '' && !(environment && records)
      ? [{ input: 'environment-url', why: environment ? noRecordWanted : 'environment is empty' }]
      : []),
  ]
}
