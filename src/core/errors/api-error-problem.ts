/** For errors before anything was changed. */

import type { Target } from '../ecs/service.js'
import { redact } from '../redaction/redact.js'
import type { ApiError } from './api-error.js'
import { missingPermission } from './api-error.js'
import type { Problem } from './problem.js'
import { quote } from './problem.js'

interface ProblemContext {
  readonly target?: Target | undefined
  readonly region?: string | undefined
  /** values to redact: AWS may quote what it refuses */
  readonly hidden?: readonly string[] | undefined
}

export function toProblem(error: ApiError, { target, region, hidden = [] }: ProblemContext): Problem {
  const message = redact(error.message, hidden)
  const inside = message.replace(/\.$/, '')
  switch (error.kind) {
    case 'denied':
      return {
        subject: 'permissions',
        text: `the role may not call ${redact(missingPermission(error), hidden)}: allow it`,
      }
    case 'expired':
      return {
        subject: 'credentials',
        text: `AWS does not accept them (${inside}): get new ones just before this step`,
      }
    case 'unconfigured':
      return {
        subject: 'credentials',
        text: `${inside}: run aws-actions/configure-aws-credentials before this step`,
      }
    case 'missing':
      return missing(error, target, region)
    case 'rejected':
      return { subject: error.operation, text: `ECS refuses: ${message}` }
    case 'throttled':
      return {
        subject: error.operation,
        text: 'AWS throttles the calls of this account: run the job again later',
      }
    case 'unavailable':
      return {
        subject: error.operation,
        text: `AWS gave no usable answer (${error.code}: ${inside}): run the job again`,
      }
  }
}

function missing({ code }: ApiError, target: Target | undefined, region: string | undefined): Problem {
  const subject = code === 'ClusterNotFoundException' ? 'cluster' : 'service'
  return {
    subject,
    text: `${quote(target?.[subject] ?? '')} was not found${inRegion(region)}: check the name, the account and the region`,
  }
}

export function inRegion(region: string | undefined): string {
  return region ? ` in ${region}` : ''
}
