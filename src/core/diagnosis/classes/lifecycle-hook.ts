import type { ClassRow } from '../class-row.js'
import { noExplanation } from '../evidence.js'
import { describeByReason } from '../reason-text.js'

export const lifecycleHook = {
  id: 'lifecycle-hook',
  matchesTask: () => false,
  matchesDeployment: reason => /lifecycle hook|pause hook/i.test(reason),
  describe: describeByReason,
  explain: () => noExplanation,
  nextStep: ({ reason }) =>
    /pause hook/.test(reason)
      ? 'Nobody continued the pause hook in time: deploy again, and run the command that the log shows when the hook waits.'
      : 'Read the log of the lifecycle hook.',
  hasLogs: true,
  countsForFailFast: true,
} as const satisfies ClassRow
