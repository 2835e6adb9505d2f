/**
 * ECS: "Duplicate secret names found: X. Each secret name must be unique." and "The secret name must be unique and not
 * shared with any new or existing environment variables set on the container". It registers duplicates in
 * `environment`; which one counts is not documented.
 */

import type { Container, Placed } from '../../task-definition/containers.js'
import { containersOf, listedIn } from '../../task-definition/containers.js'
import { duplicates } from '../../text/duplicates.js'
import { enumerate } from '../../text/enumerate.js'
import { text } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'

export const duplicateVariable = defineCheck({ id: 'duplicate-variable', run })

function run(context: CheckContext): Findings {
  const containers = containersOf(context.definition)
  const none = containers.every(
    container => [...listedIn(container, 'environment'), ...listedIn(container, 'secrets')].length === 0,
  )
  if (none) return undefined
  return containers.flatMap(container => variables(context, container))
}

function variables(context: CheckContext, container: Container): CheckFinding[] {
  const environment = listedIn(container, 'environment')
  const secrets = listedIn(container, 'secrets')
  const plain = names(environment)
  const hidden = names(secrets)
  const found: readonly Duplicates[] = [
    {
      result: 'refused',
      names: [...new Set(hidden)].filter(name => plain.includes(name)),
      items: environment,
      how: 'both in environment and in secrets',
      next: 'Remove the one in environment.',
    },
    {
      result: 'refused',
      names: duplicates(hidden),
      items: secrets,
      how: 'more than once in secrets',
      next: 'Keep one of each.',
    },
    {
      result: 'warning',
      names: duplicates(plain),
      items: environment,
      how: 'more than once in environment: which value applies is not documented',
      next: 'Keep one of each.',
    },
  ]
  return found
    .filter(one => one.names.length > 0)
    .map(({ result, names: repeated, items, how, next }) => ({
      result,
      text: `container ${container.name} has ${enumerate(repeated)} ${how}`,
      next,
      ...locate(context, items.findLast(({ value }) => value.name === repeated[0])?.path ?? []),
    }))
}

interface Duplicates extends Pick<CheckFinding, 'result' | 'next'> {
  readonly names: readonly string[]
  /** where the variables are */
  readonly items: readonly Placed[]
  readonly how: string
}

function names(items: readonly Placed[]): string[] {
  return items.flatMap(({ value }) => text(value.name) ?? [])
}
