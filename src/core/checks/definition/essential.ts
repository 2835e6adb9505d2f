/**
 * ECS refuses a task without an essential container.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
import { containersOf } from '../../task-definition/containers.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'

export const essential = defineCheck({ id: 'essential', run })

function run(context: CheckContext): Findings {
  const containers = containersOf(context.definition)
  const [first] = containers
  if (!first) return undefined
  if (containers.some(({ value }) => value.essential !== false)) return []
  return [
    {
      result: 'refused',
      text: 'no container is essential, but a task needs at least one that is',
      next: 'Remove essential: false from the main container.',
      ...locate(context, [...first.path, 'essential']),
    },
  ]
}
