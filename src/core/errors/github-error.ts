/** What GitHub did not take, in one line: it never decides how a run ends. */
import type { Fault } from './api-error.js'

/** `permission` is what the job has to be given: `pull-requests: write`. */
export function whyNot(fault: Fault, permission: string): string {
  switch (fault.kind) {
    case 'denied':
      return `its token may not: give the job the permission ${permission}`
    case 'missing':
      return `GitHub does not find it, or its token may not see it: give the job the permission ${permission}`
    case 'throttled':
      return `GitHub takes no more requests for now (${fault.message})`
    case 'expired':
      return `GitHub does not accept github-token (${fault.message})`
    case 'unconfigured':
      return fault.message
    case 'unavailable':
      return `GitHub gave no usable answer (${fault.message})`
    case 'rejected':
      return `GitHub refuses it (${fault.message})`
  }
}
