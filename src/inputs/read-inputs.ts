import { type Notice, warning } from '../core/errors/notice.js'
import type { Problem } from '../core/errors/problem.js'
import type { PassedInputs } from '../core/options/passed-inputs.js'
import { noOverrides } from '../core/task-definition/overrides.js'
import { emptyInputNotices } from './empty-inputs.js'
import { type InputForm, parseInputs } from './input-form.js'
import { type InputName, inputNames, inputTable } from './input-table.js'
import type { Inputs } from './inputs.js'
import { deploymentTarget } from './read-decision.js'
import { readImages } from './read-images.js'
import { readOverrides } from './read-overrides.js'
import { readReports } from './read-report-options.js'
import { readServiceOptions } from './read-service-options.js'
import { readSource } from './read-source.js'
import { readTargets } from './read-target.js'
import { readTaskOptions } from './read-task-options.js'
import { readVerifyOptions } from './read-verify-options.js'
import { unknownInputs } from './unknown-inputs.js'
import { type UnusedInput, unusedInputs } from './unused-inputs.js'

export interface ReadInputs {
  /** defaults replace invalid values */
  readonly inputs: Inputs
  /** in the order of the inputs */
  readonly problems: readonly Problem[]
  readonly unused: readonly UnusedInput[]
  readonly notices: readonly Notice[]
}

const noInputs: PassedInputs = { inputs: [], includesSurrounding: false }

/** `get` returns an empty string for an absent input. */
export function readInputs(get: (name: string) => string, passed: PassedInputs = noInputs): ReadInputs {
  const problems: { readonly subject: InputName; readonly text: string }[] = []
  const form = parseInputs(get, (subject, text) => problems.push({ subject, text }))
  const inputs = combine(form)
  const unknown = unknownInputs(passed)
  const unused = unusedInputs(get, form, inputs)
  const hasProblems = unknown.problems.length + problems.length > 0
  const known = inputNames.flatMap(name => problems.filter(({ subject }) => subject === name))
  return {
    inputs,
    problems: [...unknown.problems, ...known],
    unused,
    notices: [
      ...(hasProblems ? [] : effectNotices(unused, emptyInputNotices(get, form, inputs))),
      ...unknown.ignored.map(name =>
        warning(`${name} is not an input of this action, and has no effect here.`),
      ),
    ],
  }
}

/** Only true of inputs without problems: where they have some, a default stands in their place. */
function effectNotices(unused: readonly UnusedInput[], empty: readonly Notice[]): Notice[] {
  return [
    ...empty,
    ...unused.map(({ input, reason }) => warning(`${input} is set, but has no effect: ${reason}.`)),
  ]
}

function combine(form: InputForm): Inputs {
  const { values, isSet, report } = form
  const source = readSource(form)
  const isRollback = source.kind === 'rollback'
  const isFixed = isRollback || source.kind === 'paused'
  if (!isSet('service') && source.kind === 'live') {
    const text =
      'is empty and so is task-definition: set a service to deploy to, a task definition to register, or both'
    report('service', text)
  } else if (
    !isSet('service') &&
    !values['run-task'] &&
    !isFixed &&
    isSet('cluster') &&
    values.cluster !== inputTable.cluster.default
  ) {
    const text =
      'is empty, but cluster is set, so that nothing would be deployed: set the service, or remove cluster to register only'
    report('service', text)
  }
  const watch = {
    minutes: values['wait-for-minutes'],
    failFastAfter: values['fail-fast-after'],
    onTimeout: values['on-timeout'],
    onCancel: values['on-cancel'],
    onPartialFailure: values['on-partial-failure'],
    waitUntil: values['wait-until'],
    interim: undefined,
  }
  if (values['on-partial-failure'] === 'rollback' && !values['wait-for-service-stability'])
    report(
      'on-partial-failure',
      'is rollback, but wait-for-service-stability is false, so nobody would see that a service has failed: set that to true, or remove on-partial-failure',
    )
  const named = readTargets(form)
  const decided = deploymentTarget(form)
  const targets = named.length === 0 && decided ? [decided] : named
  return {
    targets,
    task: readTaskOptions(form, targets[0]?.cluster ?? values.cluster),
    source,
    unknownKeys: values['allow-unknown-keys'] ? 'keep' : 'refuse',
    placeholders: values.placeholders,
    images: isFixed ? [] : readImages(form),
    imagePolicy: values['image-policy'],
    overrides: isFixed ? noOverrides : readOverrides(form),
    tags: isFixed ? [] : values.tags,
    provenanceTags: values['provenance-tags'],
    skipUnchanged: values['skip-unchanged'],
    rollout: readServiceOptions(form),
    mode: values['dry-run'] ? 'plan' : 'deploy',
    preflight: values.preflight,
    maxRetries: values['max-retries'],
    watch: values['wait-for-service-stability'] ? watch : undefined,
    verify: readVerifyOptions(form, targets[0]?.cluster ?? values.cluster),
    ...readReports(form),
  }
}
