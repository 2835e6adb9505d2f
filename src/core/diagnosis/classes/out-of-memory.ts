/** Limits are in MiB (API_ContainerDefinition). */
import type { ClassRow } from '../class-row.js'
import { containerOf, memberAt } from '../container-definition.js'
import type { Explanation, FailureEvidence } from '../evidence.js'
import { noExplanation } from '../evidence.js'

export const outOfMemory = {
  id: 'out-of-memory',
  matchesTask: ({ text }) => /OutOfMemory|OOM-killed/.test(text),
  matchesDeployment: () => false,
  describe: ({ failure: { container } }) => `ended because ${container ?? 'a container'} ran out of memory`,
  explain: explainMemory,
  nextStep: ({ container }) => `Raise the memory of ${container ?? 'the container'}, or reduce what it uses.`,
  hasLogs: true,
  countsForFailFast: true,
} as const satisfies ClassRow

export function explainMemory(evidence: FailureEvidence): Explanation {
  const { failure, definition } = evidence
  const container = containerOf(definition, failure.container)
  const name = failure.container ?? 'the container'
  if (container?.memory !== undefined) {
    return {
      detail: `${name} is limited to ${container.memory} MiB`,
      next: `Raise the memory of ${name} above ${container.memory} MiB, or reduce what it uses.`,
      position: memberAt(evidence, failure.container, 'memory'),
    }
  }
  if (definition.memory === undefined) return noExplanation
  return {
    detail: `the task is limited to ${definition.memory} MiB`,
    next: `Raise the memory of the task above ${definition.memory} MiB, or reduce what ${name} uses.`,
    position: evidence.positionOf?.(['memory']),
  }
}
