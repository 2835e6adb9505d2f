/**
 * From the strings of `with:` to Inputs, and every problem at once. Pure: reads no files and calls nobody. Names and
 * meanings are those of action.yml.
 */

import type { Problem } from '../core/errors/problem.js'
import type { WatchOptions } from '../core/options/watch-options.js'
import { readImages } from './images.js'
import type { Inputs } from './inputs.js'
import { readOverrides } from './overrides.js'
import { readReports } from './reports.js'
import { readRollout } from './rollout.js'
import { readSource } from './source.js'
import { readTags } from './tags.js'
import { readTarget } from './target.js'
import { type UnusedInput, unusedInputs } from './unused-inputs.js'
import { flag, type InputReader, oneOf, wholeNumber } from './values.js'

export interface ReadInputs {
  /** what was understood; where a value was not, its default */
  readonly inputs: Inputs
  readonly problems: readonly Problem[]
  /** inputs that were given and have no effect */
  readonly idle: readonly UnusedInput[]
}

/** `get` answers an input as given, or an empty string: absent and empty are the same. */
export function readInputs(get: (name: string) => string): ReadInputs {
  const problems: Problem[] = []
  const reader: InputReader = {
    get: name => get(name).trim(),
    raw: get,
    report: (subject, text) => problems.push({ subject, text }),
  }

  const target = readTarget(reader)
  const source = readSource(reader)
  const unknownKeys = flag(reader, 'allow-unknown-keys', false) ? 'keep' : 'refuse'
  const imagePolicy = oneOf(reader, 'image-policy', ['immutable', 'digest', 'any'] as const, 'immutable')
  const images = readImages(reader, imagePolicy)
  const overrides = readOverrides(reader)
  const tags = readTags(reader)
  const provenanceTags = flag(reader, 'provenance-tags', true)
  const skipUnchanged = flag(reader, 'skip-unchanged', false)
  const rollout = readRollout(reader)
  const mode = flag(reader, 'dry-run', false) ? 'plan' : 'deploy'
  const watched = flag(reader, 'wait-for-service-stability', true)
  const watch: WatchOptions = {
    minutes: wholeNumber(reader, 'wait-for-minutes', 30, 1, 360),
    failFastAfter: wholeNumber(reader, 'fail-fast-after', 3, 0, 1_000),
    onTimeout: oneOf(reader, 'on-timeout', ['fail', 'rollback'] as const, 'fail'),
    onCancel: oneOf(reader, 'on-cancel', ['leave', 'rollback'] as const, 'leave'),
  }
  const maxRetries = wholeNumber(reader, 'max-retries', 10, 1, 100)
  const preflight = oneOf(reader, 'preflight', ['fail', 'warn', 'off'] as const, 'fail')
  const reports = readReports(reader)

  if (reader.get('service') === '' && source.kind === 'live') {
    reader.report(
      'service',
      'is empty and so is task-definition: give a service to deploy to, a task definition to register, or both',
    )
  }
  if (skipUnchanged && rollout.forceNewDeployment)
    reader.report('skip-unchanged', 'contradicts force-new-deployment: give one of them')
  if (!watched && rollout.bumpDesiredCount !== undefined) {
    reader.report(
      'bump-desired-count',
      'needs wait-for-service-stability: true, since nobody else would put the count back',
    )
  }
  const inputs: Inputs = {
    source,
    unknownKeys,
    images,
    imagePolicy,
    overrides,
    tags,
    provenanceTags,
    skipUnchanged,
    rollout,
    mode,
    preflight,
    maxRetries,
    ...reports,
    target,
    watch: watched ? watch : undefined,
  }
  return { inputs, problems, idle: unusedInputs(reader, inputs) }
}
