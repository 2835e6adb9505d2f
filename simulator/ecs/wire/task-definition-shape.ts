import { definedMembers } from '../../defined-members.js'
import type { TaskDefinition } from '../state/task-definition.js'
import { epoch, optionalEpoch } from './epoch.js'

/** Tags are a separate member of the responses. */
export function taskDefinitionShape(definition: TaskDefinition): Record<string, unknown> {
  return definedMembers({
    taskDefinitionArn: definition.arn,
    ...definition.document,
    revision: definition.revision,
    status: definition.status,
    registeredAt: epoch(definition.registeredAt),
    deregisteredAt: optionalEpoch(definition.deregisteredAt),
    deleteRequestedAt: optionalEpoch(definition.deleteRequestedAt),
    registeredBy: definition.registeredBy,
  })
}
