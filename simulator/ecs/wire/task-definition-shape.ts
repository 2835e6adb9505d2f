import type { TaskDefinition } from '../state/task-definition.js'
import { epoch, epochOrAbsent, present } from './epoch.js'

export function taskDefinitionShape(definition: TaskDefinition): Record<string, unknown> {
  return present({
    taskDefinitionArn: definition.arn,
    ...definition.document,
    revision: definition.revision,
    status: definition.status,
    registeredAt: epoch(definition.registeredAt),
    deregisteredAt: epochOrAbsent(definition.deregisteredAt),
    registeredBy: definition.registeredBy,
  })
}
