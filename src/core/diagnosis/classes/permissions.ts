/** AWS refused a call of the action itself. */
import type { ClassRow } from '../class-row.js'
import { noExplanation } from '../evidence.js'
import { describeByReason } from '../reason-text.js'

export const permissions = {
  id: 'permissions',
  matchesTask: () => false,
  matchesDeployment: () => false,
  describe: describeByReason,
  explain: () => noExplanation,
  nextStep: () => 'Grant the missing permission and deploy again.',
  hasLogs: true,
  countsForFailFast: true,
} as const satisfies ClassRow
