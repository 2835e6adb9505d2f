/** Errors of GitHub never decide the outcome. */
import type { ApiError } from './api-error.js'

/** `permission`: `pull-requests: write` */
export function gitHubErrorText(error: ApiError, permission: string): string {
  switch (error.kind) {
    case 'denied':
      return `its token may not: give the job the permission ${permission}`
    case 'missing':
      return `GitHub does not find it, or its token may not see it: give the job the permission ${permission}`
    case 'throttled':
      return `GitHub takes no more requests for now (${error.message})`
    case 'expired':
      return `GitHub does not accept github-token (${error.message})`
    case 'unconfigured':
      return error.message
    case 'unavailable':
      return `GitHub gave no usable answer (${error.message})`
    case 'rejected':
      return `GitHub refuses it (${error.message})`
  }
}
