/** Whether containers can be told apart. ECS: "Container names must be unique within a task definition". */

import { containersOf } from '../../task-definition/containers.js'
import { text } from '../../text/json.js'
import { answers, locate, repeated } from '../answers.js'
import type { Check } from '../check.js'
import type { CheckContext } from '../check-context.js'

export function checkDuplicateContainers(context: CheckContext): Check[] {
  const containers = containersOf(context.definition).filter(({ value }) => text(value.name))
  if (containers.length === 0) return []
  return answers(
    'duplicate-container',
    repeated(containers.map(({ name }) => name)).map(name => ({
      result: 'refused',
      text: `two containers are called ${name}`,
      next: 'Give each container a name of its own.',
      ...locate(context, containers.findLast(container => container.name === name)?.path ?? []),
    })),
  )
}
