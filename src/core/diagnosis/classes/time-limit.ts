/** Nothing has failed: what the deployment waits for takes longer than wait-for-minutes. Only the watch can say so. */
import type { ClassRow } from '../class-row.js'
import { noExplanation } from '../evidence.js'
import { describeByReason } from '../reason-text.js'

export const timeLimit = {
  id: 'time-limit',
  matchesTask: () => false,
  matchesDeployment: () => false,
  describe: describeByReason,
  explain: () => noExplanation,
  nextStep: () => 'Raise wait-for-minutes, if the deployment only needs longer.',
  hasLogs: false,
  countsForFailFast: false,
} as const satisfies ClassRow
