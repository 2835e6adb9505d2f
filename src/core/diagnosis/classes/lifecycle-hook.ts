/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html */
import { missingPermission } from '../../errors/missing-permission.js'
import type { ClassRow } from '../class-row.js'
import { noExplanation } from '../evidence.js'
import { describeByReason } from '../reason-text.js'

export const lifecycleHook = {
  id: 'lifecycle-hook',
  matchesTask: () => false,
  matchesDeployment: reason => /\bhook(?:s|\(s\))?\b|hookStatus/i.test(reason),
  describe: describeByReason,
  explain: () => noExplanation,
  nextStep: ({ reason }) => {
    const missing = missingPermission(reason)
    if (missing) return missing
    if (/pause hook/i.test(reason))
      return 'Nobody continued the pause hook in time: deploy again, and when the hook waits, run the command that the log shows.'
    if (/unable to parse the response|hookStatus/i.test(reason))
      return 'Make the function of the lifecycle hook return hookStatus: SUCCEEDED, FAILED or IN_PROGRESS.'
    if (/not authorized|unable to (?:assume|invoke)|AccessDenied/i.test(reason))
      return 'Let the role of the lifecycle hook call lambda:InvokeFunction on its function, and let ecs.amazonaws.com assume the role.'
    return 'Read the log of the lifecycle hook.'
  },
  hasLogs: true,
  countsForFailFast: true,
} as const satisfies ClassRow
