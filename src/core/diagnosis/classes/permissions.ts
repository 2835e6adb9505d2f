/** AWS refused a call of the action itself, or ECS may not assume a role. */
import type { ClassRow } from '../class-row.js'
import { describeStart } from '../reason-text.js'
import { explainStart, startFailureClass } from '../start-failures.js'

export const permissions = {
  id: 'permissions',
  matchesTask: ({ text }) => startFailureClass(text) === 'permissions',
  matchesDeployment: () => false,
  describe: describeStart,
  explain: explainStart,
  nextStep: () => 'Grant the missing permission and deploy again.',
  hasLogs: true,
  countsForFailFast: true,
} as const satisfies ClassRow
