import type { ClassRow } from '../class-row.js'
import { noExplanation } from '../evidence.js'
import { describeByReason } from '../reason-text.js'

export const alarm = {
  id: 'alarm',
  matchesTask: () => false,
  matchesDeployment: reason => /alarm/i.test(reason),
  describe: describeByReason,
  explain: () => noExplanation,
  nextStep: () => 'Check the alarm and the metric that it watches.',
  hasLogs: true,
  countsForFailFast: true,
} as const satisfies ClassRow
