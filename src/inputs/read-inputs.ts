/**
 * From the strings of `with:` to Inputs, and every problem at once. Pure: reads no files and calls nobody. Names and
 * meanings are those of action.yml.
 */

import type { Problem } from '../core/errors/problem.js'
import type { Policy } from '../core/watch/deployment-health.js'
import { readImages } from './images.js'
import type { Inputs } from './inputs.js'
import { readOverrides } from './overrides.js'
import { readReports } from './reports.js'
import { readRollout } from './rollout.js'
import { readSourceWish } from './source.js'
import { readTags } from './tags.js'
import { readTarget } from './target.js'
import { type Idle, withoutEffect } from './unused-inputs.js'
import { flag, type Given, oneOf, wholeNumber } from './values.js'

export interface ReadInputs {
  /** what was understood; where a value was not, its default */
  readonly inputs: Inputs
  readonly problems: readonly Problem[]
  /** inputs that were given and have no effect */
  readonly idle: readonly Idle[]
}

/** `get` answers an input as given, or an empty string: absent and empty are the same. */
export function readInputs(get: (name: string) => string): ReadInputs {
  const problems: Problem[] = []
  const given: Given = {
    get: name => get(name).trim(),
    raw: get,
    report: (subject, text) => problems.push({ subject, text }),
  }

  const target = readTarget(given)
  const source = readSourceWish(given)
  const unknownKeys = flag(given, 'allow-unknown-keys', false) ? 'keep' : 'refuse'
  const imagePolicy = oneOf(given, 'image-policy', ['immutable', 'digest', 'any'] as const, 'immutable')
  const images = readImages(given, imagePolicy)
  const overrides = readOverrides(given)
  const tags = readTags(given)
  const provenanceTags = flag(given, 'provenance-tags', true)
  const skipUnchanged = flag(given, 'skip-unchanged', false)
  const rollout = readRollout(given)
  const mode = flag(given, 'dry-run', false) ? 'plan' : 'deploy'
  const watched = flag(given, 'wait-for-service-stability', true)
  const watch: Policy = {
    minutes: wholeNumber(given, 'wait-for-minutes', 30, 1, 360),
    failFastAfter: wholeNumber(given, 'fail-fast-after', 3, 0, 1_000),
    onTimeout: oneOf(given, 'on-timeout', ['fail', 'rollback'] as const, 'fail'),
    onCancel: oneOf(given, 'on-cancel', ['leave', 'rollback'] as const, 'leave'),
  }
  const maxRetries = wholeNumber(given, 'max-retries', 10, 1, 100)
  const preflight = oneOf(given, 'preflight', ['fail', 'warn', 'off'] as const, 'fail')
  const reports = readReports(given)

  if (given.get('service') === '' && source.kind === 'live') {
    given.report(
      'service',
      'is empty and so is task-definition: give a service to deploy to, a task definition to register, or both',
    )
  }
  if (skipUnchanged && rollout.forceNewDeployment)
    given.report('skip-unchanged', 'contradicts force-new-deployment: give one of them')
  if (!watched && rollout.bumpDesiredCount !== undefined) {
    given.report(
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
    ...(target ? { target } : {}),
    ...(watched ? { watch } : {}),
  }
  return { inputs, problems, idle: withoutEffect(given, inputs) }
}
