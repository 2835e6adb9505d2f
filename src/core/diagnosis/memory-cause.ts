/** Which limit was too small. Memory is in MiB (API_ContainerDefinition). */

import { given } from '../given.js'
import { containerOf, memberAt } from './container.js'
import type { Finding, Findings } from './explanation.js'

export function memoryCause(findings: Findings): Finding {
  const { group, definition } = findings
  const container = containerOf(definition, group.container)
  const name = group.container ?? 'the container'
  if (container?.memory !== undefined) {
    return {
      insight: `${name} is limited to ${container.memory} MiB`,
      next: `Raise memory of ${name} above ${container.memory} MiB, or find what fills it.`,
      ...given('at', memberAt(findings, group.container, 'memory')),
    }
  }
  if (definition.memory === undefined) return {}
  return {
    insight: `the task is limited to ${definition.memory} MiB`,
    next: `Raise memory of the task above ${definition.memory} MiB, or find what fills it in ${name}.`,
    ...given('at', findings.at?.(['memory'])),
  }
}
