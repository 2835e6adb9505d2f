/** Inputs that are set without effect, and why. */
import type { InputForm } from './input-form.js'
import type { InputRow, Need } from './input-row.js'
import { type InputName, inputNames, inputTable } from './input-table.js'
import type { Inputs } from './inputs.js'

export interface UnusedInput {
  readonly input: string
  /** `there is no service to deploy to` */
  readonly reason: string
}

/** A runner passes defaults of action.yml like set values: an input with its default counts as not set. */
export function unusedInputs(get: (name: string) => string, form: InputForm, inputs: Inputs): UnusedInput[] {
  return inputNames.flatMap(input => {
    const row: InputRow<unknown> = inputTable[input]
    if (!row.needs || !form.isSet(input) || !isChanged(get, input)) return []
    const reason = reasons[row.needs](inputs, form)
    return reason === undefined ? [] : [{ input, reason }]
  })
}

/** An input that is set to its default is not. */
export function isChanged(get: (name: string) => string, input: InputName): boolean {
  const value = get(input).trim()
  const fallback = inputTable[input].default
  return value !== fallback && !(/^(true|false)$/i.test(value) && value.toLowerCase() === fallback)
}

const noPlan = 'without dry-run there is no plan to comment on'
const noSetting = 'continue-deployment changes no setting of the service'
const noService = 'there is no service to deploy to'

/** Why a need is not met; undefined if it is. */
const reasons: Readonly<Record<Need, (inputs: Inputs, form: InputForm) => string | undefined>> = {
  service: ({ source, targets }) => {
    if (source.kind === 'paused') return noSetting
    return targets.length > 0 ? undefined : noService
  },
  watch: notWatched,
  wait: inputs => (inputs.task?.wait && inputs.mode === 'deploy' ? undefined : notWatched(inputs)),
  'several-services': inputs =>
    inputs.targets.length === 1 ? 'there is only one service' : notWatched({ ...inputs, mode: 'deploy' }),
  'run-task': ({ task }) => (task ? undefined : 'run-task is not true, so that no task runs'),
  // A dry run shows it.
  verification: inputs => notWatched({ ...inputs, mode: 'deploy' }),
  'verify-url': ({ verify }) => (verify?.url ? undefined : 'verify-url is empty'),
  verified: ({ verify }) => (verify ? undefined : 'neither verify-url nor verify-task-command is set'),
  'one-off-task': ({ task, verify }) =>
    task || verify?.task ? undefined : 'run-task is not true, so that no task runs',
  // Refused without it.
  'continue-deployment': () => undefined,
  file: ({ source, task }) => {
    const isTaskFile = task?.definition?.kind === 'file' && source.kind !== 'rollback'
    return source.kind === 'file' || isTaskFile ? undefined : 'no task definition comes from a file'
  },
  alarms: (_, { isSet }) => (isSet('alarms') ? undefined : 'alarms is empty'),
  'dry-run': ({ mode }) => (mode === 'plan' ? undefined : noPlan),
  'pr-comment': ({ mode, prComment }) => {
    if (!prComment) return 'pr-comment is not true'
    return mode === 'plan' ? undefined : noPlan
  },
  // The environment also tells comments of a pull request apart.
  record: inputs => (inputs.mode === 'plan' && inputs.prComment ? undefined : noRecord(inputs)),
  environment: inputs => (inputs.environment ? noRecord(inputs) : 'environment is empty'),
}

function notWatched({ targets, mode, watch }: Inputs): string | undefined {
  if (targets.length === 0) return noService
  if (mode === 'plan') return 'a dry run watches nothing'
  return watch ? undefined : 'the deployment is not watched'
}

function noRecord({ mode, targets }: Inputs): string | undefined {
  if (mode === 'plan') return 'a dry run deploys nothing to record'
  return targets.length > 0 ? undefined : noService
}
