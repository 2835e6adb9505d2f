import type { TaskDefinition } from '../state/task-definition.js'
import { epoch, optionalEpoch, presentMembers } from './epoch.js'

/** The registered document with what only ECS knows; tags stand beside it in the answers. */
export function taskDefinitionShape(definition: TaskDefinition): Record<string, unknown> {
  return presentMembers({
    taskDefinitionArn: definition.arn,
    ...definition.document,
    revision: definition.revision,
    status: definition.status,
    registeredAt: epoch(definition.registeredAt),
    deregisteredAt: optionalEpoch(definition.deregisteredAt),
    registeredBy: definition.registeredBy,
  })
}
