/** Errors of GitHub never decide the outcome. */
import type { ApiError } from './api-error.js'

/** `permission`: `pull-requests: write` */
export function gitHubErrorText(error: ApiError, permission: string): string {
  switch (error.kind) {
    case 'denied':
      return `its token lacks a permission: grant the job ${permission}`
    case 'missing':
      return `GitHub did not find it, or its token cannot access it: grant the job the permission ${permission}`
    case 'throttled':
      return `GitHub accepts no more requests for now (${error.message})`
    case 'expired':
      return `GitHub does not accept github-token (${error.message})`
    case 'skewed':
    case 'unreachable':
      return error.remedy === undefined ? error.message : `${error.message}: ${error.remedy}`
    case 'unconfigured':
    case 'out-of-time':
      return error.message
    case 'unavailable':
      return `GitHub gave no usable response (${error.message})`
    case 'rejected':
      return `GitHub refused it (${error.message})`
  }
}
