/**
 * ECS: "Container.name should not be null or empty.", "Container.name contains invalid characters."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */

import { quote } from '../../errors/problem.js'
import { containersOf } from '../../task-definition/containers.js'
import { placeholderIn } from '../../task-definition/placeholder.js'
import { text } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'

export const containerName = defineCheck({ id: 'container-name', run })

function run(context: CheckContext): Findings {
  const containers = containersOf(context.definition)
  if (containers.length === 0) return undefined
  return containers
    .flatMap(({ name: shown, value, path }): Flaw[] => {
      const name = text(value.name)
      if (!name) return [{ path, text: `${shown} has no name`, next: 'Give the container a name.' }]
      // The check placeholder reports it.
      if (/^[\w-]{1,255}$/.test(name) || placeholderIn(name)) return []
      return [
        {
          path: [...path, 'name'],
          text: `${quote(name)} is not a valid name of a container: only letters, digits, hyphens and underscores are allowed, at most 255`,
          next: 'Rename the container.',
        },
      ]
    })
    .map(flaw => toFinding(context, flaw))
}
