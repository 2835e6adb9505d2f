/** Which limit was too small. Memory is in MiB (API_ContainerDefinition). */

import { containerOf } from './container.js'
import type { Finding, Findings } from './findings.js'

export function memoryCause({ group, definition }: Findings): Finding {
  const container = containerOf(definition, group.container)
  const name = group.container ?? 'the container'
  if (container?.memory !== undefined) {
    return {
      insight: `${name} is limited to ${container.memory} MiB`,
      next: `Raise memory of ${name} above ${container.memory} MiB, or find what fills it.`,
    }
  }
  if (definition.memory === undefined) return {}
  return {
    insight: `the task is limited to ${definition.memory} MiB`,
    next: `Raise memory of the task above ${definition.memory} MiB, or find what fills it in ${name}.`,
  }
}
