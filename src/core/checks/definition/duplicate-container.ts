/** ECS: "Container names must be unique within a task definition". */

import { containersOf } from '../../task-definition/containers.js'
import { duplicates } from '../../text/duplicates.js'
import { text } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'

export const duplicateContainer = defineCheck({ id: 'duplicate-container', run })

function run(context: CheckContext): Findings {
  const containers = containersOf(context.definition).filter(({ value }) => text(value.name))
  if (containers.length === 0) return undefined
  return duplicates(containers.map(({ name }) => name)).map(name => ({
    result: 'refused',
    text: `two containers are named ${name}`,
    next: 'Give each container a unique name.',
    ...locate(context, containers.findLast(container => container.name === name)?.path ?? []),
  }))
}
