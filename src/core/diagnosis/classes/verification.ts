/** What was deployed does not prove that it works: of a whole deployment, whose tasks are healthy. */
import type { ClassRow } from '../class-row.js'
import { noExplanation } from '../evidence.js'
import { describeByReason } from '../reason-text.js'

export const verification = {
  id: 'verification',
  matchesTask: () => false,
  matchesDeployment: () => false,
  describe: describeByReason,
  explain: () => noExplanation,
  nextStep: ({ reason }) => {
    if (/verifying task/.test(reason))
      return 'Read the log of the verifying task, and run its command against the new revision.'
    if (/TLS certificate/.test(reason))
      return 'Correct the certificate of the address, or, if its CA is your own, set NODE_EXTRA_CA_CERTS in the env of this step to the PEM file of the CA.'
    if (/\bE(?:NOTFOUND|AI_AGAIN)\b/.test(reason))
      return 'Check the name in verify-url: an internal one is known only to a runner in its network.'
    if (/\bECONN|\bEHOSTUNREACH|\bENETUNREACH|no whole answer|too long/.test(reason))
      return 'Check whether the runner reaches verify-url: an internal address needs a self-hosted runner in its network.'
    if (/another host/.test(reason))
      return 'Set verify-url to an address that answers by itself, such as a health check without a login.'
    return 'Read the log of the new tasks, and check that verify-url, verify-status and verify-contains are what a working revision answers.'
  },
  hasLogs: false,
  countsForFailFast: false,
} as const satisfies ClassRow
