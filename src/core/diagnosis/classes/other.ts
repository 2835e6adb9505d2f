import type { ClassRow } from '../class-row.js'
import { noExplanation } from '../evidence.js'
import { describeByReason } from '../reason-text.js'

export const other = {
  id: 'other',
  matchesTask: () => true,
  matchesDeployment: () => true,
  describe: describeByReason,
  explain: () => noExplanation,
  nextStep: () => 'Read the events of the service.',
  hasLogs: true,
  countsForFailFast: true,
} as const satisfies ClassRow
