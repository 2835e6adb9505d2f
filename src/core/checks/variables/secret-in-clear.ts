/**
 * Everybody who may describe the task definition can read `environment`. Messages have names, never values.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
 */

import type { Container } from '../../task-definition/containers.js'
import { containersOf, listedIn } from '../../task-definition/containers.js'
import { enumerate } from '../../text/enumerate.js'
import type { Path } from '../../text/json.js'
import { text } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'
import { isNamedPublic, isNamedSecret } from './secret-name.js'
import { isHarmless, secretForm } from './secret-value.js'

export const secretInClear = defineCheck({ id: 'secret-in-clear', run })

function run(context: CheckContext): Findings {
  const containers = containersOf(context.definition)
  if (containers.every(container => listedIn(container, 'environment').length === 0)) return undefined
  return containers.flatMap(container => inClear(context, container))
}

/** Variables from inputs are fixed elsewhere than those from the file. */
function inClear(context: CheckContext, container: Container): CheckFinding[] {
  const found = listedIn(container, 'environment').flatMap(({ value, path }) => {
    const name = text(value.name) ?? ''
    const why = secretReason(name, text(value.value) ?? '')
    return why === undefined ? [] : [{ path, label: why === '' ? name : `${name} (${why})` }]
  })
  const isFromInput = ({ path }: SecretSuspicion) => context.inputAt(path) !== undefined
  return [
    ...findingsIn(context, container, found.filter(isFromInput)),
    ...findingsIn(
      context,
      container,
      found.filter(suspect => !isFromInput(suspect)),
    ),
  ]
}

interface SecretSuspicion {
  readonly path: Path
  readonly label: string
}

function findingsIn(
  context: CheckContext,
  container: Container,
  found: readonly SecretSuspicion[],
): CheckFinding[] {
  const [first] = found
  if (!first) return []
  const [verb, it] = found.length === 1 ? ['looks like a secret', 'it'] : ['look like secrets', 'them']
  return [
    {
      result: 'warning',
      text: `container ${container.name} has ${enumerate(found.map(({ label }) => label))} in plain text, which ${verb}`,
      next: `Keep ${it} in Secrets Manager or SSM and reference ${it} in secrets (or with the input secrets).`,
      ...locate(context, first.path),
    },
  ]
}

/** Undefined: no secret. Empty: only the name shows it. */
function secretReason(name: string, value: string): string | undefined {
  const form = secretForm(value, isNamedPublic(name))
  if (form !== undefined) return form
  return isNamedSecret(name) && !isHarmless(value) ? '' : undefined
}
