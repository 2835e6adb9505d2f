import { placementProblem } from '../../ecs/placement-problems.js'
import type { ClassRow } from '../class-row.js'
import { noExplanation } from '../evidence.js'
import { describeStart } from '../reason-text.js'

export const placement = {
  id: 'placement',
  matchesTask: ({ text }) => placementProblem(text) !== undefined,
  matchesDeployment: () => false,
  describe: describeStart,
  explain: ({ failure }) => {
    const problem = placementProblem(failure.reason)
    return problem ? { ...problem, position: undefined } : noExplanation
  },
  nextStep: ({ reason }) => placementProblem(reason)?.next ?? 'Add capacity, or request less CPU and memory.',
  hasLogs: true,
  // A rollback would not find more capacity.
  countsForFailFast: false,
} as const satisfies ClassRow
