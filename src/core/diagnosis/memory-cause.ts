/** Which limit was too small. Memory is in MiB (API_ContainerDefinition). */

import { containerOf, memberAt } from './container.js'
import type { Explanation, FailureEvidence } from './explanation.js'

export function memoryCause(evidence: FailureEvidence): Explanation {
  const { group, definition } = evidence
  const container = containerOf(definition, group.container)
  const name = group.container ?? 'the container'
  if (container?.memory !== undefined) {
    return {
      detail: `${name} is limited to ${container.memory} MiB`,
      next: `Raise memory of ${name} above ${container.memory} MiB, or find what fills it.`,
      position: memberAt(evidence, group.container, 'memory'),
    }
  }
  if (definition.memory === undefined) return {}
  return {
    detail: `the task is limited to ${definition.memory} MiB`,
    next: `Raise memory of the task above ${definition.memory} MiB, or find what fills it in ${name}.`,
    position: evidence.positionOf?.(['memory']),
  }
}
