import type { Problem } from '../core/errors/problem.js'
import { type InputForm, parseInputs } from './input-form.js'
import { type InputName, inputNames } from './input-table.js'
import type { Inputs } from './inputs.js'
import { readImages } from './read-images.js'
import { readOverrides } from './read-overrides.js'
import { readReports } from './read-report-options.js'
import { readServiceOptions } from './read-service-options.js'
import { readSource } from './read-source.js'
import { readTarget } from './read-target.js'
import { type UnusedInput, unusedInputs } from './unused-inputs.js'

export interface ReadInputs {
  /** defaults replace invalid values */
  readonly inputs: Inputs
  /** in the order of the inputs */
  readonly problems: readonly Problem[]
  readonly unused: readonly UnusedInput[]
}

/** `get` returns an empty string for an absent input. */
export function readInputs(get: (name: string) => string): ReadInputs {
  const problems: { readonly subject: InputName; readonly text: string }[] = []
  const form = parseInputs(get, (subject, text) => problems.push({ subject, text }))
  const inputs = combine(form)
  return {
    inputs,
    problems: inputNames.flatMap(name => problems.filter(({ subject }) => subject === name)),
    unused: unusedInputs(get, form, inputs),
  }
}

function combine(form: InputForm): Inputs {
  const { values, isSet, report } = form
  const source = readSource(form)
  if (!isSet('service') && source.kind === 'live') {
    const text =
      'is empty and so is task-definition: give a service to deploy to, a task definition to register, or both'
    report('service', text)
  }
  const watch = {
    minutes: values['wait-for-minutes'],
    failFastAfter: values['fail-fast-after'],
    onTimeout: values['on-timeout'],
    onCancel: values['on-cancel'],
  }
  return {
    target: readTarget(form),
    source,
    unknownKeys: values['allow-unknown-keys'] ? 'keep' : 'refuse',
    images: readImages(form),
    imagePolicy: values['image-policy'],
    overrides: readOverrides(form),
    tags: values.tags,
    provenanceTags: values['provenance-tags'],
    skipUnchanged: values['skip-unchanged'],
    rollout: readServiceOptions(form),
    mode: values['dry-run'] ? 'plan' : 'deploy',
    preflight: values.preflight,
    maxRetries: values['max-retries'],
    watch: values['wait-for-service-stability'] ? watch : undefined,
    ...readReports(form),
  }
}
