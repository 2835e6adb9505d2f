/** Inputs that are set without effect, and why. */
import type { InputForm } from './input-form.js'
import type { InputRow, Need } from './input-row.js'
import { inputNames, inputTable } from './input-table.js'
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
    if (!row.needs || !form.isSet(input) || isDefault(get(input).trim(), row.default)) return []
    const reason = reasons[row.needs](inputs, form)
    return reason === undefined ? [] : [{ input, reason }]
  })
}

function isDefault(value: string, fallback: string): boolean {
  return value === fallback || (/^(true|false)$/i.test(value) && value.toLowerCase() === fallback)
}

const noService = 'there is no service to deploy to'

/** Why a need is not met; undefined if it is. */
const reasons: Readonly<Record<Need, (inputs: Inputs, form: InputForm) => string | undefined>> = {
  service: ({ target }) => (target ? undefined : noService),
  watch({ target, mode, watch }) {
    if (!target) return noService
    if (mode === 'plan') return 'a dry-run watches nothing'
    return watch ? undefined : 'the deployment is not watched'
  },
  file: ({ source }) => (source.kind === 'file' ? undefined : 'the task definition comes from no file'),
  alarms: (_, { isSet }) => (isSet('alarms') ? undefined : 'alarms is empty'),
  'dry-run': ({ mode }) => (mode === 'plan' ? undefined : 'without dry-run there is no plan to comment'),
  // The environment also tells comments of a pull request apart.
  record: inputs => (inputs.mode === 'plan' && inputs.prComment ? undefined : noRecord(inputs)),
  environment: inputs => (inputs.environment ? noRecord(inputs) : 'environment is empty'),
}

function noRecord({ mode, target }: Inputs): string | undefined {
  if (mode === 'plan') return 'a dry-run deploys nothing to record'
  return target ? undefined : noService
}
