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
  const both = [...new Set(hidden)].filter(name => plain.includes(name))
  const report = (
    result: CheckFinding['result'],
    found: readonly string[],
    where: readonly Placed[],
    how: string,
    next: string,
  ): CheckFinding[] =>
    found.length === 0
      ? []
      : [
          {
            result,
            text: `container ${container.name} has ${enumerate(found)} ${how}`,
            next,
            ...locate(context, where.findLast(({ value }) => value.name === found[0])?.path ?? []),
          },
        ]
  return [
    ...report(
      'refused',
      both,
      environment,
      'both in environment and in secrets',
      'Leave out the one in environment.',
    ),
    ...report('refused', duplicates(hidden), secrets, 'more than once in secrets', 'Leave one of each.'),
    ...report(
      'warning',
      duplicates(plain),
      environment,
      'more than once in environment: which value counts is not documented',
      'Leave one of each.',
    ),
  ]
}

function names(items: readonly Placed[]): string[] {
  return items.flatMap(({ value }) => text(value.name) ?? [])
}
